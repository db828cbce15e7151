import CLibXML2

extension MarkupTree {
    /// The tree as HTML (HTML Living Standard, 13.3 Serializing HTML fragments), in UTF-8.
    ///
    /// Attribute values are written as they are but for `&` and `"`: unlike libxml2's own serialiser, merge tags in links
    /// (`*|UNSUB|*`, `{{ UnsubscribeURL }}`) are not percent-encoded. Conditional comments come out as they went in.
    public func html() -> String {
        var serializer = HTMLSerializer(skipsFrame: isFragment)
        serializer.write(UnsafeMutableRawPointer(document).assumingMemoryBound(to: xmlNode.self))
        return serializer.output
    }
}

extension MarkupNode {
    /// The element and all below it as HTML.
    public func html() -> String {
        var serializer = HTMLSerializer(skipsFrame: false)
        serializer.write(pointer)
        return serializer.output
    }
}

/// Walks a tree without recursion, since depth is the author's, and writes it.
private struct HTMLSerializer {
    /// Whether `html`, `head` and `body`, which the parser puts around a fragment, are left out.
    let skipsFrame: Bool
    private(set) var output = ""

    private static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]
    private static let raw: Set<String> = ["script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext"]
    private static let frame: Set<String> = ["html", "head", "body"]

    init(skipsFrame: Bool) {
        self.skipsFrame = skipsFrame
    }

    mutating func write(_ top: xmlNodePtr) {
        var node = top
        while true {
            open(node)
            if let child = firstChild(of: node) {
                node = child
                continue
            }
            close(node)
            while node != top, node.pointee.next == nil, let parent = node.pointee.parent {
                node = parent
                close(node)
            }
            guard node != top, let next = node.pointee.next else { return }
            node = next
        }
    }

    private func firstChild(of node: xmlNodePtr) -> xmlNodePtr? {
        switch node.pointee.type {
        case XML_ELEMENT_NODE, XML_HTML_DOCUMENT_NODE, XML_DOCUMENT_NODE, XML_DOCUMENT_FRAG_NODE:
            node.pointee.children
        default: nil
        }
    }

    private mutating func open(_ node: xmlNodePtr) {
        switch node.pointee.type {
        case XML_ELEMENT_NODE:
            let name = Self.name(of: node)
            guard !(skipsFrame && Self.frame.contains(name)) else { return }
            output += "<" + name
            var attribute = node.pointee.properties
            while let current = attribute {
                writeAttribute(current)
                attribute = current.pointee.next
            }
            output += ">"
        case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: writeText(node)
        case XML_COMMENT_NODE:
            let comment = Self.content(of: node)
            output += ConditionalComments.restored(comment) ?? "<!--\(comment)-->"
        case XML_PI_NODE: output += "<?\(Self.name(of: node)) \(Self.content(of: node))>"
        case XML_DTD_NODE:
            output += "<!DOCTYPE \(node.pointee.name.map { String(cString: $0) } ?? "html")>\n"
        default: break
        }
    }

    private mutating func close(_ node: xmlNodePtr) {
        guard node.pointee.type == XML_ELEMENT_NODE else { return }
        let name = Self.name(of: node)
        guard !Self.void.contains(name), !(skipsFrame && Self.frame.contains(name)) else { return }
        output += "</\(name)>"
    }

    private mutating func writeAttribute(_ attribute: xmlAttrPtr) {
        output += " "
        if let prefix = attribute.pointee.ns?.pointee.prefix { output += String(cString: prefix) + ":" }
        output += attribute.pointee.name.map { String(cString: $0) } ?? ""
        guard attribute.pointee.children != nil,
            let value = xmlNodeListGetString(attribute.pointee.doc, attribute.pointee.children, 1)
        else {
            output += "=\"\""
            return
        }
        defer { freeXMLString(value) }
        output += "=\""
        Self.escape(String(cString: value), isAttribute: true, to: &output)
        output += "\""
    }

    private mutating func writeText(_ node: xmlNodePtr) {
        let text = Self.content(of: node)
        if let parent = node.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE,
            Self.raw.contains(Self.name(of: parent))
        {
            output += text
        } else {
            Self.escape(text, isAttribute: false, to: &output)
        }
    }

    private static func escape(_ text: String, isAttribute: Bool, to output: inout String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": output += "&amp;"
            case "\u{A0}": output += "&nbsp;"
            case "\"" where isAttribute: output += "&quot;"
            case "<" where !isAttribute: output += "&lt;"
            case ">" where !isAttribute: output += "&gt;"
            default: output.unicodeScalars.append(scalar)
            }
        }
    }

    private static func name(of node: xmlNodePtr) -> String {
        let local = node.pointee.name.map { String(cString: $0) } ?? ""
        return node.pointee.ns?.pointee.prefix.map { String(cString: $0) + ":" + local } ?? local
    }

    private static func content(of node: xmlNodePtr) -> String {
        node.pointee.content.map { String(cString: $0) } ?? ""
    }
}
