import Diagnostics
import PDF
import Publishing

/// An HTML document of a school and the PDFs made of it. The HTML is rendered once for all of them, and so is the PDF.
struct BookletDocuments {
    private let slug: String
    private let stem: String
    private let printer: PDFPrinter?
    private let imposes: Bool
    private let html: @Sendable () throws -> String
    private let printed: Shared<[UInt8]>

    /// - Parameters:
    ///   - slug: the school's folder.
    ///   - stem: the documents' name without its ending.
    ///   - printer: what makes a PDF of it too; nil for none.
    ///   - render: renders the HTML.
    ///   - imposes: whether there is a PDF for printing on sheets too.
    init(
        slug: String, stem: String, printer: PDFPrinter?, imposes: Bool = false,
        render: @escaping @Sendable () throws -> String
    ) {
        self.slug = slug
        self.stem = stem
        self.printer = printer
        self.imposes = imposes
        let shared = Shared<String>(uses: printer == nil ? 1 : imposes ? 3 : 2)
        html = { try shared.take(render) }
        printed = Shared(uses: imposes ? 2 : 1)
    }

    /// The HTML, and the PDF where it is asked for.
    func artifacts() throws -> [Artifact] {
        let html = html
        var artifacts = [try artifact(stem + ".html") { .text(try html()) }]
        if let printer {
            let print = print
            artifacts.append(
                try artifact(stem + ".pdf") {
                    let html = try html()
                    return .derived(key: printer.key(of: html)) { () throws(DiagnosticLog) in
                        try print(printer, html)
                    }
                })
        }
        return artifacts
    }

    /// The sheets for a print shop where they are asked for. These go after all others: one that comes next to the PDF that it
    /// is made of would have a thread wait for another.
    func imposedArtifacts() throws -> [Artifact] {
        guard let printer, imposes else { return [] }
        let (html, print, name) = (html, print, name(of: stem + "-print.pdf"))
        return [
            try artifact(stem + "-print.pdf") {
                let html = try html()
                return .derived(key: printer.impositionKey(of: html)) { () throws(DiagnosticLog) in
                    try printer.impose(try print(printer, html), name: name)
                }
            }
        ]
    }

    /// Makes the PDF, or takes the one that was made for another artifact.
    private var print: @Sendable (PDFPrinter, String) throws(DiagnosticLog) -> [UInt8] {
        let (printed, name) = (printed, name(of: stem + ".pdf"))
        return { printer, html throws(DiagnosticLog) in
            do {
                return try printed.take { try printer.print(html, name: name) }
            } catch let log as DiagnosticLog {
                throw log
            } catch {
                throw DiagnosticLog([Diagnostic(path: name, message: "\(error)")])
            }
        }
    }

    private func name(of file: String) -> String { "\(Product.booklets.rawValue)/\(slug)/\(file)" }

    private func artifact(
        _ name: String, _ render: @escaping @Sendable () throws -> ArtifactContent
    ) throws -> Artifact {
        Artifact(
            product: .booklets, path: try ArtifactPath("\(slug)/\(name)"), audience: .client, render: render)
    }
}
