import Content
import Diagnostics
import Foundation
import Ledger
import Publishing
import Signup
import Subscribers

/// The subscribers of one build: takes in what sources.yaml names, describes the lists, and notes that they were given out.
final class BuildRegister {
    private let options: BuildOptions
    private var ledger: Ledger?
    private var given: GivenList?
    /// Where a build that writes nothing tries the files.
    private var trial: TrialLedger?

    init(options: BuildOptions) { self.options = options }

    private var place: String { options.content + "/subscribers/ledger.sqlite" }

    /// The lists; none where there is no ledger and nothing to begin one with.
    /// - Parameter log: receives what is wrong with the files that were to be taken in.
    func artifacts(of library: Library, log: inout DiagnosticLog) throws(DiagnosticLog) -> [Artifact] {
        do {
            guard let ledger = try open(for: library) else { return [] }
            self.ledger = ledger
            if !library.subscribers.sources.isEmpty {
                _ = try SourceImport(library: library, ledger: ledger, now: LedgerClock.now()).run(log: &log)
            }
            let snapshot = try SubscriberSnapshot(ledger, unsubscribeURL: UnsubscribeLinks.urls(library, ledger))
            let (artifacts, lists) = try SubscriberLists.artifacts(of: library, snapshot: snapshot)
            guard !artifacts.isEmpty else { return [] }
            given = GivenList(
                lists, tool: ListFormat(tool: library.site.newsletter.tool.name), head: snapshot.head)
            return artifacts
        } catch let error as LedgerError {
            throw DiagnosticLog([error.diagnostic])
        } catch let error as DiagnosticLog {
            throw error
        } catch {
            throw DiagnosticLog([Diagnostic(path: place, message: "\(error)")])
        }
    }

    /// Notes in the ledger that the list was given out, where it is another one than the last that was noted. What a build could
    /// not note the next one does.
    /// - Parameter log: receives why it could not be noted.
    /// - Returns: the line that says so; nil where there was nothing to note.
    func note(log: inout DiagnosticLog) throws -> String? {
        guard let ledger, let given else { return nil }
        do {
            guard try ledger.lastExport(for: given.summary.tool)?.list != given.summary.list else { return nil }
            return try ledger.write(at: LedgerClock.now()) { try given.note(in: &$0) }
        } catch let error as LedgerError {
            log.report(
                Diagnostic(
                    path: error.path,
                    message: "the list was written, and that it was given out is not noted: \(error.message)",
                    hint: "build again when this is put right: it is noted then"))
            return nil
        }
    }

    /// Removes what was only tried.
    func close() { trial?.discard() }

    private func open(for library: Library) throws -> Ledger? {
        let isThere = FileManager.default.fileExists(atPath: place)
        guard isThere || !library.subscribers.sources.isEmpty else { return nil }
        guard options.dryRun else { return try Ledger(path: place, creates: true) }
        guard !library.subscribers.sources.isEmpty else { return try Ledger(reading: place) }
        let trial = try TrialLedger(of: place)
        self.trial = trial
        return trial.ledger
    }
}
