import CCMarkGFM

/// Directives as a block extension of libcmark-gfm, so that paragraphs, lists, code, reference definitions and footnotes around
/// and inside them are read as everywhere. Syntax only: what a directive means is checked when the tree is there.
enum DirectiveExtension {
    /// How many directives may stand in one another. Every line is held against all that are open.
    static let deepest = 32

    /// Whether a text has two colons side by side, or one that a text directive's name may follow.
    static func mayOccur(in text: ArraySlice<UInt8>) -> Bool {
        text.withUnsafeBufferPointer { text in
            text.indices.dropLast().contains { index in
                text[index] == UInt8(ascii: ":")
                    && (text[index + 1] == UInt8(ascii: ":") || text[index + 1] == TextDirective.firstLetter)
            }
        }
    }

    static func makeExtension() -> UnsafeMutablePointer<cmark_syntax_extension>? {
        guard let own = cmark_syntax_extension_new("directives") else { return nil }
        cmark_syntax_extension_set_open_block_func(own) { own, isIndented, parser, parent, input, count in
            guard isIndented == 0, let own, let parser, let parent, let input else { return nil }
            let line = UnsafeBufferPointer(start: UnsafePointer(input), count: Int(count))
            return DirectiveExtension.open(line, in: parent, by: own, parser)
        }
        cmark_syntax_extension_set_match_block_func(own) { _, _, _, _, node in
            guard let node, cmark_node_get_type(node) == CMark.shared.directiveTypes.block else { return 0 }
            return DirectiveBlock.of(node)?.isClosed == false ? 1 : 0
        }
        cmark_syntax_extension_set_can_contain_func(own) { _, node, child in
            guard let node else { return 0 }
            return DirectiveExtension.canContain(node, child) ? 1 : 0
        }
        cmark_syntax_extension_set_contains_inlines_func(own) { _, node in
            node.map { cmark_node_get_type($0) } == CMark.shared.directiveTypes.label ? 1 : 0
        }
        cmark_syntax_extension_set_html_render_func(own) { _, renderer, node, event, _ in
            guard let node, let html = renderer?.pointee.html else { return }
            DirectiveExtension.render(node, isEntering: event == CMARK_EVENT_ENTER, to: html)
        }
        cmark_syntax_extension_set_match_inline_func(own) { own, parser, _, character, inlineParser in
            guard character == UInt8(ascii: ":"), let own, let parser, let inlineParser else { return nil }
            return TextDirective.match(by: own, parser, inlineParser)
        }
        return own
    }

    /// Opens or closes a directive where a line does that.
    private static func open(
        _ line: UnsafeBufferPointer<UInt8>, in parent: OpaqueNode, by own: UnsafeMutablePointer<cmark_syntax_extension>,
        _ parser: UnsafeMutablePointer<cmark_parser>
    ) -> OpaqueNode? {
        let start = Int(cmark_parser_get_first_nonspace(parser))
        let colons = line.dropFirst(start).prefix { $0 == UInt8(ascii: ":") }.count
        guard colons >= 2 else { return nil }
        let rest = line.dropFirst(start + colons)
        let types = CMark.shared.directiveTypes
        let node: OpaqueNode?
        if colons >= 3, rest.allSatisfy({ " \t\r\n".utf8.contains($0) }) {
            let closed = directive(around: parent, closedBy: colons)
            closed?.isClosing = true
            node = add(types.line, to: parent, at: start, by: own, parser)
            node?.pointee.as.html_block_type = (closed == nil ? TakenLine.stray : .closing).rawValue
            closed?.isClosing = false
            closed?.isClosed = true
        } else {
            guard let parsed = DirectiveLine(line, from: start) else { return nil }
            if depth(of: parent, types) >= deepest {
                node = add(types.line, to: parent, at: start, by: own, parser)
                node?.pointee.as.html_block_type = TakenLine.tooDeep.rawValue
            } else {
                node = add(types.block, to: parent, at: start, by: own, parser)
                if let node {
                    DirectiveBlock(parsed).attach(to: node)
                    addLabel(parsed, to: node, by: own, parser)
                }
            }
        }
        // What is left of the line is blank.
        line.withMemoryRebound(to: CChar.self) {
            cmark_parser_advance_offset(
                parser, $0.baseAddress, CInt(line.count) - 1 - cmark_parser_get_offset(parser), 0)
        }
        return node
    }

    private static func add(
        _ type: cmark_node_type, to parent: OpaqueNode, at offset: Int,
        by own: UnsafeMutablePointer<cmark_syntax_extension>, _ parser: UnsafeMutablePointer<cmark_parser>
    ) -> OpaqueNode? {
        guard let node = cmark_parser_add_child(parser, parent, type, CInt(offset + 1)) else { return nil }
        cmark_node_set_syntax_extension(node, own)
        return node
    }

    private static func addLabel(
        _ line: DirectiveLine, to node: OpaqueNode, by own: UnsafeMutablePointer<cmark_syntax_extension>,
        _ parser: UnsafeMutablePointer<cmark_parser>
    ) {
        guard let text = line.label,
            let label = add(CMark.shared.directiveTypes.label, to: node, at: line.labelOffset, by: own, parser)
        else { return }
        cmark_node_set_string_content(label, text)
        label.pointee.end_line = label.pointee.start_line
        label.pointee.flags &= ~UInt16(CMARK_NODE__OPEN.rawValue)
    }

    /// The innermost directive that a fence closes. A fence in a list or a quote closes nothing around that.
    private static func directive(around node: OpaqueNode, closedBy fence: Int) -> DirectiveBlock? {
        var node: OpaqueNode? = node
        while let current = node {
            switch cmark_node_get_type(current) {
            case CMark.shared.directiveTypes.block:
                if let block = DirectiveBlock.of(current), !block.isClosed, block.line.colonCount <= fence {
                    return block
                }
            case CMARK_NODE_ITEM, CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_FOOTNOTE_DEFINITION: return nil
            default: break
            }
            node = cmark_node_parent(current)
        }
        return nil
    }

    private static func depth(of node: OpaqueNode, _ types: DirectiveTypes) -> Int {
        var depth = 0
        var node: OpaqueNode? = node
        while let current = node {
            if cmark_node_get_type(current) == types.block, DirectiveBlock.of(current)?.isClosed == false { depth += 1 }
            node = cmark_node_parent(current)
        }
        return depth
    }

    private static func canContain(_ node: OpaqueNode, _ child: cmark_node_type) -> Bool {
        let types = CMark.shared.directiveTypes
        let isInline = UInt32(child.rawValue) & UInt32(CMARK_NODE_TYPE_MASK) == UInt32(CMARK_NODE_TYPE_INLINE)
        switch cmark_node_get_type(node) {
        case types.label: return isInline
        case types.block:
            guard let block = DirectiveBlock.of(node) else { return false }
            if child == types.label { return true }
            if child == types.line, block.isClosing { return true }
            if isInline || child == CMARK_NODE_ITEM || block.isClosed { return false }
            return child != types.line || !hasClosingDirective(around: node)
        default: return false
        }
    }

    /// Whether a directive around a node is being closed, so that the node has to end before.
    private static func hasClosingDirective(around node: OpaqueNode) -> Bool {
        var node = cmark_node_parent(node)
        while let current = node {
            if cmark_node_get_type(current) == CMark.shared.directiveTypes.block,
                DirectiveBlock.of(current)?.isClosing == true
            {
                return true
            }
            node = cmark_node_parent(current)
        }
        return false
    }

    /// Notes where a directive and its label stand in the HTML; what is written there is their contents alone.
    private static func render(_ node: OpaqueNode, isEntering: Bool, to html: UnsafeMutablePointer<cmark_strbuf>) {
        let types = CMark.shared.directiveTypes
        let place = Int(html.pointee.size)
        switch cmark_node_get_type(node) {
        case types.block:
            guard let block = DirectiveBlock.of(node) else { return }
            if isEntering { block.labelHTML = nil }
            block.html = isEntering ? place..<place : block.html.lowerBound..<place
        case types.label:
            guard let block = cmark_node_parent(node).flatMap(DirectiveBlock.of) else { return }
            block.labelHTML = (isEntering ? place : block.labelHTML?.lowerBound ?? place)..<place
        case CMARK_NODE_CODE: if isEntering { TextDirective.render(node, to: html) }
        default: break
        }
    }
}
