import CSS
import Diagnostics

/// The stylesheets of a message, one after another in one text, with where each came from.
struct StyleSources {
    /// A stylesheet.
    struct Segment {
        /// Its part of `text`.
        let range: Range<Int>
        /// The `<style>` it is the content of; nil for a file.
        let element: HTMLDocument.StyleElement?
        /// Where it can be read, and the byte there at which it begins.
        let source: SourceFile
        let offset: Int
    }

    private(set) var text: [UInt8] = []
    private(set) var segments: [Segment] = []

    init(_ document: HTMLDocument, _ source: SourceFile, files: [SourceFile]) {
        for style in document.styles {
            add(source.bytes[style.content], element: style, source: source, offset: style.content.lowerBound)
        }
        for file in files { add(file.bytes[...], element: nil, source: file, offset: 0) }
    }

    private mutating func add(
        _ bytes: ArraySlice<UInt8>, element: HTMLDocument.StyleElement?, source: SourceFile, offset: Int
    ) {
        let start = text.count
        text += bytes
        segments.append(Segment(range: start..<text.count, element: element, source: source, offset: offset))
    }

    /// A warning at a byte of the text.
    func warning(at byte: Int, _ message: String, hint: String) -> Diagnostic? {
        guard let segment = segments.last(where: { $0.range.lowerBound <= byte }) else { return nil }
        return segment.source.diagnostic(
            .warning, atByte: segment.offset + byte - segment.range.lowerBound, message, hint: hint)
    }
}
