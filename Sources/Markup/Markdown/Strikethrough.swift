import CCMarkGFM

/// Strikethrough without `~` in its list of special characters.
///
/// libcmark-gfm uses that list twice: to change its global table for the time of a parse, which is what must not happen,
/// and to find the extension that a delimiter belongs to. So this extension pushes its delimiters under a control
/// character, which no text has a use for, and lists only that; all else is the original's.
enum Strikethrough {
    private static let delimiter: UInt8 = 1
    /// As long a run of tildes as the original takes for one delimiter.
    private static let longestRun: CInt = 100

    static func makeExtension(
        like original: UnsafeMutablePointer<cmark_syntax_extension>
    ) -> UnsafeMutablePointer<cmark_syntax_extension>? {
        guard let own = cmark_syntax_extension_new("strikethrough-without-tilde") else { return nil }
        cmark_syntax_extension_set_get_type_string_func(own, original.pointee.get_type_string_func)
        cmark_syntax_extension_set_can_contain_func(own, original.pointee.can_contain_func)
        cmark_syntax_extension_set_html_render_func(own, original.pointee.html_render_func)
        cmark_syntax_extension_set_inline_from_delim_func(own, original.pointee.insert_inline_from_delim)
        cmark_syntax_extension_set_match_inline_func(own) { _, parser, _, character, inlineParser in
            guard character == UInt8(ascii: "~"), let parser, let inlineParser else { return nil }
            return Strikethrough.match(parser, inlineParser)
        }
        let list = cmark_llist_append(
            cmark_get_default_mem_allocator(), nil, UnsafeMutableRawPointer(bitPattern: UInt(delimiter)))
        cmark_syntax_extension_set_special_inline_chars(own, list)
        return own
    }

    /// Takes a run of tildes as text, and as a delimiter where it can be one (GFM 6.5: one or two tildes).
    private static func match(
        _ parser: UnsafeMutablePointer<cmark_parser>, _ inlineParser: OpaquePointer
    ) -> OpaqueNode? {
        var (left, right, before, after): (CInt, CInt, CInt, CInt) = (0, 0, 0, 0)
        let count = cmark_inline_parser_scan_delimiters(
            inlineParser, longestRun, UInt8(ascii: "~"), &left, &right, &before, &after)
        guard let text = cmark_node_new_with_mem(CMARK_NODE_TEXT, parser.pointee.mem) else { return nil }
        cmark_node_set_literal(text, String(repeating: "~", count: Int(count)))
        if left != 0 || right != 0, count == 1 || count == 2 {
            cmark_inline_parser_push_delimiter(inlineParser, delimiter, left, right, text)
        }
        return text
    }
}
