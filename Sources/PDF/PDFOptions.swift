/// What turns HTML into PDF.
public enum PDFEngine: String, CaseIterable, Sendable {
    /// WeasyPrint: PDF/UA-1 with page numbers in the contents, running headers and footnotes.
    case weasyprint
    /// Chromium: tagged and fast, without page numbers in the contents.
    case chromium
}

/// How PDFs are made.
public struct PDFOptions: Sendable {
    /// What makes them.
    public var engine = PDFEngine.weasyprint
    /// The engine's program: a Python that has WeasyPrint, or Chromium. Nil to look where they usually are.
    public var enginePath: String?
    /// How many seconds a PDF may take, from 0 on.
    public var timeLimit = 120.0
    /// After how many PDFs an engine process is replaced, from 1 on.
    public var rendersPerWorker = 50
    /// Whether PDFs are also imposed on sheets, which needs a Python that has pypdf.
    public var imposes = false

    /// WeasyPrint, wherever it is.
    public init() {}
}
