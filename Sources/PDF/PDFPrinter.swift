import Crypto
import Diagnostics
import Synchronization

/// Turns booklets' HTML into tagged PDFs: the same bytes for the same HTML, engine and fonts.
///
/// May be called from any number of threads; each has a warm engine process of its own while it waits. All processes end, and all
/// temporary files go, with the printer.
public final class PDFPrinter: Sendable {
    private let folder: PrivateFolder
    private let options: PDFOptions
    private let engine: Engine
    private let imposer: WorkerPool?
    /// A digest of all that PDFs depend on besides their HTML.
    private let identity: String
    private let heard = Mutex(Set<String>())

    private enum Engine {
        case weasyprint(WorkerPool)
        case chromium(Chromium)
    }

    /// Looks for the engine and the fonts; starts no engine yet.
    /// - Throws: an error that says how to install what is missing.
    public convenience init(_ options: PDFOptions = PDFOptions()) throws(DiagnosticLog) {
        try self.init(options, search: EngineSearch())
    }

    init(_ options: PDFOptions, search: EngineSearch) throws(DiagnosticLog) {
        self.options = options
        let folder = try PrivateFolder()
        self.folder = folder
        let fonts = try PDFFonts()
        let environment = ["FONTCONFIG_FILE": try fonts.configure(in: folder)]
        var parts = ["fonts \(fonts.digest)"]
        var python: Python?
        let needsWeasyPrint = options.engine == .weasyprint
        if needsWeasyPrint || options.imposes {
            python = try Python(
                needsWeasyPrint ? options.enginePath : nil, needsWeasyPrint: needsWeasyPrint,
                needsImposition: options.imposes, search: search, folder: folder)
        }
        if let python { parts += python.versions.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" } }
        switch options.engine {
        case .weasyprint:
            engine = .weasyprint(
                WorkerPool(python?.path ?? "", .print, folder: folder, environment: environment, options: options))
        case .chromium:
            let chromium = try Chromium(folder: folder, environment: environment, options: options, search: search)
            parts.append(chromium.version)
            engine = .chromium(chromium)
        }
        imposer = options.imposes ? python.map { WorkerPool($0.path, .impose, folder: folder, options: options) } : nil
        var hash = SHA256()
        hash.update(data: WorkerProgram.text)
        hash.update(data: Array(parts.joined(separator: "\n").utf8))
        identity = hash.finalize().hexadecimal
    }

    /// Whether PDFs can be imposed, as the options asked for.
    public var imposes: Bool { imposer != nil }

    /// What the engine warned of, each once, but for styles that are for browsers.
    public var warnings: [String] { heard.withLock { $0.sorted() } }

    /// A digest of all that a PDF of this HTML depends on.
    public func key(of html: String) -> String { key("print", html) }

    /// A digest of all that the imposed PDF of this HTML depends on.
    public func impositionKey(of html: String) -> String { key("impose", html) }

    /// Makes the PDF.
    /// - Parameters:
    ///   - html: the whole booklet, with styles and pictures inside; nothing is fetched from anywhere.
    ///   - name: what diagnostics call it.
    /// - Returns: a PDF/UA-1 with tags, bookmarks, the HTML's language and title, and subsets of the fonts.
    /// - Throws: one diagnostic, or one for each error that the engine told of.
    public func print(_ html: String, name: String) throws(DiagnosticLog) -> [UInt8] {
        let bytes = Array(html.utf8)
        switch engine {
        case .weasyprint(let pool): return try pdf(try pool.serve(.print, bytes, name: name), name)
        case .chromium(let chromium): return try chromium.print(bytes, name: name)
        }
    }

    /// Imposes a PDF for a saddle-stitched booklet: two pages side by side, in the order in which folded sheets show them, and
    /// blank pages at the end up to a multiple of four. It is for printing and has no tags: hand over the PDF itself too.
    public func impose(_ pdf: [UInt8], name: String) throws(DiagnosticLog) -> [UInt8] {
        guard let imposer else {
            throw DiagnosticLog([Diagnostic(path: name, message: "imposition was not asked for when PDFs were set up")])
        }
        return try self.pdf(try imposer.serve(.impose, pdf, name: name), name)
    }

    private func pdf(_ answer: (WorkerReply, [UInt8]), _ name: String) throws(DiagnosticLog) -> [UInt8] {
        let (reply, bytes) = answer
        if let code = reply.errno, reply.error != nil { throw .failure(of: folder.path, code: code) }
        var problems = reply.error.map { ["the PDF engine gave up: \($0)"] } ?? []
        problems += reply.log.filter(\.isError).map { "the PDF engine reports: \($0.text)" }
        if problems.isEmpty, !bytes.starts(with: "%PDF-".utf8) { problems = ["the PDF engine made no PDF"] }
        guard problems.isEmpty else { throw DiagnosticLog(problems.map { Diagnostic(path: name, message: $0) }) }
        heard.withLock { $0.formUnion(reply.log.map(\.text).filter { !$0.isAboutStyle }) }
        return bytes
    }

    private func key(_ purpose: String, _ html: String) -> String {
        var hash = SHA256()
        hash.update(data: Array("\(purpose) \(identity)\n".utf8))
        hash.update(data: Array(html.utf8))
        return hash.finalize().hexadecimal
    }
}

extension String {
    /// Whether WeasyPrint says that it passes over a declaration or a rule, as every print engine does with those for screens.
    fileprivate var isAboutStyle: Bool {
        contains(/at \d+:\d+[,.]/) || hasPrefix("Expected a media type")
    }
}
