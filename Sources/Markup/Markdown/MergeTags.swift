import CCMarkGFM

/// Mail tools' tags, such as `*|FNAME|*` and `{{ contact.FIRST_NAME|default:"you" }}`, of which Markdown would take asterisks and
/// underscores for emphasis, bars for the edges of table cells, and spaces for the end of a link's address.
///
/// Before parsing, the signs and spaces of each tag become characters that mean nothing to Markdown, in code, links and HTML as
/// in text; afterwards the tree gets them back.
enum MergeTags {
    /// The stand-in of an ASCII character is this one and as many further on: characters for private use (Unicode Standard,
    /// 23.5), which no text has a use for.
    private static let firstStandIn: UInt32 = 0x10FE00

    /// The text with stand-ins for what Markdown would read in its tags; nil where it has none.
    /// - Parameter ofAllTools: whether tags in braces and brackets are tags, too. On a page they are not: nothing replaces them.
    static func protected(_ text: UnsafeBufferPointer<UInt8>, ofAllTools: Bool) -> [UInt8]? {
        var protected: [UInt8]?
        var copied = 0
        var index = 0
        while index + 1 < text.count {
            guard let end = TemplateTag.end(in: text, at: index, ofAllTools: ofAllTools) else {
                index += 1
                continue
            }
            var result = protected ?? []
            result += text[copied..<index]
            // The bars of Mailchimp's tags divide table cells, as they always did.
            let isMailchimps = text[index] == UInt8(ascii: "*")
            for byte in text[index..<end] {
                let isBar = isMailchimps && byte == UInt8(ascii: "|")
                if isBar || TemplateTag.isPlain(byte) { result.append(byte) } else { result += standIn(byte) }
            }
            protected = result
            (copied, index) = (end, end)
        }
        protected?.append(contentsOf: text[copied...])
        return protected
    }

    private static func standIn(_ byte: UInt8) -> [UInt8] {
        Unicode.Scalar(firstStandIn + UInt32(byte)).map { Array(String(Character($0)).utf8) } ?? [byte]
    }

    /// Gives the characters back to everything in a tree.
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
        guard let text = text.map({ String(cString: $0) }), text.unicodeScalars.contains(where: isStandIn) else {
            return nil
        }
        return restored(text)
    }

    private static func restored(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            result.append(isStandIn(scalar) ? Unicode.Scalar(UInt8(scalar.value - firstStandIn)) : scalar)
        }
        return String(result)
    }

    private static func isStandIn(_ scalar: Unicode.Scalar) -> Bool {
        (firstStandIn..<firstStandIn + 0x80).contains(scalar.value)
    }
}
