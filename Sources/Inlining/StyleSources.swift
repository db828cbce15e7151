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

    /// The rules of all of them.
    func stylesheet(names: inout AtomTable) -> Stylesheet {
        text.withUnsafeBufferPointer { text in
            var sheet = Stylesheet()
            for segment in segments { sheet = StylesheetParser.read(text, segment.range, after: sheet, names: &names) }
            return sheet
        }
    }

    /// The same with each stylesheet ended in which something is open, so that nothing that is put after it becomes part of it.
    func closed() -> StyleSources {
        var closed = self
        closed.text = []
        closed.segments = []
        for segment in segments {
            let start = closed.text.count
            closed.text += text[segment.range]
            closed.text += text.withUnsafeBufferPointer { CSSClosing.closing($0, segment.range) }
            closed.segments.append(
                Segment(
                    range: start..<closed.text.count, element: segment.element, source: segment.source,
                    offset: segment.offset))
        }
        return closed
    }

    /// A warning at a byte of the text.
    func warning(at byte: Int, _ message: String, hint: String) -> Diagnostic? {
        guard let segment = segments.last(where: { $0.range.lowerBound <= byte }) else { return nil }
        return segment.source.diagnostic(
            .warning, atByte: segment.offset + byte - segment.range.lowerBound, message, hint: hint)
    }
}
