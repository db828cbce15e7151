/// A tag that the chosen tool would not replace: its subscribers would read it as it is.
public struct ForeignTag: Hashable, Sendable {
    /// The tag, byte for byte.
    public let tag: String
    /// The tool it belongs to, by its title; of several that share the tag, the first.
    public let toolName: String
    /// Where it is.
    public let range: Range<String.Index>
}

extension MailTool {
    /// The tags of other tools in a text, in order. A tag that this tool has too is none of them.
    ///
    /// Linear in the text.
    /// - Parameters:
    ///   - text: HTML or plain text, finished.
    ///   - allowed: tags that site.yaml gives itself.
    public func foreignTags(in text: String, allowing allowed: [String] = []) -> [ForeignTag] {
        let bytes = Array(text.utf8)
        let allowed = allowed.map { Array($0.utf8) }.filter { !$0.isEmpty }
        let forms = TagForms.byFirstByte
        var tags: [ForeignTag] = []
        var index = 0
        while index < bytes.count {
            let candidates = forms[Int(bytes[index])]
            guard !candidates.isEmpty else {
                index += 1
                continue
            }
            if let known = allowed.first(where: { bytes[index...].starts(with: $0) }) {
                index += known.count
                continue
            }
            let matches = candidates.compactMap { candidate in
                candidate.form.match(in: bytes, at: index).map { (candidate.tool, $0.end, $0.certainty) }
            }
            guard let best = matches.max(by: { $0.2 < $1.2 }) else {
                index += 1
                continue
            }
            let isOwn = matches.contains { $0.0 == name && $0.2 == best.2 }
            if !isOwn, let other = matches.first(where: { $0.2 == best.2 }) {
                let start = text.utf8.index(text.startIndex, offsetBy: index)
                let range = start..<text.utf8.index(start, offsetBy: other.1 - index)
                tags.append(
                    ForeignTag(
                        tag: String(text[range]), toolName: Self.title(of: other.0), range: range))
            }
            index = best.1
        }
        return tags
    }

    /// Whether a text begins with a tag of any tool, as the address of a link may.
    public static func beginsWithTag(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let first = bytes.first else { return false }
        return TagForms.byFirstByte[Int(first)].contains { $0.form.match(in: bytes, at: 0) != nil }
    }

    private static func title(of name: String) -> String { all.first { $0.name == name }?.title ?? name }
}

/// The forms of all tools' tags by the byte they begin with.
private enum TagForms {
    static let byFirstByte: [[(tool: String, form: TagForm)]] = {
        let all = MailTool.all.flatMap { tool in tool.forms.map { (tool: tool.name, form: $0) } }
        return (0...255).map { byte in all.filter { Int($0.form.open[0]) == byte } }
    }()
}
