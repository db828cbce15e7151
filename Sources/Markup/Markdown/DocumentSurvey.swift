import CCMarkGFM
import Foundation

/// One walk through a fresh tree: finds its headings, counts its words and marks what the decorator renders.
struct DocumentSurvey {
    let firstLine: Int
    let options: MarkdownOptions
    private(set) var headings: [Heading] = []
    private(set) var wordCount = 0
    /// Whether a list has tasks.
    private(set) var hasTasks = false
    private var anchors = HeadingAnchors()
    private var title: String?

    init(firstLine: Int, options: MarkdownOptions) {
        self.firstLine = firstLine
        self.options = options
    }

    mutating func visit(_ root: OpaqueNode) {
        // Nodes are changed after the walk: the iterator looks ahead.
        var rawHTML: [OpaqueNode] = []
        var found: [(node: OpaqueNode, title: String)] = []
        root.forEachNode { node, entering in
            switch cmark_node_get_type(node) {
            case CMARK_NODE_HEADING:
                if entering {
                    title = ""
                } else {
                    found.append((node, title ?? ""))
                    title = nil
                }
            case CMARK_NODE_TEXT, CMARK_NODE_CODE: if entering { take(node) }
            case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: title?.append(" ")
            case CMARK_NODE_ITEM: if strcmp(cmark_node_get_type_string(node), "tasklist") == 0 { hasTasks = true }
            case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE: if entering { rawHTML.append(node) }
            default: break
            }
        }
        let highest = found.map { Int(cmark_node_get_heading_level($0.node)) }.min()
        let shift = options.highestHeading.flatMap { wanted in highest.map { wanted - $0 } } ?? 0
        found.forEach { take($0.node, title: $0.title, shift: shift) }
        guard !options.isPlain, !options.allowsRawHTML else { return }
        rawHTML.forEach { DecoratedNode.decorate($0) }
    }

    private mutating func take(_ node: OpaqueNode) {
        // cmark_node_get_literal would copy every text of the document to end it with a NUL.
        let literal = node.pointee.as.literal
        let text = UnsafeBufferPointer(start: literal.data, count: Int(literal.len))
        wordCount += Self.countWords(text)
        guard title != nil else { return }
        title?.append(Personalization.render(String(decoding: text, as: UTF8.self)) { $0 })
    }

    private mutating func take(_ node: OpaqueNode, title: String, shift: Int) {
        let level = min(6, Int(cmark_node_get_heading_level(node)) + shift)
        if shift != 0 { cmark_node_set_heading_level(node, CInt(level)) }
        let id = anchors.anchor(for: title)
        let line = Int(cmark_node_get_start_line(node)) + firstLine - 1
        headings.append(Heading(id: id, title: title, level: level, line: line))
        if !options.isPlain { DecoratedNode.decorate(node, with: id) }
    }

    private static func countWords(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        var count = 0
        var isInWord = false
        for byte in text {
            let isSpace = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n")
            if !isSpace, !isInWord { count += 1 }
            isInWord = !isSpace
        }
        return count
    }
}
