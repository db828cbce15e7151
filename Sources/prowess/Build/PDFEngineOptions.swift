import ArgumentParser
import Diagnostics
import PDF

/// What makes PDFs.
struct PDFEngineOptions: ParsableArguments {
    @Option(help: "What makes PDFs: weasyprint, or chromium without page numbers in the contents.")
    var engine = PDFEngine.weasyprint

    @Option(
        help: """
            The engine's program: a Python that has WeasyPrint, or Chromium. (default: PROWESS_WEASYPRINT or \
            PROWESS_CHROMIUM, else what Scripts/setup --pdf installed, else what is on the PATH)
            """)
    var enginePath: String?

    @Option(help: "How many seconds a PDF may take.")
    var pdfTimeLimit = PDFOptions().timeLimit

    /// Whether an engine was asked for on the command line.
    var isGiven: Bool { engine != .weasyprint || enginePath != nil }

    func validate() throws {
        guard pdfTimeLimit > 0, pdfTimeLimit <= 86_400 else {
            throw ValidationError("--pdf-time-limit is a number of seconds, more than 0.")
        }
    }

    /// What makes the PDFs.
    /// - Throws: why none can be made.
    func printer(imposes: Bool = false) throws(DiagnosticLog) -> PDFPrinter {
        var options = PDFOptions()
        options.engine = engine
        options.enginePath = enginePath
        options.timeLimit = pdfTimeLimit
        options.imposes = imposes
        return try PDFPrinter(options)
    }
}

extension PDFEngine: ExpressibleByArgument {}
