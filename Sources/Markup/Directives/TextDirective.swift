import CCMarkGFM

/// The one directive that stands in a sentence, `:first-name[colleague]`. Only its name makes it one, so that `10:30 [x]` and
/// `note:this` stay text.
///
/// In the tree it is a code span with ``Personalization``'s token, which no later step joins with the text around it.
enum TextDirective {
    private static let opening = Array(":\(Personalization.firstNameDirective)".utf8)

    /// How many bytes are searched for the bracket that closes the fallback: it is a word or two.
    private static let longestFallback = 256

    /// What follows the colon.
    static let firstLetter = opening[1]

    static func match(
        by own: UnsafeMutablePointer<cmark_syntax_extension>, _ parser: UnsafeMutablePointer<cmark_parser>,
        _ inlineParser: OpaquePointer
    ) -> OpaqueNode? {
        guard let chunk = cmark_inline_parser_get_chunk(inlineParser)?.pointee, let data = chunk.data else {
            return nil
        }
        let text = UnsafeBufferPointer(start: UnsafePointer(data), count: Int(chunk.len))
        let start = Int(cmark_inline_parser_get_offset(inlineParser))
        guard text[start...].starts(with: opening), start == 0 || !continuesWord(text[start - 1]) else { return nil }
        var end = start + opening.count
        guard end == text.count || !continuesWord(text[end]) else { return nil }
        var fallback = ""
        if end < text.count, text[end] == UInt8(ascii: "["),
            let close = text[end...].prefix(longestFallback).firstIndex(where: {
                $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "\n")
            }),
            text[close] == UInt8(ascii: "]")
        {
            fallback = CharacterReferences.decoded(Array(text[(end + 1)..<close])[...])
            end = close + 1
        }
        guard let node = cmark_node_new_with_mem(CMARK_NODE_CODE, parser.pointee.mem) else { return nil }
        cmark_node_set_literal(node, Personalization.firstName(fallback))
        cmark_node_set_syntax_extension(node, own)
        node.pointee.start_line = cmark_inline_parser_get_line(inlineParser)
        node.pointee.end_line = node.pointee.start_line
        cmark_inline_parser_set_offset(inlineParser, CInt(end))
        return node
    }

    /// The words for those whose name is not known; nil where a node is no text directive.
    static func fallback(of node: OpaqueNode) -> String? {
        guard cmark_node_get_type(node) == CMARK_NODE_CODE,
            cmark_node_get_syntax_extension(node) == CMark.shared.directives, let literal = cmark_node_get_literal(node)
        else { return nil }
        return Personalization.render(String(cString: literal)) { $0 }
    }

    static func render(_ node: OpaqueNode, to html: UnsafeMutablePointer<cmark_strbuf>) {
        let literal = node.pointee.as.literal
        _ = houdini_escape_html0(html, literal.data, literal.len, 0)
    }

    private static func continuesWord(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: ":")
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-") || byte >= 0x80
    }
}
