import CCMarkGFM
import Diagnostics

/// A link or an image of a document, as its author wrote it.
public struct LinkReference: Hashable, Sendable {
    /// Where it leads.
    public let destination: String
    /// The line of the file.
    public let line: Int
    /// The column of the destination in that line, from 1; 1 where it can't be told.
    public let column: Int
    /// Whether it is an image.
    public let isImage: Bool
}

/// What becomes of a link.
public enum LinkResolution: Sendable {
    /// It stays as it is.
    case keep
    /// It leads to this URL.
    case replace(url: String)
    /// It shows this image, of this size in CSS pixels where that is known.
    case image(url: String, width: Int?, height: Int?)
}

/// A Markdown text as libcmark-gfm's tree.
///
/// The tree is freed with the document. A document belongs to one thread; any number of threads may each have their own.
public final class MarkdownDocument {
    /// The headings, in order.
    public let headings: [Heading]
    /// How many words the text has, without code blocks.
    public let wordCount: Int

    let root: OpaqueNode?
    let source: SourceFile
    let options: MarkdownOptions
    let directives: DirectiveSurvey
    private let hasTasks: Bool
    private let lines: SourceLines

    /// Parses a text.
    /// - Parameters:
    ///   - source: the file; it is parsed from its buffer. Bytes that are not UTF-8 become U+FFFD.
    ///   - bodyOffset: the first byte of the text, after any front matter.
    ///   - firstLine: the line of the file on which the text begins.
    ///   - options: how it is read and rendered.
    public init(
        _ source: SourceFile, bodyOffset: Int = 0, firstLine: Int = 1, options: MarkdownOptions = MarkdownOptions()
    ) {
        self.source = source
        let start = min(max(bodyOffset, 0), source.bytes.count)
        var options = options
        // Most texts have none, and are spared the search for them.
        if !DirectiveExtension.mayOccur(in: source.bytes[start...]) { options.directives = [] }
        self.options = options
        lines = SourceLines(bytes: source.bytes, start: start, firstLine: firstLine)
        root = source.bytes.withUnsafeBufferPointer {
            Self.parse(UnsafeBufferPointer(rebasing: $0[start...]), options: options)
        }
        guard let root else {
            (headings, wordCount, hasTasks, directives) = ([], 0, false, DirectiveSurvey())
            return
        }
        var survey = DocumentSurvey(firstLine: firstLine, options: options)
        survey.visit(root)
        (headings, wordCount, hasTasks) = (survey.headings, survey.wordCount, survey.hasTasks)
        directives =
            options.readsDirectives
            ? DirectiveSurvey(of: root, firstLine: firstLine, highestHeading: options.highestHeading ?? 1)
            : DirectiveSurvey()
    }

    private static func parse(_ text: UnsafeBufferPointer<UInt8>, options: MarkdownOptions) -> OpaqueNode? {
        guard !options.isPlain, let protected = MergeTags.protected(text, ofAllTools: options.allowsPersonalization)
        else {
            return CMark.shared.parse(text, options: options)
        }
        let root = protected.withUnsafeBufferPointer { CMark.shared.parse($0, options: options) }
        root.map(MergeTags.restore)
        return root
    }

    deinit {
        if let root { cmark_node_free(root) }
    }

    /// Asks for each link and image where it really leads.
    ///
    /// Destinations with a scheme or a host, and those with a mail tool's merge tag, are not asked about. A scheme other
    /// than http, https, mailto and tel is an error in the log, and such a link leads nowhere.
    /// - Parameters:
    ///   - log: receives the errors, at their lines of the file.
    ///   - resolve: where a relative destination leads; nil where it leads nowhere, which the caller has reported.
    public func resolveLinks(log: inout DiagnosticLog, _ resolve: (LinkReference) -> LinkResolution?) {
        guard let root else { return }
        for node in links(of: root) {
            guard let url = cmark_node_get_url(node) else { continue }
            let destination = String(cString: url)
            if let scheme = URLSafety.forbiddenScheme(of: destination) {
                log.report(forbidden(scheme, at: location(of: destination, node)))
                cmark_node_set_url(node, "")
            } else if URLSafety.hasMergeTag(destination) {
                DecoratedNode.decorate(node)
            } else if !URLSafety.isAbsolute(destination) {
                apply(resolve(reference(destination, node)), to: node)
            }
        }
        resolveDirectiveLinks(log: &log, resolve)
    }

    /// Puts a prefix before each destination from the root of the site, for readers who are not on it. Called after
    /// ``resolveLinks(log:_:)``, which makes all links within the site such destinations.
    public func prefixSiteLinks(with prefix: String) {
        guard let root else { return }
        for node in links(of: root) {
            guard let url = cmark_node_get_url(node).map({ String(cString: $0) }), url.isFromRoot else { continue }
            cmark_node_set_url(node, prefix + url)
        }
        prefixDirectiveLinks(with: prefix)
    }

    func forbidden(_ scheme: String, at location: SourceLocation) -> Diagnostic {
        source.diagnostic(
            at: location, "a link may not use \(scheme.prefix(20)):",
            hint: "use https:, http:, mailto:, tel: or a path to a file")
    }

    /// The text as HTML, rendered by libcmark-gfm; a task begins with ☐ or ☑. Directives are shown as what they contain.
    public func html() -> String {
        guard let root else { return "" }
        return withTasks(CMark.shared.html(root, options: options))
    }

    /// HTML with characters for the boxes of tasks.
    func withTasks(_ html: String) -> String {
        guard hasTasks, !options.isPlain else { return html }
        // A task's box can't be ticked by a reader, so it is a character rather than a form field without a name.
        return html.replacing("<input type=\"checkbox\" disabled=\"\" />", with: "<span class=\"box\">\u{2610}</span>")
            .replacing(
                "<input type=\"checkbox\" checked=\"\" disabled=\"\" />", with: "<span class=\"box\">\u{2611}</span>")
    }

    func links(of root: OpaqueNode) -> [OpaqueNode] {
        var links: [OpaqueNode] = []
        root.forEachNode { node, entering in
            guard entering else { return }
            let type = cmark_node_get_type(node)
            if type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE { links.append(node) }
        }
        return links
    }

    private func apply(_ resolution: LinkResolution?, to node: OpaqueNode) {
        switch resolution {
        case .keep: break
        case nil: cmark_node_set_url(node, "")
        case .replace(let url): cmark_node_set_url(node, url)
        case .image(let url, let width, let height):
            cmark_node_set_url(node, url)
            let size = [("width", width), ("height", height)].map { name, value in
                value.map { " \(name)=\"\($0)\"" } ?? ""
            }
            DecoratedNode.decorate(node, with: size.joined())
        }
    }

    private func reference(_ destination: String, _ node: OpaqueNode) -> LinkReference {
        let place = location(of: destination, node)
        return LinkReference(
            destination: destination, line: place.line, column: place.column,
            isImage: cmark_node_get_type(node) == CMARK_NODE_IMAGE)
    }

    /// The place of a text of a node: libcmark-gfm knows the line of inline nodes only roughly, so the text, such as a link's
    /// destination, is looked for in the lines of the block around it.
    /// - Parameter skipped: how many like it stand before it in its line.
    func location(of destination: String, _ node: OpaqueNode, skipping skipped: Int = 0) -> SourceLocation {
        let own = Int(cmark_node_get_start_line(node))
        var block: OpaqueNode? = node
        while let current = block, !current.isBlock { block = cmark_node_parent(current) }
        let first = block.map { Int(cmark_node_get_start_line($0)) } ?? max(own, 1)
        let last = block.map { Int(cmark_node_get_end_line($0)) } ?? first
        return lines.find(destination, near: own, in: max(1, first)...max(1, first, last), skipping: skipped)
    }
}

extension String {
    /// Whether a destination begins at the root of the site, rather than with a host.
    var isFromRoot: Bool { hasPrefix("/") && !hasPrefix("//") }
}

extension OpaqueNode {
    /// Calls a function for each side of each node below and including this one, without recursion: depth is the author's.
    func forEachNode(_ visit: (OpaqueNode, _ entering: Bool) -> Void) {
        guard let iterator = cmark_iter_new(self) else { return }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
            visit(node, event == CMARK_EVENT_ENTER)
        }
    }

    /// Whether the node is a block, such as a paragraph, rather than part of one.
    var isBlock: Bool {
        UInt32(cmark_node_get_type(self).rawValue) & UInt32(CMARK_NODE_TYPE_MASK) == UInt32(CMARK_NODE_TYPE_BLOCK)
    }
}
