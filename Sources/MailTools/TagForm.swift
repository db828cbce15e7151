/// How tags of a tool are told from other text: by what is around them, and by the word they begin with.
struct TagForm: Hashable, Sendable {
    let open: [UInt8]
    let close: [UInt8]
    /// The words that tags begin with, in small letters; any word where empty. A `*` at the end stands for any more letters.
    let names: [[UInt8]]
    /// What tags also contain.
    let contains: [UInt8]

    /// The most bytes of a tag. What is longer is text with a bracket in it.
    static let longest = 400

    /// A tag that begins at a place.
    /// - Returns: one past its end, and how much of it the form tells: of two tools' forms the one that tells more is meant.
    func match(in text: [UInt8], at start: Int) -> (end: Int, certainty: Int)? {
        let content = start + open.count
        guard text[start...].starts(with: open), !isPartOfLongerBracket(in: text, at: start),
            let certainty = certainty(in: text, at: content)
        else { return nil }
        let limit = min(text.count, start + Self.longest)
        var end = content
        while end < limit, !text[end..<limit].starts(with: close) {
            guard text[end] != UInt8(ascii: "\n") else { return nil }
            end += 1
        }
        guard end < limit, end > content, contains.isEmpty || text[content..<end].contains(contains) else { return nil }
        return (end + close.count, certainty)
    }

    /// Whether `{{` is a part of `{{{`.
    private func isPartOfLongerBracket(in text: [UInt8], at start: Int) -> Bool {
        guard let bracket = open.first, open.allSatisfy({ $0 == bracket }) else { return false }
        let next = start + open.count
        return (start > 0 && text[start - 1] == bracket) || (next < text.count && text[next] == bracket)
    }

    private func certainty(in text: [UInt8], at content: Int) -> Int? {
        guard !names.isEmpty else { return open.count + contains.count }
        // Handlebars and Django take a hyphen or a tilde beside the brackets.
        let word = text[content...].prefix(Self.longest).drop { " \t-~".utf8.contains($0) }
        return names.filter { Self.begins(word, with: $0) }.map { open.count + $0.count }.max()
    }

    private static func begins(_ word: ArraySlice<UInt8>, with name: [UInt8]) -> Bool {
        let isOpen = name.last == UInt8(ascii: "*")
        let letters = isOpen ? name.dropLast() : name[...]
        guard word.count >= letters.count, zip(word, letters).allSatisfy({ $0.lowercased == $1 }) else { return false }
        return isOpen || word.count == letters.count || !word[word.startIndex + letters.count].isWordByte
    }
}

extension UInt8 {
    /// An ASCII capital letter as a small one; any other byte as it is.
    var lowercased: UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self }

    /// Whether a word goes on with this byte.
    fileprivate var isWordByte: Bool {
        switch lowercased {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
        default: false
        }
    }
}
