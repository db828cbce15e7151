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

    /// Where the comment, script or style that begins here ends; nil where none begins.
    private static func endOfOpaquePart(_ text: Substring) -> Substring.Index? {
        if text.hasPrefix("<!--") {
            return text.dropFirst(4).firstRange(of: "-->")?.upperBound ?? text.endIndex
        }
        for name in ["script", "style"] {
            let head = text.dropFirst().prefix(name.count + 1).lowercased()
            guard head.hasPrefix(name), head.count == name.count || !(head.last?.isLetter ?? false) else { continue }
            return closingTag(name, in: text) ?? text.endIndex
        }
        return nil
    }

    private static func closingTag(_ name: String, in text: Substring) -> Substring.Index? {
        var rest = text.dropFirst()
        while let open = rest.firstRange(of: "</") {
            rest = rest[open.upperBound...]
            if rest.prefix(name.count).lowercased() == name { return open.lowerBound }
        }
        return nil
    }
}
