import CCMarkGFM
import Foundation

/// libcmark-gfm, set up once for the process so that any number of threads can parse.
///
/// libcmark-gfm 0.29.0.gfm.6 keeps one global table of the characters at which inline parsing stops. Each parse adds the
/// characters of its extensions (`~`, `:`, `w`) when it begins and takes them away when it ends, so a parse that ends takes
/// them away from all others under way, whose `~~x~~` and bare URLs then stay plain text. Here they are added once, and
/// no extension that is attached afterwards lists any of them, so that no parse changes the table again. A character that
/// is special for no attached extension only splits a text node.
struct CMark: @unchecked Sendable {
    // Sendable: the pointers are to extensions that nothing changes after `init`.

    /// The one set-up.
    static let shared = CMark()

    private let extensions: [MarkdownExtension: UnsafeMutablePointer<cmark_syntax_extension>]
    /// Renders nodes with what libcmark-gfm has no place for: ids, image sizes, escaped raw HTML, merge tags.
    let decorator: UnsafeMutablePointer<cmark_syntax_extension>?
    /// Reads directives. It lists no special characters: the colon is one of autolinks'.
    let directives: UnsafeMutablePointer<cmark_syntax_extension>?
    let directiveTypes: DirectiveTypes

    private init() {
        cmark_gfm_core_extensions_ensure_registered()
        var found: [MarkdownExtension: UnsafeMutablePointer<cmark_syntax_extension>] = [:]
        for name in MarkdownExtension.allCases {
            // Footnotes are an option of the parser, not an extension.
            if let pointer = cmark_find_syntax_extension(name.rawValue) { found[name] = pointer }
        }
        if let parser = cmark_parser_new(CMARK_OPT_DEFAULT) {
            for pointer in found.values { cmark_parser_attach_syntax_extension(parser, pointer) }
            cmark_manage_extensions_special_characters(parser, 1)
            cmark_parser_free(parser)
        }
        if let autolink = found[.autolink] { cmark_syntax_extension_set_special_inline_chars(autolink, nil) }
        if let original = found[.strikethrough] { found[.strikethrough] = Strikethrough.makeExtension(like: original) }
        extensions = found
        directiveTypes = DirectiveTypes()
        directives = DirectiveExtension.makeExtension()
        decorator = cmark_syntax_extension_new("prowess")
        if let decorator {
            cmark_syntax_extension_set_html_render_func(decorator) { _, renderer, node, event, _ in
                guard let renderer, let node else { return }
                DecoratedNode.render(node, entering: event == CMARK_EVENT_ENTER, with: renderer)
            }
        }
    }

    /// Parses a text and returns its tree, which the caller frees with `cmark_node_free`.
    func parse(_ text: UnsafeBufferPointer<UInt8>, options: MarkdownOptions) -> OpaqueNode? {
        guard let parser = cmark_parser_new(Self.flags(options)) else { return nil }
        defer { cmark_parser_free(parser) }
        // Before tables, to which any line is a row.
        if options.readsDirectives { cmark_parser_attach_syntax_extension(parser, directives) }
        for name in MarkdownExtension.allCases where options.extensions.contains(name) {
            if let pointer = extensions[name] { cmark_parser_attach_syntax_extension(parser, pointer) }
        }
        text.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        return cmark_parser_finish(parser)
    }

    /// Renders a tree as HTML.
    func html(_ root: OpaqueNode, options: MarkdownOptions) -> String {
        var filters: UnsafeMutablePointer<cmark_llist>?
        if options.extensions.contains(.tagfilter), let pointer = extensions[.tagfilter] {
            filters = cmark_llist_append(cmark_get_default_mem_allocator(), nil, pointer)
        }
        defer { cmark_llist_free(cmark_get_default_mem_allocator(), filters) }
        guard let text = cmark_render_html(root, Self.flags(options), filters) else { return "" }
        defer { free(text) }
        return String(cString: text)
    }

    private static func flags(_ options: MarkdownOptions) -> CInt {
        var flags = CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8
        if options.extensions.contains(.footnotes) { flags |= CMARK_OPT_FOOTNOTES }
        // Raw HTML that is not allowed is escaped by the decorator, so nothing is left for libcmark-gfm to leave out;
        // in plain rendering its own rule applies.
        if options.allowsRawHTML { flags |= CMARK_OPT_UNSAFE }
        if !options.isPlain { flags |= CMARK_OPT_TABLE_PREFER_STYLE_ATTRIBUTES }
        return flags
    }
}

/// A node of libcmark-gfm's tree.
typealias OpaqueNode = UnsafeMutablePointer<cmark_node>
