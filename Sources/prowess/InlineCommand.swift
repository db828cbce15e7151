import ArgumentParser
import Diagnostics
import Foundation
import Inlining

struct InlineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inline",
        abstract: "Puts the rules of stylesheets on the elements of an e-mail, for clients that drop stylesheets.",
        discussion: """
            Prints the document. Rules that can't be put on an element, such as @media and :hover, stay in <style> and \
            win against what was put on elements as they did before. All other bytes stay: conditional comments, \
            entities, mail tools' tags. To inline a second time changes nothing. A part of a document stays one.

            Exit status: 0, also where warnings were printed; 1 where a file can't be read; 64 for a wrong command line.
            """)

    @Argument(help: "The document, or - for standard input.")
    var file = "-"

    @Option(help: "A stylesheet that comes after those of the document; may be given several times.")
    var css: [String] = []

    @Option(
        name: .customLong("base-url"),
        help: "The address that relative links and pictures are meant from, such as https://www.example.org/news/.")
    var baseURL: String?

    @Flag(help: "Leave all rules in <style> too.")
    var keepStyle = false

    @Flag(help: "Take away classes and ids that nothing asks for any more.")
    var removeAttributes = false

    func validate() throws {
        guard let baseURL else { return }
        guard let url = URL(string: baseURL), ["http", "https"].contains(url.scheme), url.host?.isEmpty == false else {
            throw ValidationError("--base-url is a web address, such as https://www.example.org/news/.")
        }
    }

    func run() throws {
        var options = Inliner.Options()
        options.stylesheets = try css.map(read)
        options.keepsStyle = keepStyle
        options.removesAttributes = removeAttributes
        options.baseURL = baseURL
        var log = DiagnosticLog()
        let html = Inliner(options: options).inline(try read(file), log: &log)
        if !log.isEmpty { FileHandle.standardError.write(Data((log.text + "\n").utf8)) }
        FileHandle.standardOutput.write(Data(html))
        if log.hasErrors { throw ExitCode(1) }
    }

    private func read(_ path: String) throws -> SourceFile {
        let data =
            path == "-"
            ? try FileHandle.standardInput.readToEnd() ?? Data() : FileManager.default.contents(atPath: path)
        guard let data else {
            FileHandle.standardError.write(
                Data((DiagnosticLog([Diagnostic(path: path, message: "this file can't be read")]).text + "\n").utf8))
            throw ExitCode(1)
        }
        return SourceFile(path: path == "-" ? "<stdin>" : path, bytes: [UInt8](data))
    }
}
