import CCMarkGFM

/// What is known of one directive of a tree. It is freed with its node, and belongs to the thread that its tree belongs to.
final class DirectiveBlock {
    let line: DirectiveLine
    /// Whether its closing fence has been read; a leaf has none to wait for.
    var isClosed: Bool
    /// Whether its closing fence is being put into the tree, which it alone may contain then.
    var isClosing = false
    /// The values of its keys as they were written.
    var written: [String: String] = [:]
    /// The same with links resolved.
    var attributes: [String: String] = [:]
    var imageSize: ImageSize?
    var headingLevel = 1
    /// The bytes of the last rendered HTML that are its own, and those that are its label.
    var html = 0..<0
    var labelHTML: Range<Int>?

    init(_ line: DirectiveLine) {
        self.line = line
        isClosed = !line.isContainer
        written = Dictionary(line.attributes.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        attributes = written
    }

    /// The directive of a node, which has to be one of ``CMark/directiveTypes``' blocks.
    static func of(_ node: OpaqueNode) -> DirectiveBlock? {
        cmark_node_get_user_data(node).map { Unmanaged<DirectiveBlock>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Ties the directive to a node.
    func attach(to node: OpaqueNode) {
        cmark_node_set_user_data(node, Unmanaged.passRetained(self).toOpaque())
        cmark_node_set_user_data_free_func(node) { _, data in
            if let data { Unmanaged<DirectiveBlock>.fromOpaque(data).release() }
        }
    }
}

/// The types of nodes that directives add to libcmark-gfm's.
struct DirectiveTypes {
    /// A directive, whose children are its label and its text.
    let block: cmark_node_type
    /// A label, whose children are inlines.
    let label: cmark_node_type
    /// A line that was taken out of the text: a closing fence, or one that is a mistake.
    let line: cmark_node_type

    /// Adds the types to libcmark-gfm, which may happen once.
    init() {
        block = cmark_syntax_extension_add_node(0)
        label = cmark_syntax_extension_add_node(0)
        line = cmark_syntax_extension_add_node(0)
    }
}

/// Why a line was taken out of the text.
enum TakenLine: CInt {
    /// It closes a directive.
    case closing
    /// It closes nothing.
    case stray
    /// It opens a directive in more directives than anybody needs.
    case tooDeep
}
