import CLibXML2

/// A tree of HTML or XML that owns its memory (libxml2).
///
/// Nothing is ever loaded: no network, no external entity, no DTD. A tree and its nodes belong to one thread.
public final class MarkupTree {
    let document: xmlDocPtr
    /// Whether only a fragment was given, so that no `html` or `body` is written around it.
    let isFragment: Bool

    /// Sets libxml2 up for use from several threads (xmlInitParser is to be called once, before threads begin).
    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    private init(document: xmlDocPtr, isFragment: Bool) {
        self.document = document
        self.isFragment = isFragment
    }

    deinit {
        xmlFreeDoc(document)
    }

    /// Parses HTML as forgivingly as browsers do.
    ///
    /// Downlevel-revealed conditional comments such as `<![if !mso]>`, which libxml2 drops, are kept as comments of their
    /// own and written as they were. NUL and bytes that are not UTF-8 become U+FFFD.
    /// - Parameters:
    ///   - text: a whole document, or what would stand in a body.
    ///   - isFragment: whether it is the latter.
    /// - Throws: ``MarkupError`` where libxml2 makes no tree of it.
    public static func parseHTML(_ text: String, isFragment: Bool = false) throws(MarkupError) -> MarkupTree {
        let protected = ConditionalComments.protect(
            in: text.utf8.contains(0) ? text.replacing("\0", with: "\u{FFFD}") : text)
        // Without a body around it, text that stands alone would be put in a paragraph.
        let prepared = Array((isFragment ? "<body>" + protected : protected).utf8)
        guard isReady, prepared.count < Int(CInt.max), let context = htmlNewParserCtxt() else {
            throw MarkupError(line: 1, message: "the text is too large")
        }
        defer { htmlFreeParserCtxt(context) }
        // Else all below the 256th level would be lost.
        context.pointee.options |= CInt(XML_PARSE_HUGE.rawValue)
        context.pointee.sax.pointee.startElement = startElementOfAnyName
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_NODEFDTD.rawValue
        let document = prepared.withUnsafeBytes { bytes in
            htmlCtxtReadMemory(
                context, bytes.bindMemory(to: CChar.self).baseAddress, CInt(bytes.count), nil, "UTF-8", CInt(options))
        }
        guard let document else { throw MarkupError(line: 1, message: "the text has no markup") }
        let tree = MarkupTree(document: document, isFragment: isFragment)
        guard context.pointee.disableSAX == 0 else { throw MarkupError(context, else: "the text can't be read") }
        return tree
    }

    /// Parses XML strictly. Declarations of entities are refused: a few lines of them can stand for gigabytes of text.
    /// - Throws: ``MarkupError`` with the line of the first mistake.
    public static func parseXML(_ text: String) throws(MarkupError) -> MarkupTree {
        let bytes = Array(text.utf8)
        guard isReady, bytes.count < Int(CInt.max), let context = xmlNewParserCtxt() else {
            throw MarkupError(line: 1, message: "the text is too large")
        }
        defer { xmlFreeParserCtxt(context) }
        let options =
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            | XML_PARSE_NOCDATA.rawValue
        let document = bytes.withUnsafeBytes { bytes in
            xmlCtxtReadMemory(
                context, bytes.bindMemory(to: CChar.self).baseAddress, CInt(bytes.count), nil, "UTF-8",
                CInt(options))
        }
        guard let document else {
            throw MarkupError(context, else: "this is not XML")
        }
        let tree = MarkupTree(document: document, isFragment: false)
        let type = document.pointee.intSubset?.pointee
        if type?.entities != nil || type?.pentities != nil {
            let lines = text[..<(text.firstRange(of: "<!ENTITY")?.lowerBound ?? text.startIndex)].utf8
            throw MarkupError(
                line: 1 + lines.count { $0 == UInt8(ascii: "\n") }, message: "entities may not be declared")
        }
        return tree
    }

    /// The outermost element; nil where there is none.
    public var root: MarkupNode? {
        xmlDocGetRootElement(document).map { MarkupNode(tree: self, pointer: $0) }
    }

    /// The elements that an XPath 1.0 expression selects, in the order of the document.
    /// - Parameter namespaces: the namespace of each prefix that the expression uses.
    /// - Throws: ``MarkupError`` where the expression is malformed.
    public func xpath(_ expression: String, namespaces: [String: String] = [:]) throws(MarkupError) -> [MarkupNode] {
        guard let context = xmlXPathNewContext(document) else { return [] }
        defer { xmlXPathFreeContext(context) }
        for (prefix, uri) in namespaces { xmlXPathRegisterNs(context, prefix, uri) }
        // Errors are thrown, not printed.
        xmlSetStructuredErrorFunc(nil) { _, _ in }
        defer { xmlSetStructuredErrorFunc(nil, nil) }
        guard let result = xmlXPathEvalExpression(expression, context) else {
            throw MarkupError(line: 1, message: "\"\(expression)\" is not an XPath expression")
        }
        defer { xmlXPathFreeObject(result) }
        guard let set = result.pointee.nodesetval, let nodes = set.pointee.nodeTab else { return [] }
        return (0..<Int(set.pointee.nodeNr)).compactMap { index in
            nodes[index].flatMap { $0.pointee.type == XML_ELEMENT_NODE ? MarkupNode(tree: self, pointer: $0) : nil }
        }
    }
}

/// Begins an element under the name it was written with. libxml2 would drop the prefix of `v:rect`, which Outlook draws, and
/// make a paragraph of `o:p`.
private func startElementOfAnyName(
    _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
) {
    xmlSAX2StartElement(context, name, attributes)
    guard let parser = context?.assumingMemoryBound(to: xmlParserCtxt.self), let node = parser.pointee.node, let name,
        xmlStrEqual(node.pointee.name, name) == 0
    else { return }
    xmlNodeSetName(node, name)
}

/// Why a text is no tree.
public struct MarkupError: Error, Equatable {
    /// The line of the text, from 1.
    public let line: Int
    /// What is wrong.
    public let message: String
}

extension MarkupError {
    /// What a parser stopped at.
    fileprivate init(_ context: xmlParserCtxtPtr, else fallback: String) {
        let error = xmlCtxtGetLastError(UnsafeMutableRawPointer(context))
        let message = error?.pointee.message.map { String(cString: $0) } ?? fallback
        self.init(line: error.map { Int($0.pointee.line) } ?? 1, message: String(message.prefix { $0 != "\n" }))
    }
}
