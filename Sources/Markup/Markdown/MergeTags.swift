import CCMarkGFM

/// Mailchimp's merge tags, such as `*|FNAME|*`, whose asterisks Markdown would take for emphasis.
///
/// Before parsing, the asterisks of each tag become a character that means nothing to Markdown, in code, links and HTML as in
/// text; afterwards the tree gets them back.
enum MergeTags {
    private static let asterisk = UInt8(ascii: "*")
    private static let bar = UInt8(ascii: "|")
    /// The last character for private use (Unicode Standard, 23.5), which no text has a use for.
    private static let standIn = "\u{10FFFD}"

    /// The text with a stand-in for the asterisks of its merge tags; nil where it has none.
    static func protected(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        var protected: [UInt8]?
        var copied = 0
        var index = 0
        while index + 1 < text.count {
            guard text[index] == asterisk, text[index + 1] == bar, let end = endOfTag(in: text, at: index) else {
                index += 1
                continue
            }
            var result = protected ?? []
            result += text[copied..<index]
            result += standIn.utf8
            result += text[(index + 1)..<(end - 1)]
            result += standIn.utf8
            protected = result
            (copied, index) = (end, end)
        }
        protected?.append(contentsOf: text[copied...])
        return protected
    }

    /// Gives the asterisks back to everything in a tree.
    static func restore(in root: OpaqueNode) {
        root.forEachNode { node, entering in
            guard entering else { return }
            switch cmark_node_get_type(node) {
            case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_INLINE,
                CMARK_NODE_HTML_BLOCK:
                restored(cmark_node_get_literal(node)).map { _ = cmark_node_set_literal(node, $0) }
            case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
                restored(cmark_node_get_url(node)).map { _ = cmark_node_set_url(node, $0) }
                restored(cmark_node_get_title(node)).map { _ = cmark_node_set_title(node, $0) }
            case CMark.shared.directiveTypes.block:
                guard let block = DirectiveBlock.of(node) else { return }
                block.written = block.written.mapValues(restored)
                block.attributes = block.written
            default: break
            }
        }
    }

    private static func restored(_ text: UnsafePointer<CChar>?) -> String? {
        guard let text = text.map({ String(cString: $0) }), text.contains(standIn) else { return nil }
        return restored(text)
    }

    private static func restored(_ text: String) -> String { text.replacing(standIn, with: "*") }

    /// One past the merge tag that begins at a place: capital letters, digits and `_:.=-` between `*|` and `|*`.
    private static func endOfTag(in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
        var index = start + 2
        while index < text.count, isNameByte(text[index]) { index += 1 }
        guard index > start + 2, index + 1 < text.count, text[index] == bar, text[index + 1] == asterisk else {
            return nil
        }
        return index + 2
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || "_:.=-".utf8.contains(byte)
    }
}
