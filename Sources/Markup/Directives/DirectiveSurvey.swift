import CCMarkGFM
import Diagnostics

/// One walk through a fresh tree: finds its directives, and takes out what is no part of the text.
struct DirectiveSurvey {
    /// A directive in its place.
    struct Entry {
        let node: OpaqueNode
        let block: DirectiveBlock
        /// The directive around it, as an index of ``entries``.
        let parent: Int?
        /// The list, quote or footnote that it stands in by mistake.
        let misplacedIn: String?
        let line: Int
    }

    /// All directives, in order.
    private(set) var entries: [Entry] = []
    /// Lines that close nothing or open too much.
    private(set) var mistakes: [(kind: TakenLine, location: SourceLocation)] = []
    /// Text directives.
    private(set) var personalizations: [OpaqueNode] = []

    /// Of a text that has none.
    init() {}

    init(of root: OpaqueNode, firstLine: Int, highestHeading: Int) {
        let types = CMark.shared.directiveTypes
        var lines: [OpaqueNode] = []
        var open: [Int] = []
        var containers: [String] = []
        var level = highestHeading
        var entries: [Entry] = []
        var personalizations: [OpaqueNode] = []
        root.forEachNode { node, entering in
            switch cmark_node_get_type(node) {
            case types.line: if entering { lines.append(node) }
            case types.block:
                guard entering else {
                    _ = open.popLast()
                    return
                }
                guard let block = DirectiveBlock.of(node) else { return }
                block.headingLevel = level
                open.append(entries.count)
                let line = Int(cmark_node_get_start_line(node)) + firstLine - 1
                entries.append(
                    Entry(
                        node: node, block: block, parent: open.dropLast().last, misplacedIn: containers.last, line: line
                    ))
            case CMARK_NODE_HEADING: if !entering { level = min(6, Int(cmark_node_get_heading_level(node)) + 1) }
            case CMARK_NODE_LIST, CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_FOOTNOTE_DEFINITION:
                if entering { containers.append(Self.name(of: node)) } else { _ = containers.popLast() }
            case CMARK_NODE_CODE: if entering, TextDirective.fallback(of: node) != nil { personalizations.append(node) }
            default: break
            }
        }
        (self.entries, self.personalizations) = (entries, personalizations)
        for node in lines {
            if let kind = TakenLine(rawValue: node.pointee.as.html_block_type), kind != .closing {
                let line = Int(cmark_node_get_start_line(node)) + firstLine - 1
                mistakes.append(
                    (kind, SourceLocation(line: line, column: Int(cmark_node_get_start_column(node)))))
            }
            cmark_node_free(node)
        }
    }

    private static func name(of node: OpaqueNode) -> String {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_LIST: "a list"
        case CMARK_NODE_BLOCK_QUOTE: "a quote"
        default: "a footnote"
        }
    }
}

extension DirectiveSurvey.Entry {
    /// The place of a byte of the directive's line.
    func location(ofByte offset: Int) -> SourceLocation {
        let column = block.line.bytes.prefix(offset).reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        return SourceLocation(line: line, column: column)
    }

    /// Where the directive begins.
    var location: SourceLocation { location(ofByte: block.line.start) }

    /// The node of its label.
    var label: OpaqueNode? {
        cmark_node_first_child(node).flatMap {
            cmark_node_get_type($0) == CMark.shared.directiveTypes.label ? $0 : nil
        }
    }
}
