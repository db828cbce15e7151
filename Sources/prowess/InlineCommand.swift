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
        if (css + [file]).count(where: { $0 == "-" }) > 1 {
            throw ValidationError("Standard input (-) is one file only: the document or one stylesheet.")
        }
        guard let baseURL else { return }
        guard let url = URL(string: baseURL), ["http", "https"].contains(url.scheme?.lowercased()),
            url.host?.isEmpty == false, baseURL.utf8.allSatisfy(Self.isInAddresses)
        else { throw ValidationError("--base-url is a web address, such as https://www.example.org/news/.") }
    }

    func run() throws {
        var options = Inliner.Options()
        options.stylesheets = try css.map { try read($0, isStylesheet: true) }
        options.keepsStyle = keepStyle
        options.removesAttributes = removeAttributes
        options.baseURL = baseURL
        var log = DiagnosticLog()
        let html = Inliner(options: options).inline(try read(file), log: &log)
        if !log.isEmpty { FileHandle.standardError.write(Data((log.text + "\n").utf8)) }
        FileHandle.standardOutput.write(Data(html))
        if log.hasErrors { throw ExitCode(1) }
    }

    /// Whether a web address may have a byte (RFC 3986, 2): others would end the attribute that it is put into.
    private static func isInAddresses(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && !"<>\"'\\^`{|}".utf8.contains(byte)
    }

    private func read(_ path: String, isStylesheet: Bool = false) throws -> SourceFile {
        let data =
            path == "-"
            ? try FileHandle.standardInput.readToEnd() ?? Data() : FileManager.default.contents(atPath: path)
        guard let data else { throw failure(path, "this file can't be read") }
        let bytes = [UInt8](data)
        guard !bytes.starts(with: [0xFE, 0xFF]), !bytes.starts(with: [0xFF, 0xFE]) else {
            throw failure(path, "this file is in UTF-16", hint: "save it as UTF-8")
        }
        // A byte order mark is no part of a stylesheet (CSS Syntax Level 3, 3.2); a document keeps its own.
        let hasMark = isStylesheet && bytes.starts(with: [0xEF, 0xBB, 0xBF])
        return SourceFile(path: path == "-" ? "<stdin>" : path, bytes: hasMark ? Array(bytes.dropFirst(3)) : bytes)
    }

    private func failure(_ path: String, _ message: String, hint: String? = nil) -> ExitCode {
        let log = DiagnosticLog([Diagnostic(path: path, message: message, hint: hint)])
        FileHandle.standardError.write(Data((log.text + "\n").utf8))
        return ExitCode(1)
    }
}
