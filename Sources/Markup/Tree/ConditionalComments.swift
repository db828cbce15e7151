/// Downlevel-revealed conditional comments, as Outlook knows them: `<![if !mso]>` … `<![endif]>`.
///
/// To an HTML parser they are bogus comments, and libxml2's drops them. They are turned into comments with a mark of ours
/// before parsing, and back when the tree is written.
enum ConditionalComments {
    private static let mark = "prowess-conditional:"

    /// The text with each such comment marked; within ordinary comments, scripts and styles nothing is changed.
    static func protect(in text: String) -> String {
        guard text.contains("<![") else { return text }
        var result = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "<") {
            result += rest[..<start]
            rest = rest[start...]
            if let end = endOfOpaquePart(rest) {
                result += rest[..<end]
                rest = rest[end...]
            } else if rest.hasPrefix("<!["), let close = rest.firstIndex(of: ">") {
                let inner = rest[rest.index(rest.startIndex, offsetBy: 2)..<close]
                result += "<!--\(mark)\(inner)-->"
                rest = rest[rest.index(after: close)...]
            } else {
                result.append(rest.removeFirst())
            }
        }
        return result + rest
    }

    /// The comment as it was written, if this is the content of one that was marked.
    static func restored(_ comment: String) -> String? {
        comment.hasPrefix(mark) ? "<!" + comment.dropFirst(mark.count) + ">" : nil
    }

    /// Where the comment, tag, script or style that begins here ends; nil where none begins.
    private static func endOfOpaquePart(_ text: Substring) -> Substring.Index? {
        if text.hasPrefix("<!--") {
            return text.dropFirst(4).firstRange(of: "-->")?.upperBound ?? text.endIndex
        }
        let name = text.dropFirst().prefix { $0.isLetter || $0.isNumber }.lowercased()
        guard !name.isEmpty else { return nil }
        return ["script", "style"].contains(name) ? endOfRawText(name, in: text) : endOfTag(text)
    }

    /// Where a tag ends: at a `>` that is in no quoted value.
    private static func endOfTag(_ text: Substring) -> Substring.Index {
        let utf8 = text.utf8
        var quote: UInt8?
        var previous: UInt8 = 0
        for index in utf8.indices {
            let byte = utf8[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: ">") {
                return utf8.index(after: index)
            } else if previous == UInt8(ascii: "="), byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            }
            if byte > 0x20 { previous = byte }
        }
        return text.endIndex
    }

    private static func endOfRawText(_ name: String, in text: Substring) -> Substring.Index {
        var rest = text.dropFirst()
        while let open = rest.firstRange(of: "</") {
            rest = rest[open.upperBound...]
            if rest.prefix(name.count).lowercased() == name { return open.lowerBound }
        }
        return text.endIndex
    }
}
