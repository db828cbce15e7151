import Diagnostics
import TestSupport

@testable import Markup

/// A text as a document of its own.
func document(_ text: String, _ change: (inout MarkdownOptions) -> Void = { _ in }) -> MarkdownDocument {
    document(Array(text.utf8), change)
}

/// Bytes as a document of their own.
func document(_ bytes: [UInt8], _ change: (inout MarkdownOptions) -> Void = { _ in }) -> MarkdownDocument {
    var options = MarkdownOptions()
    change(&options)
    return MarkdownDocument(SourceFile(path: "page.md", bytes: bytes), options: options)
}

/// A text as HTML without the last line ending, its links as they are written.
func html(_ text: String, _ change: (inout MarkdownOptions) -> Void = { _ in }) -> String {
    let html = document(text, change).html()
    return html.hasSuffix("\n") ? String(html.dropLast()) : html
}

/// A text as HTML with its links resolved, and what was reported.
func resolved(
    _ text: String, _ resolve: (LinkReference) -> LinkResolution? = { _ in .keep }
) -> (html: String, log: DiagnosticLog) {
    let document = document(text)
    var log = DiagnosticLog()
    document.resolveLinks(log: &log, resolve)
    return (document.html(), log)
}

extension SeededGenerator {
    init(seed: Int) { self.init(seed: UInt64(seed)) }

    mutating func number(below bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

    mutating func element<Element>(of elements: [Element]) -> Element { elements[number(below: elements.count)] }
}
