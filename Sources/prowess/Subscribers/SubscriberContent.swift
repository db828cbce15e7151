import ArgumentParser
import Consent
import Content
import Diagnostics
import Foundation
import Intake
import Ledger
import Subscribers

/// What commands on subscribers need of the content: settings, policies, notices and sources.
struct SubscriberContent {
    let library: Library

    /// Reads it; a mistake elsewhere in the content is no reason to refuse a person's right.
    /// - Throws: `DiagnosticLog` where site.yaml, a policy or a list of notices is wrong. Warnings are printed.
    init(_ options: LedgerOptions) throws {
        var reading = ReadingOptions(date: try PublicationDay.resolve(nil))
        reading.scope = .subscribers
        let (library, log) = Library.read(options.content, options: reading)
        guard let library else { throw log }
        try Reporter(format: .text, isQuiet: false).report(log)
        self.library = library
    }

    /// How a file is read, as site.yaml says.
    var intakeOptions: IntakeOptions { Self.intakeOptions(of: library) }

    static func intakeOptions(of library: Library) -> IntakeOptions {
        var options = IntakeOptions()
        options.notices = library.subscribers.notices
        options.timeZone = TimeZone(identifier: library.site.newsletter.timeZone) ?? .gmt
        options.recordsIP = library.site.newsletter.recordsOfClient.ip
        options.recordsUserAgent = library.site.newsletter.recordsOfClient.userAgent
        return options
    }
}

/// Takes in the files that sources.yaml names.
struct SourceImport {
    let library: Library
    let ledger: Ledger
    let now: Int

    /// Takes all of them in; a file that can't be read doesn't keep the others from it.
    /// - Parameter log: receives what is wrong with files and rows.
    func run(log: inout DiagnosticLog) throws -> [ImportReport] {
        var reports: [ImportReport] = []
        for source in library.subscribers.sources {
            var options = SubscriberContent.intakeOptions(of: library)
            options.format = source.format.flatMap(IntakeFormat.init)
            options.notice = source.notice
            options.columns = source.columns
            if let zone = source.timeZone.flatMap(TimeZone.init(identifier:)) { options.timeZone = zone }
            do {
                reports.append(try FileImport(ledger: ledger, now: now).take(source.path, options, log: &log))
            } catch let error as DiagnosticLog {
                log.merge(error)
            }
        }
        return reports
    }
}

/// Takes one file in.
struct FileImport {
    let ledger: Ledger
    let now: Int

    /// - Parameter log: receives the rows that were refused, as warnings, and what kept the file from being read to its end.
    /// - Throws: `DiagnosticLog` where nothing of the file can be read, `LedgerError`.
    func take(_ path: String, _ options: IntakeOptions, log: inout DiagnosticLog) throws -> ImportReport {
        let file = try IntakeFile(path: path, options: options)
        log.merge(file.warnings)
        let report = try SubscriberImport(ledger: ledger, notices: options.notices.map(\.notice), now: now)
            .take(file, path: path)
        for refusal in report.refusals {
            log.report(
                Diagnostic(
                    .warning, path: refusal.place.path, location: SourceLocation(line: refusal.place.line, column: 1),
                    message: (refusal.isPartial ? "not wholly taken in: " : "not taken in: ") + refusal.reason))
        }
        if report.untold > 0 {
            log.report(
                Diagnostic(
                    .warning, path: path, message: "\(report.untold) more rows were not taken in, or not wholly"))
        }
        if let failure = report.failure {
            log.merge(failure)
            log.report(
                Diagnostic(
                    .warning, path: path, message: "the rows before that are taken in, and those after it are not",
                    hint: "put it right and import the file again: nothing is taken in twice"))
        }
        return report
    }
}

extension SubscriberSnapshot {
    /// What a ledger says at this moment.
    init(_ ledger: Ledger, unsubscribeURL: (@Sendable (SubjectID) -> String)? = nil) throws {
        let snapshot = try ledger.snapshot()
        self.init(
            subscribers: snapshot.subscribers, notices: snapshot.notices, head: snapshot.head?.hex,
            unsubscribeURL: unsubscribeURL
        ) { try ledger.history(of: $0) }
    }
}
