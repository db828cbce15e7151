import ArgumentParser
import Booklets
import Diagnostics
import PDF

/// Whether and how PDFs are made of booklets.
struct PDFCommandOptions: ParsableArguments {
    /// How pages are laid on sheets.
    enum Imposition: String, ExpressibleByArgument, CaseIterable {
        case booklet
    }

    @Flag(help: "Make a tagged PDF of each booklet too.")
    var pdf = false

    @Option(help: "What makes PDFs: weasyprint, or chromium without page numbers in the contents.")
    var engine = PDFEngine.weasyprint

    @Option(
        help: """
            The engine's program: a Python that has WeasyPrint, or Chromium. (default: PROWESS_WEASYPRINT or \
            PROWESS_CHROMIUM, else what Scripts/setup --pdf installed, else what is on the PATH)
            """)
    var enginePath: String?

    @Option(help: "The paper of PDFs: letter or a4. (default: what the style says)")
    var pageSize: PaperSize?

    @Option(
        help: """
            booklet: also make booklet-print.pdf, two pages on each side of a sheet, to be folded and stapled. It has no \
            tags and is for printing only.
            """)
    var imposition: Imposition?

    @Option(help: "How many seconds a PDF may take.")
    var pdfTimeLimit = PDFOptions().timeLimit

    func validate() throws {
        guard pdfTimeLimit > 0, pdfTimeLimit <= 86_400 else {
            throw ValidationError("--pdf-time-limit is a number of seconds, more than 0.")
        }
        guard pdf || (engine == .weasyprint && enginePath == nil && pageSize == nil && imposition == nil) else {
            throw ValidationError("--engine, --engine-path, --page-size and --imposition need --pdf.")
        }
    }

    /// What makes the PDFs; nil where none are wanted.
    /// - Throws: why none can be made.
    func bookletPDF() throws(DiagnosticLog) -> BookletPDF? {
        guard pdf else { return nil }
        var options = PDFOptions()
        options.engine = engine
        options.enginePath = enginePath
        options.paperSize = pageSize
        options.timeLimit = pdfTimeLimit
        options.imposes = imposition == .booklet
        return BookletPDF(printer: try PDFPrinter(options), imposes: options.imposes)
    }
}

extension PDFEngine: ExpressibleByArgument {}
extension PaperSize: ExpressibleByArgument {}
