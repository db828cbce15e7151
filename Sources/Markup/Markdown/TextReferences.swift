import CCMarkGFM
import Diagnostics

/// A link or an image as its author wrote it, with its words.
public struct TextReference: Hashable, Sendable {
    /// Where it leads.
    public let destination: String
    /// What a link says or an image shows, without markup; empty where that is not in the text.
    public let text: String
    /// Whether it is an image.
    public let isImage: Bool
    /// The place of the destination.
    public let location: SourceLocation
}

extension MarkdownDocument {
    /// All links and images, those of directives after the others. Called before ``resolveLinks(log:_:)``, which puts other
    /// destinations in.
    public func references() -> [TextReference] {
        guard let root else { return [] }
        let inText = links(of: root).map { node in
            let destination = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
            return TextReference(
                destination: destination, text: node.inlineText, isImage: cmark_node_get_type(node) == CMARK_NODE_IMAGE,
                location: location(of: destination, node))
        }
        let inDirectives = directives.entries.flatMap { entry in
            (definition(of: entry)?.attributes ?? []).compactMap { attribute -> TextReference? in
                guard let isImage = attribute.isImage, let destination = entry.block.written[attribute.name],
                    let place = entry.location(of: attribute.name)
                else { return nil }
                let words = isImage ? entry.block.written["alt"] : entry.label?.inlineText
                return TextReference(
                    destination: destination, text: words ?? "", isImage: isImage, location: place)
            }
        }
        return inText + inDirectives
    }
}

extension OpaqueNode {
    /// The text of all inlines below this node, without markup.
    var inlineText: String {
        var text = ""
        forEachNode { node, entering in
            guard entering else { return }
            switch cmark_node_get_type(node) {
            case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
                text += cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
            case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text += " "
            default: break
            }
        }
        return text
    }
}
