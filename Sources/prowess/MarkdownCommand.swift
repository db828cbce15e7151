import ArgumentParser
import Diagnostics
import Foundation
import Markup

struct MarkdownCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "markdown",
        abstract: "Prints the HTML of one Markdown document.",
        discussion: """
            CommonMark with GitHub's tables, task lists, strikethrough, autolinks and footnotes. Raw HTML is shown as \
            text unless --unsafe is given. With --plain the output is exactly what libcmark-gfm renders.
            """)

    @Argument(help: "The document, or - for standard input.")
    var file: String

    @Flag(help: "Keep raw HTML, and with --plain links of any scheme.")
    var unsafe = false

    @Flag(help: "No heading anchors and no other additions.")
    var plain = false

    @Option(
        help: """
            What is read beyond CommonMark: \(MarkdownExtension.allCases.map(\.rawValue).joined(separator: ", ")), or \
            none. (default: all but tagfilter)
            """)
    var extensions: MarkdownExtensions?

    func run() throws {
        let input =
            file == "-"
            ? try FileHandle.standardInput.readToEnd() ?? Data() : FileManager.default.contents(atPath: file)
        guard let data = input else { throw ValidationError("\(file) can't be read.") }
        var options = MarkdownOptions()
        options.allowsRawHTML = unsafe
        options.isPlain = plain
        if let extensions { options.extensions = extensions.set }
        let source = SourceFile(path: file == "-" ? "<stdin>" : file, bytes: [UInt8](data))
        var log = DiagnosticLog()
        if let problem = MarkdownLimits.problem(in: source) {
            log.report(problem)
            try fail(log)
        }
        let document = MarkdownDocument(source, options: options)
        if !plain { document.resolveLinks(log: &log) { _ in .keep } }
        FileHandle.standardOutput.write(Data(document.html().utf8))
        if !log.isEmpty { try fail(log) }
    }

    private func fail(_ log: DiagnosticLog) throws -> Never {
        FileHandle.standardError.write(Data((log.text + "\n").utf8))
        throw ExitCode(1)
    }
}

/// A list of extensions as it is typed: `table,strikethrough` or `none`.
struct MarkdownExtensions: ExpressibleByArgument {
    let set: Set<MarkdownExtension>

    init?(argument: String) {
        guard argument != "none" else {
            set = []
            return
        }
        let names = argument.split(separator: ",").map { MarkdownExtension(rawValue: String($0)) }
        guard !names.contains(nil), !names.isEmpty else { return nil }
        set = Set(names.compactMap { $0 })
    }
}
