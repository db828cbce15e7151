import ArgumentParser
import Content
import Dates
import Foundation

/// What every command that writes to Output/ is told.
struct BuildOptions: ParsableArguments {
    @Option(help: "The folder of Markdown, YAML and CSV files.")
    var content = "Content"

    @Option(help: "The folder of templates and styles.")
    var layouts = "Layouts"

    @Option(help: "The folder that is written.")
    var output = "Output"

    @Option(
        help: """
            The day of publication, YYYY-MM-DD: content dated later is left out. (default: the day of \
            SOURCE_DATE_EPOCH, else today)
            """)
    var date: CalendarDate?

    @Option(help: "How many threads to use, 1 to 256. As many PDFs are made at once.")
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    @Flag(help: "Print what would be written, changed and removed, and write nothing.")
    var dryRun = false

    @Option(help: "How diagnostics are printed: text or json.")
    var diagnostics = DiagnosticFormat.text

    @Flag(help: "Print nothing but diagnostics.")
    var quiet = false

    func validate() throws {
        guard (1...256).contains(jobs) else { throw ValidationError("--jobs is a number from 1 to 256.") }
    }
}

extension CalendarDate: ExpressibleByArgument {
    /// Reads `YYYY-MM-DD`.
    public init?(argument: String) { self.init(iso8601: argument) }
}

enum DiagnosticFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
}
