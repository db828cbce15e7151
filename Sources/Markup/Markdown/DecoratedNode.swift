import CCMarkGFM
import Foundation

/// Rendering of the nodes that need more than libcmark-gfm writes.
///
/// A node is decorated with the text that its rendering adds: a heading's id, an image's size attributes.
enum DecoratedNode {
    /// Makes a node be rendered here. The text is freed with the node.
    static func decorate(_ node: OpaqueNode, with text: String = "") {
        cmark_node_set_syntax_extension(node, CMark.shared.decorator)
        cmark_node_set_user_data(node, strdup(text))
        cmark_node_set_user_data_free_func(node) { _, text in free(text) }
    }

    /// Writes one side of a node.
    static func render(
        _ node: OpaqueNode, entering: Bool, with renderer: UnsafeMutablePointer<cmark_html_renderer>
    ) {
        guard let html = renderer.pointee.html else { return }
        let decoration = cmark_node_get_user_data(node)?.assumingMemoryBound(to: CChar.self)
        switch cmark_node_get_type(node) {
        case CMARK_NODE_HEADING: renderHeading(node, entering, id: decoration, to: html)
        case CMARK_NODE_IMAGE: renderImage(node, entering, attributes: decoration, renderer, to: html)
        case CMARK_NODE_LINK: renderLink(node, entering, to: html)
        case CMARK_NODE_HTML_BLOCK:
            startLine(html)
            cmark_strbuf_puts(html, "<p>")
            escape(cmark_node_get_literal(node), to: html, trimmed: true)
            cmark_strbuf_puts(html, "</p>\n")
        case CMARK_NODE_HTML_INLINE: escape(cmark_node_get_literal(node), to: html)
        default: break
        }
    }

    private static func renderHeading(
        _ node: OpaqueNode, _ entering: Bool, id: UnsafePointer<CChar>?, to html: UnsafeMutablePointer<cmark_strbuf>
    ) {
        let level = CInt(UInt8(ascii: "0")) + cmark_node_get_heading_level(node)
        if entering {
            startLine(html)
            cmark_strbuf_puts(html, "<h")
            cmark_strbuf_putc(html, level)
            if let id, strlen(id) > 0 {
                cmark_strbuf_puts(html, " id=\"")
                escape(id, to: html)
                cmark_strbuf_putc(html, CInt(UInt8(ascii: "\"")))
            }
            cmark_strbuf_putc(html, CInt(UInt8(ascii: ">")))
        } else {
            cmark_strbuf_puts(html, "</h")
            cmark_strbuf_putc(html, level)
            cmark_strbuf_puts(html, ">\n")
        }
    }

    private static func renderImage(
        _ node: OpaqueNode, _ entering: Bool, attributes: UnsafePointer<CChar>?,
        _ renderer: UnsafeMutablePointer<cmark_html_renderer>, to html: UnsafeMutablePointer<cmark_strbuf>
    ) {
        if entering {
            cmark_strbuf_puts(html, "<img src=\"")
            writeDestination(of: node, to: html)
            cmark_strbuf_puts(html, "\" alt=\"")
            // What is inside is the alternative text, so the renderer writes it without tags until the node ends.
            renderer.pointee.plain = node
        } else {
            renderTitle(node, to: html)
            cmark_strbuf_putc(html, CInt(UInt8(ascii: "\"")))
            if let attributes { cmark_strbuf_puts(html, attributes) }
            cmark_strbuf_puts(html, " />")
        }
    }

    private static func renderLink(
        _ node: OpaqueNode, _ entering: Bool, to html: UnsafeMutablePointer<cmark_strbuf>
    ) {
        guard entering else {
            cmark_strbuf_puts(html, "</a>")
            return
        }
        cmark_strbuf_puts(html, "<a href=\"")
        writeDestination(of: node, to: html)
        renderTitle(node, to: html)
        cmark_strbuf_puts(html, "\">")
    }

    private static func renderTitle(_ node: OpaqueNode, to html: UnsafeMutablePointer<cmark_strbuf>) {
        guard let title = cmark_node_get_title(node), strlen(title) > 0 else { return }
        cmark_strbuf_puts(html, "\" title=\"")
        escape(title, to: html)
    }

    private static func startLine(_ html: UnsafeMutablePointer<cmark_strbuf>) {
        let size = Int(html.pointee.size)
        guard size > 0, html.pointee.ptr[size - 1] != UInt8(ascii: "\n") else { return }
        cmark_strbuf_putc(html, CInt(UInt8(ascii: "\n")))
    }

    private static func escape(
        _ text: UnsafePointer<CChar>?, to html: UnsafeMutablePointer<cmark_strbuf>, trimmed: Bool = false
    ) {
        guard let text else { return }
        var count = strlen(text)
        while trimmed, count > 0, text[count - 1] == CChar(UInt8(ascii: "\n")) { count -= 1 }
        text.withMemoryRebound(to: UInt8.self, capacity: count) {
            _ = houdini_escape_html0(html, $0, bufsize_t(count), 0)
        }
    }

    /// A mail tool's merge tag must stay byte for byte, so that only what would end the attribute is escaped where there
    /// is one.
    private static func writeDestination(of node: OpaqueNode, to html: UnsafeMutablePointer<cmark_strbuf>) {
        guard let url = cmark_node_get_url(node) else { return }
        guard !URLSafety.hasMergeTag(String(cString: url)) else { return escape(url, to: html) }
        let count = strlen(url)
        url.withMemoryRebound(to: UInt8.self, capacity: count) {
            _ = houdini_escape_href(html, $0, bufsize_t(count))
        }
    }
}
