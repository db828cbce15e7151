/// A file's bytes with the name its author knows it by: what diagnostics take their places and excerpts from.
public struct SourceFile: Sendable {
    /// The file as the author knows it, such as `Content/pages/about.md`.
    public let path: String
    /// The file's bytes, as they are on disk.
    public let bytes: [UInt8]
    /// Whether the content may not be quoted: survey answers and addresses never appear in a diagnostic.
    public let isConfidential: Bool

    /// The most Unicode scalars of a line that a diagnostic quotes.
    static let excerptWidth = 120

    /// Creates a source file from its bytes.
    public init(path: String, bytes: [UInt8], isConfidential: Bool = false) {
        self.path = path
        self.bytes = bytes
        self.isConfidential = isConfidential
    }

    /// Creates a source file from text.
    public init(path: String, text: String, isConfidential: Bool = false) {
        self.init(path: path, bytes: Array(text.utf8), isConfidential: isConfidential)
    }

    /// The place of a byte: its line, and its column in Unicode scalars. Linear in the offset.
    public func location(ofByte offset: Int) -> SourceLocation {
        let end = min(max(offset, 0), bytes.count)
        var line = 1
        var lineStart = 0
        for index in 0..<end where bytes.endsLine(at: index) {
            line += 1
            lineStart = index + 1
        }
        let column = bytes[lineStart..<end].reduce(into: 1) { column, byte in
            if !byte.isUTF8Continuation { column += 1 }
        }
        return SourceLocation(line: line, column: column)
    }

    /// The range of bytes of a line (from 1) without its line ending; nil past the end. Linear in the file.
    public func byteRange(ofLine line: Int) -> Range<Int>? {
        guard line >= 1 else { return nil }
        var start = 0
        for _ in 1..<line {
            guard let end = (start..<bytes.count).first(where: bytes.endsLine) else { return nil }
            start = end + 1
        }
        var end = (start..<bytes.count).first(where: bytes.endsLine) ?? bytes.count
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<end
    }

    /// A diagnostic at a place of this file, with the line quoted unless the file is confidential.
    public func diagnostic(
        _ severity: Diagnostic.Severity = .error, at location: SourceLocation? = nil, _ message: String,
        hint: String? = nil
    ) -> Diagnostic {
        Diagnostic(
            severity, path: path, location: location, message: message, hint: hint,
            excerpt: location.flatMap(excerpt(at:)))
    }

    /// A diagnostic at a byte of this file.
    public func diagnostic(
        _ severity: Diagnostic.Severity = .error, atByte offset: Int, _ message: String, hint: String? = nil
    ) -> Diagnostic {
        diagnostic(severity, at: location(ofByte: offset), message, hint: hint)
    }

    private func excerpt(at location: SourceLocation) -> SourceExcerpt? {
        guard !isConfidential, let range = byteRange(ofLine: location.line) else { return nil }
        // Only a window is decoded: a line may be 50 MB long.
        var start = range.lowerBound
        var caret = 0
        let wanted = location.column - 1
        var scalars = 0
        if wanted > Self.excerptWidth / 2 {
            let skip = wanted - Self.excerptWidth / 2
            while start < range.upperBound, scalars < skip || bytes[start].isUTF8Continuation {
                if !bytes[start].isUTF8Continuation { scalars += 1 }
                start += 1
            }
            caret = wanted - scalars
        } else {
            caret = wanted
        }
        var end = start
        var taken = 0
        while end < range.upperBound {
            if !bytes[end].isUTF8Continuation {
                if taken == Self.excerptWidth { break }
                taken += 1
            }
            end += 1
        }
        let cutBefore = start > range.lowerBound
        let cutAfter = end < range.upperBound
        let window = String(decoding: bytes[start..<end], as: UTF8.self)
        let visible = String(String.UnicodeScalarView(window.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
        return SourceExcerpt(
            text: (cutBefore ? "…" : "") + visible + (cutAfter ? "…" : ""),
            caret: min(caret, taken) + (cutBefore ? 1 : 0))
    }
}

extension [UInt8] {
    /// Whether a line ends with a byte: a line feed, or a carriage return that no line feed follows, as editors, YAML,
    /// CommonMark and spreadsheets count lines.
    @inlinable
    public func endsLine(at index: Int) -> Bool {
        switch self[index] {
        case UInt8(ascii: "\n"): true
        case UInt8(ascii: "\r"): index + 1 == count || self[index + 1] != UInt8(ascii: "\n")
        default: false
        }
    }
}

extension UInt8 {
    /// Whether this byte continues a UTF-8 sequence that began before it.
    var isUTF8Continuation: Bool { self & 0xC0 == 0x80 }
}
