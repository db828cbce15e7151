import CSS

/// A document's elements as places in its bytes. What no element needs is not kept: the bytes themselves are the document.
struct HTMLDocument {
    var elements: [HTMLElement] = []
    var attributes: [HTMLAttribute] = []
    var styles: [StyleElement] = []
    /// Links to stylesheets, by the bytes of their tags.
    var stylesheetLinks: [Range<Int>] = []
    /// Comments, with those that are conditional.
    var comments: [Range<Int>] = []
    /// Where the head ends: before `</head>`, or after the last thing in a head that nothing ends; nil without a head.
    var headEnd: Int?
    /// Where a stylesheet goes that has no head to go to: before the first element; nil without elements.
    var fragmentStart: Int? { elements.first(where: \.isWritten).map { Int($0.tag.lowerBound) } }
    /// Whether classes and ids are the same in capital and small letters: a document without a doctype (HTML Standard, 13.2.5.1).
    var isQuirky = false
    /// Whether there is neither a doctype nor `<html>`, `<head>` or `<body>`.
    var isFragment = true

    /// A `<style>` and what is in it.
    struct StyleElement {
        /// The start tag's first byte to the end tag's last.
        let range: Range<Int>
        /// What is between the tags.
        let content: Range<Int>
        /// Whether it is in the head, where nothing counts it as a sibling.
        let isInHead: Bool
        /// Whether it holds for every medium and is CSS.
        let isUnconditional: Bool
    }
}

/// An element. Numbers of other elements are -1 where there is none.
struct HTMLElement {
    let name: AtomTable.Atom
    var parent: Int32
    /// The element before it with the same parent.
    var previous: Int32 = -1
    var lastChild: Int32 = -1
    /// The place among its parent's elements, from 1.
    var index: Int32 = 1
    var childCount: Int32 = 0
    /// The first byte of the start tag, and one past the last; both -1 where the parser made the element up.
    var tag: Range<Int32>
    /// One past the name in the start tag.
    var nameEnd: Int32
    /// Which attributes are its own.
    var attributes: Range<Int32>
    /// Whether mail tools' tags stand among its attributes: what is between two of them may not be there for each reader.
    var hasTemplateTags = false
    var hasText = false
    /// Whether it is part of the head, or a script or the like, which nobody sees.
    var isHidden = false
    /// Whether it is part of a drawing or a formula, where a slash ends an element.
    var isForeign = false

    /// Whether a tag of the document began it.
    var isWritten: Bool { tag.lowerBound >= 0 }
    /// Whether it is `html`, `head` or `body`.
    var isFrame: Bool { name <= ElementNames.body }
    /// Whether a style can be put on it.
    var takesStyle: Bool { isWritten && !isHidden }
}

/// An attribute of a start tag.
struct HTMLAttribute {
    let name: Range<Int32>
    /// The value without quotation marks; empty where there is none.
    let value: Range<Int32>
    /// One past its last byte.
    let end: Int32
    let role: Role

    /// Attributes that the inliner asks for again and again.
    enum Role: UInt8 {
        case other, id, className, style
    }
}

extension Range where Bound == Int32 {
    /// The same with machine integers.
    var wide: Range<Int> { Int(lowerBound)..<Int(upperBound) }
}
