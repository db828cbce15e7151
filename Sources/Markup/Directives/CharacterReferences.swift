import CCMarkGFM

/// `&amp;` and `&#x2713;` in values of directives, read as libcmark-gfm reads them in a text.
enum CharacterReferences {
    /// The text with each reference replaced by its character; an unknown one stays as it is.
    static func decoded(_ text: ArraySlice<UInt8>) -> String {
        guard text.contains(UInt8(ascii: "&")) else { return String(decoding: text, as: UTF8.self) }
        var buffer = cmark_strbuf()
        cmark_strbuf_init(cmark_get_default_mem_allocator(), &buffer, 0)
        defer { cmark_strbuf_free(&buffer) }
        text.withUnsafeBufferPointer { houdini_unescape_html_f(&buffer, $0.baseAddress, bufsize_t($0.count)) }
        return String(decoding: UnsafeBufferPointer(start: buffer.ptr, count: Int(buffer.size)), as: UTF8.self)
    }
}
