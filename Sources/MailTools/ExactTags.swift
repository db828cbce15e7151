extension MailTool {
    /// HTML with the tool's own tags as their author typed them.
    ///
    /// What a text becomes in HTML is escaped, and `default:&quot;you&quot;` means nothing to a tool that looks for tags before
    /// anybody reads the HTML. In an attribute the tag has its quotation marks too: the tool replaces it before a browser sees
    /// it. Linear in the HTML.
    /// - Parameter html: HTML in which names are still tokens: what stands for a name is escaped on purpose.
    public func withExactTags(_ html: String) -> String {
        let bytes = Array(html.utf8)
        guard !forms.isEmpty, bytes.contains(UInt8(ascii: "&")) else { return html }
        let starts = Set(forms.map { $0.open[0] })
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let end =
                starts.contains(bytes[index]) ? forms.compactMap { $0.match(in: bytes, at: index)?.end }.max() : nil
            if let end {
                result += Self.unescaped(bytes[index..<end])
                index = end
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The references that Markdown and templates write.
    private static let references = [
        ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"),
    ]

    private static func unescaped(_ tag: ArraySlice<UInt8>) -> [UInt8] {
        guard tag.contains(UInt8(ascii: "&")) else { return Array(tag) }
        // Ampersands come last, so that what they begin is not replaced again.
        return Array(
            references.reduce(String(decoding: tag, as: UTF8.self)) { $0.replacing($1.0, with: $1.1) }.utf8)
    }
}
