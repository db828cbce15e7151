import ArgumentParser
import Content
import Diagnostics
import Foundation
import Intake
import Ledger
import Subscribers

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Takes sign-ups and mail tools' exports into the ledger.",
        discussion: """
            Importing again changes nothing. A withdrawal beats every import, older or newer; only a request of the person's \
            own turns it back, and whoever asked to be forgotten stays so. Rows that can't be taken are told by file and line, \
            and all others are taken in.
            """)

    @OptionGroup var ledger: LedgerOptions

    @Argument(help: "The files: CSV, JSON or Mailchimp's ZIP. (default: those that subscribers/sources.yaml names)")
    var files: [String] = []

    @Option(help: "What wrote the files: auto, \(IntakeFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format = "auto"

    @Option(help: "The notice that people agreed to where the file names none, by its id in notices.yaml.")
    var notice: String?

    @Option(
        name: .customLong("timezone"),
        help: "The zone of times that name none, such as America/New_York. (default: site.yaml's)")
    var timeZone: String?

    @Option(
        name: .customLong("column"),
        help: "A column of a form's table by another name, such as email=\"Your e-mail\"; may be given several times.")
    var columns: [String] = []

    @Flag(help: "Say what would be taken in, and write nothing.")
    var dryRun = false

    func validate() throws {
        guard format == "auto" || IntakeFormat(rawValue: format) != nil else {
            let known = ["auto"] + IntakeFormat.allCases.map(\.rawValue)
            let hint = NearestName.hint(for: format, among: known).map { "; \($0)" } ?? ""
            throw ValidationError("--format is one of \(known.joined(separator: ", "))\(hint).")
        }
        if let timeZone, TimeZone(identifier: timeZone) == nil {
            throw ValidationError("--timezone is a name such as America/New_York or UTC, not \"\(timeZone)\".")
        }
        guard columns.allSatisfy({ $0.contains("=") }) else {
            throw ValidationError("--column is our name, = and theirs, such as email=\"Your e-mail\".")
        }
        guard !files.isEmpty || format == "auto" && notice == nil && timeZone == nil && columns.isEmpty else {
            throw ValidationError("Options on format go with files; sources.yaml has its own for those it names.")
        }
    }

    func run() throws {
        try withLedgerErrors {
            let content = try SubscriberContent(ledger)
            let options = try options(content)
            try withLedger { ledger in
                let now = try LedgerClock.now()
                var log = DiagnosticLog()
                var reports: [ImportReport] = []
                if files.isEmpty {
                    reports = try SourceImport(library: content.library, ledger: ledger, now: now).run(log: &log)
                }
                for file in files {
                    do {
                        reports.append(try FileImport(ledger: ledger, now: now).take(file, options, log: &log))
                    } catch let error as DiagnosticLog {
                        log.merge(error)
                    }
                }
                try tell(reports, log, ledger)
            }
        }
    }

    private func options(_ content: SubscriberContent) throws -> IntakeOptions {
        var options = content.intakeOptions
        options.format = IntakeFormat(rawValue: format)
        if let zone = timeZone.flatMap(TimeZone.init(identifier:)) { options.timeZone = zone }
        for column in columns {
            let parts = column.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            options.columns[String(parts[0])] = String(parts[1])
        }
        guard let notice else { return options }
        let notices = content.library.subscribers.notices
        guard let named = notices.first(where: { $0.id == notice || $0.notice.digest == notice }) else {
            throw DiagnosticLog([
                Diagnostic(
                    path: "\(ledger.content)/subscribers/notices.yaml", message: "there is no notice \"\(notice)\"",
                    hint: NearestName.hint(for: notice, among: notices.map(\.id)))
            ])
        }
        options.notice = named
        return options
    }

    /// The ledger; for a try, a copy that is thrown away.
    private func withLedger(_ body: (Ledger) throws -> Void) throws {
        guard dryRun else { return try body(try ledger.writing(creates: true)) }
        let trial = try TrialLedger(of: ledger.path, wait: ledger.wait)
        defer { trial.discard() }
        try body(trial.ledger)
    }

    private func tell(_ reports: [ImportReport], _ log: DiagnosticLog, _ ledger: Ledger) throws {
        try Reporter(format: .text, isQuiet: false).report(log)
        for report in reports {
            print((dryRun ? "would be: " : "") + report.text)
            if !report.roles.isEmpty { print("  addresses of an office rather than a person: \(places(report.roles))") }
        }
        if files.isEmpty, reports.isEmpty, log.isEmpty { print("sources.yaml names no files.") }
        if !dryRun, let head = try ledger.head() { print("head \(head.hex)") }
        if log.hasErrors { throw ExitCode(1) }
    }

    /// The first ten rows, as "audience.zip/subscribed.csv:12".
    private func places(_ places: [ImportReport.Place]) -> String {
        places.prefix(10).map { "\($0.path):\($0.line)" }.joined(separator: ", ") + (places.count > 10 ? ", …" : "")
    }
}
