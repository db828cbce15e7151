import Diagnostics
import Inlining

/// Documents as texts, inlined.
enum Inlined {
    /// A document after inlining.
    static func html(_ html: String, _ change: (inout Inliner.Options) -> Void = { _ in }) -> String {
        String(decoding: bytes(Array(html.utf8), change), as: UTF8.self)
    }

    /// The same as bytes.
    static func bytes(_ html: [UInt8], _ change: (inout Inliner.Options) -> Void = { _ in }) -> [UInt8] {
        var options = Inliner.Options()
        change(&options)
        var log = DiagnosticLog()
        return Inliner(options: options).inline(SourceFile(path: "mail.html", bytes: html), log: &log)
    }

    /// What is told of a document.
    static func messages(_ html: String) -> String {
        var log = DiagnosticLog()
        _ = Inliner().inline(SourceFile(path: "mail.html", text: html), log: &log)
        return log.text
    }

    /// The body of a whole document with some rules, after inlining.
    static func body(_ css: String, _ body: String) -> String {
        let html = html("<!DOCTYPE html><html><head><style>\(css)</style></head><body>\(body)</body></html>")
        return html.split(separator: "<body>").last.map { String($0.replacing("</body></html>", with: "")) } ?? html
    }

    /// What stays of a document's stylesheet.
    static func kept(
        _ css: String, _ body: String, _ change: (inout Inliner.Options) -> Void = { _ in }
    ) -> String {
        let html = html(
            "<!DOCTYPE html><html><head><style>\(css)</style></head><body>\(body)</body></html>", change)
        guard let start = html.firstRange(of: "<style>\n"), let end = html.firstRange(of: "\n</style>") else {
            return ""
        }
        return String(html[start.upperBound..<end.lowerBound])
    }
}
