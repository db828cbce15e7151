import CSS

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Finds where mail tools' tags end: `{{ … }}`, `{% … %}`, `<% … %>` and `*|…|*`, each on one line.
struct TemplateTags {
    private let text: Bytes
    /// For each kind of tag, up to where it is known that none ends, and from where on.
    private var misses = [Range<Int>](repeating: 0..<0, count: Kind.allCases.count)

    /// A longer tag is none, so that a line of a million braces takes no time.
    private static let longest = 1_000

    private enum Kind: Int, CaseIterable {
        case braces, percent, brackets, asterisk

        /// The two characters at its end.
        var end: (UInt8, UInt8) {
            switch self {
            case .braces: (UInt8(ascii: "}"), UInt8(ascii: "}"))
            case .percent: (UInt8(ascii: "%"), UInt8(ascii: "}"))
            case .brackets: (UInt8(ascii: "%"), UInt8(ascii: ">"))
            case .asterisk: (UInt8(ascii: "|"), UInt8(ascii: "*"))
            }
        }
    }

    init(_ text: Bytes) {
        self.text = text
    }

    /// The end of a tag that begins within a range and ends after it; nil where all that begin in it end in it.
    mutating func end(within range: Range<Int>) -> Int? {
        var index = range.lowerBound
        while let brace = text.place(of: UInt8(ascii: "{"), in: index..<range.upperBound) {
            guard let end = end(at: brace) else {
                index = brace + 1
                continue
            }
            if end > range.upperBound { return end }
            index = end
        }
        return nil
    }

    /// The end of a tag that begins here; nil where none does.
    @inline(__always)
    mutating func end(at start: Int) -> Int? {
        switch text[start] {
        case UInt8(ascii: "{"), UInt8(ascii: "<"), UInt8(ascii: "*"): endOfTag(at: start)
        default: nil
        }
    }

    private mutating func endOfTag(at start: Int) -> Int? {
        guard start + 1 < text.count else { return nil }
        let kind: Kind? =
            switch (text[start], text[start + 1]) {
            case (UInt8(ascii: "{"), UInt8(ascii: "{")): .braces
            case (UInt8(ascii: "{"), UInt8(ascii: "%")): .percent
            case (UInt8(ascii: "<"), UInt8(ascii: "%")): .brackets
            case (UInt8(ascii: "*"), UInt8(ascii: "|")): .asterisk
            default: nil
            }
        return kind.flatMap { end(of: $0, from: start + 2) }
    }

    private mutating func end(of kind: Kind, from start: Int) -> Int? {
        let limit = min(start + Self.longest, text.count)
        let (first, second) = kind.end
        let miss = misses[kind.rawValue]
        // What was searched before need not be searched again, nor can a tag end after a line that it doesn't end on.
        let known = miss.contains(start) ? miss.upperBound : start
        var index = known
        while index < limit {
            if text[index] == 0x0A { break }
            if text[index] == first, index + 1 < text.count, text[index + 1] == second { return index + 2 }
            index += 1
        }
        misses[kind.rawValue] = min(start, known == start ? start : miss.lowerBound)..<index
        return nil
    }
}

extension Bytes {
    /// The first place of a byte.
    func place(of byte: UInt8, in range: Range<Int>) -> Int? {
        guard !range.isEmpty, let base = baseAddress,
            let found = memchr(base + range.lowerBound, CInt(byte), range.count)
        else { return nil }
        return base.distance(to: found.assumingMemoryBound(to: UInt8.self))
    }
}
