import CCMarkGFM

/// URLs as HTML holds them.
public enum URLText {
    /// A URL as the value of an attribute, as libcmark-gfm writes those of links: what no URL may hold is in percent signs
    /// (RFC 3986, 2.1). Where it holds a mail tool's merge tag, that stays byte for byte.
    public static func escaped(_ url: String) -> String {
        var buffer = cmark_strbuf()
        cmark_strbuf_init(cmark_get_default_mem_allocator(), &buffer, 0)
        defer { cmark_strbuf_free(&buffer) }
        let bytes = Array(url.utf8)
        if URLSafety.hasMergeTag(url) {
            _ = houdini_escape_html0(&buffer, bytes, bufsize_t(bytes.count), 0)
        } else {
            _ = houdini_escape_href(&buffer, bytes, bufsize_t(bytes.count))
        }
        return String(decoding: UnsafeBufferPointer(start: buffer.ptr, count: Int(buffer.size)), as: UTF8.self)
    }
}
