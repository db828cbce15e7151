/// A second, simpler reading of a document, to hold the inliner's against.
enum Markers {
    /// What is outside of start tags and of style elements, without blank space, which a style element takes with it.
    static func outside(_ html: String) -> String {
        var rest = html[...]
        var result = ""
        while let bracket = rest.firstIndex(of: "<") {
            result += rest[..<bracket]
            rest = rest[bracket...]
            if rest.hasPrefix("<style>") {
                rest = rest.firstRange(of: "</style>").map { rest[$0.upperBound...] } ?? rest[rest.endIndex...]
            } else if rest.dropFirst().first?.isLetter == true {
                rest = rest[endOfTag(rest)...]
            } else {
                result.append("<")
                rest = rest.dropFirst()
            }
        }
        return (result + rest).filter { !$0.isWhitespace }
    }

    /// One past the bracket that ends a tag, which quotation marks hide.
    private static func endOfTag(_ tag: Substring) -> Substring.Index {
        var quote: Character?
        for (index, character) in zip(tag.indices, tag) {
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == ">" {
                return tag.index(after: index)
            }
        }
        return tag.endIndex
    }
}
