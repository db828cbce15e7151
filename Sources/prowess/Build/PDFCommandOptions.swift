import ArgumentParser
import Content
import Diagnostics
import PDF

/// Whether and how PDFs are made of booklets.
struct PDFCommandOptions: ParsableArguments {
    /// How pages are laid on sheets.
    enum Imposition: String, ExpressibleByArgument, CaseIterable {
        case booklet
    }

    @Flag(help: "Make a tagged PDF of each booklet and families' summary too.")
    var pdf = false

    @Option(help: "The paper of booklets: letter or a4. (default: what site.yaml says)")
    var pageSize: BookletSettings.PageSize?

    @Option(
        help: """
            booklet: also make booklet-print.pdf, two pages on each side of a sheet, to be folded and stapled. It has no \
            tags and is for printing only.
            """)
    var imposition: Imposition?

    @OptionGroup var engine: PDFEngineOptions

    func validate() throws {
        guard pdf || (!engine.isGiven && imposition == nil) else {
            throw ValidationError("--engine, --engine-path and --imposition need --pdf.")
        }
    }

    /// What makes the PDFs; nil where none are wanted.
    /// - Throws: why none can be made.
    func printer() throws(DiagnosticLog) -> PDFPrinter? {
        pdf ? try engine.printer(imposes: imposition == .booklet) : nil
    }
}

extension BookletSettings.PageSize: ExpressibleByArgument {}
