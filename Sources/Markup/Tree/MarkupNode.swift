import CLibXML2

/// An element of a tree. It keeps its tree alive.
public struct MarkupNode {
    /// The tree it belongs to.
    public let tree: MarkupTree
    let pointer: xmlNodePtr

    /// The element's name, with its prefix, such as `td` or `v:rect`.
    public var name: String {
        let local = pointer.pointee.name.map { String(cString: $0) } ?? ""
        guard let prefix = pointer.pointee.ns?.pointee.prefix else { return local }
        return String(cString: prefix) + ":" + local
    }

    /// The text of the element and all below it.
    public var text: String {
        guard let content = xmlNodeGetContent(pointer) else { return "" }
        defer { freeXMLString(content) }
        return String(cString: content)
    }

    /// The child elements, in order.
    public var children: [MarkupNode] {
        sequence(first: pointer.pointee.children, next: { $0?.pointee.next })
            .compactMap { $0 }
            .filter { $0.pointee.type == XML_ELEMENT_NODE }
            .map { MarkupNode(tree: tree, pointer: $0) }
    }

    /// The element around this one; nil for the root.
    public var parent: MarkupNode? {
        guard let parent = pointer.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE else { return nil }
        return MarkupNode(tree: tree, pointer: parent)
    }

    /// An attribute's value; nil where the element has none of that name. Setting nil takes it away.
    public subscript(attribute name: String) -> String? {
        get {
            guard let value = xmlGetProp(pointer, name) else { return nil }
            defer { freeXMLString(value) }
            return String(cString: value)
        }
        nonmutating set {
            if let newValue {
                xmlSetProp(pointer, name, newValue)
            } else {
                xmlUnsetProp(pointer, name)
            }
        }
    }

    /// Takes the element and all below it out of the tree. The node may not be used afterwards.
    public func remove() {
        xmlUnlinkNode(pointer)
        xmlFreeNode(pointer)
    }
}
