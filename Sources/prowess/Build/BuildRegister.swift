import Consent
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
    private var given: ExportSummary?
    /// The list whose writing is giving it out, under Output/.
    private var path = ""
    /// Where a build that writes nothing tries the files.
    private var folder: String?

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
            let snapshot = try SubscriberSnapshot(ledger, unsubscribeURL: unsubscribeURL(library, ledger))
            let roll = try SubscriberRoll(snapshot, policies: library.policies)
            let tool = ListFormat(tool: library.site.newsletter.tool.name)
            if let list = SubscriberLists.export(of: roll, library: library, snapshot: snapshot).files(tool).first {
                path = Product.subscribers.rawValue + "/" + list.name
                given = ExportSummary(
                    tool: tool.rawValue, count: list.count, list: Digest.hex(of: list.bytes), head: snapshot.head ?? "")
            }
            return try SubscriberLists.artifacts(of: library, snapshot: snapshot)
        } catch let error as LedgerError {
            throw DiagnosticLog([error.diagnostic])
        } catch let error as DiagnosticLog {
            throw error
        } catch {
            throw DiagnosticLog([Diagnostic(path: place, message: "\(error)")])
        }
    }

    private func unsubscribeURL(_ library: Library, _ ledger: Ledger) throws -> (@Sendable (SubjectID) -> String)? {
        guard let links = try UnsubscribeLinks(library, ledger) else { return nil }
        return { links.url(for: $0) }
    }

    /// Notes in the ledger that the list was given out, where it is another one than before.
    func note(_ summary: PublishingSummary) throws {
        guard let ledger, let given, (summary.added + summary.changed).contains(path) else { return }
        try ledger.write(at: LedgerClock.now()) { try $0.note(given) }
    }

    /// Removes what was only tried.
    func close() {
        if let folder { try? FileManager.default.removeItem(atPath: folder) }
    }

    private func open(for library: Library) throws -> Ledger? {
        let isThere = FileManager.default.fileExists(atPath: place)
        guard !library.subscribers.sources.isEmpty else { return isThere ? try Ledger(path: place) : nil }
        guard options.dryRun else { return try Ledger(path: place, creates: true) }
        let folder = FileManager.default.temporaryDirectory.path + "/prowess-\(UUID().uuidString)"
        try PrivateFiles.makeFolder(folder)
        self.folder = folder
        let copy = folder + "/ledger.sqlite"
        if isThere { _ = try Ledger(reading: place).backup(to: copy) }
        return try Ledger(path: copy, creates: true)
    }
}
