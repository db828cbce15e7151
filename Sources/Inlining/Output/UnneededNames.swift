import CSS

/// The classes and ids that something still asks for once the rules are on the elements.
struct NeededNames {
    private var classes: Set<[UInt8]> = []
    private var ids: Set<[UInt8]> = []
    /// Whether a selector asks for part of a class or an id, so that none can be told to be unneeded.
    private(set) var areUnknown = false

    /// Notes what a stylesheet, or a comment with one, asks for.
    mutating func noteSelectors(in css: Bytes) {
        var tokens = CSSTokenizer(css, 0..<css.count)
        var afterDot = false
        var inAttribute = false
        while true {
            let token = tokens.next()
            switch token.kind {
            case .end: return
            case .hash: ids.insert(Array(css[(token.start + 1)..<token.end]))
            case .ident where afterDot: classes.insert(Array(css[token.start..<token.end]))
            case .ident where inAttribute:
                let name = token.start..<token.end
                areUnknown = areUnknown || css.equals(name, lowercase: "class") || css.equals(name, lowercase: "id")
            default: break
            }
            afterDot = token.isDelim(UInt8(ascii: "."))
            inAttribute = token.kind == .openSquare
            // A name with an escape is written in more than one way.
            areUnknown = areUnknown || css[token.start..<token.end].contains(UInt8(ascii: "\\"))
        }
    }

    /// Notes what the value of another attribute names: `#id` in a link, or ids one after another.
    mutating func noteReferences(in value: Bytes) {
        for word in value.split(whereSeparator: \.isCSSWhitespace) {
            let name = word.split(separator: UInt8(ascii: "#"), maxSplits: 1, omittingEmptySubsequences: false).last
            ids.insert(Array(name ?? word))
        }
    }

    func hasClass(_ name: Slice<Bytes>) -> Bool { classes.contains(Array(name)) }

    func hasID(_ name: Slice<Bytes>) -> Bool { ids.contains(Array(name)) }
}

extension InlinedMessage {
    /// Takes away classes and ids that neither a stylesheet nor a link asks for any more.
    /// - Parameter css: what stays of the stylesheets.
    mutating func removeAttributes(keptStylesheet css: [UInt8]) {
        var needed = NeededNames()
        css.withUnsafeBufferPointer { needed.noteSelectors(in: $0) }
        for comment in document.comments { needed.noteSelectors(in: Bytes(rebasing: text[comment])) }
        guard !needed.areUnknown else { return }
        for attribute in document.attributes where attribute.role == .other {
            needed.noteReferences(in: Bytes(rebasing: text[attribute.value.wide]))
        }
        for element in document.elements where element.isWritten {
            for index in element.attributes {
                let attribute = document.attributes[Int(index)]
                let value = Bytes(rebasing: text[attribute.value.wide])
                // A mail tool may put the name in.
                if MailTags.mayOccur(in: value) { continue }
                switch attribute.role {
                case .className:
                    let words = value.split(whereSeparator: \.isCSSWhitespace)
                    let kept = words.filter(needed.hasClass)
                    if kept.count < words.count || words.isEmpty { replace(attribute, with: kept) }
                case .id: if !needed.hasID(value[...]) { replace(attribute, with: []) }
                case .other, .style: continue
                }
            }
        }
    }
}
