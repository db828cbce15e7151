import CSS

/// A declaration as it is written into a style attribute.
struct StyleItem {
    /// What a declaration wins against in its style attribute.
    enum Importance: Int, Comparable {
        case ordinary
        /// Important only so that it wins against what stays in the stylesheet.
        case promoted
        case important

        static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    let property: AtomTable.Atom
    /// Its text in `StyleArena.bytes`, escaped for an attribute and without `!important`.
    let text: Range<Int>
    var importance: Importance
    /// Whether every client understands it, so that nothing that it overrides is needed.
    let isCertain: Bool
    /// The plain value in `StyleArena.values`.
    let value: Range<Int>

    /// The same without `!important`.
    var ordinary: StyleItem {
        var item = self
        item.importance = .ordinary
        return item
    }
}

/// The texts of declarations for one message.
struct StyleArena {
    private(set) var bytes: [UInt8] = []
    private(set) var values: [UInt8] = []
    private let properties: PropertyTable

    init(_ properties: PropertyTable) {
        self.properties = properties
    }

    /// Adds a declaration.
    /// - Parameters:
    ///   - text: where its name and value are.
    ///   - value: what stands for the value; nil for its own.
    ///   - isRaw: whether the text is an attribute's own, whose escapes stay.
    mutating func item(
        _ declaration: Stylesheet.Declaration, in text: Bytes, value: [UInt8]?, _ importance: StyleItem.Importance,
        isRaw: Bool = false
    ) -> StyleItem {
        let start = bytes.count
        let valueStart = values.count
        if declaration.isOpaque {
            appendOpaque(Bytes(rebasing: text[declaration.name]), isRaw: isRaw)
        } else {
            bytes += text[declaration.name]
            bytes.append(UInt8(ascii: ":"))
            if let value {
                value.withUnsafeBufferPointer { append($0, isRaw: isRaw) }
                values += value
            } else {
                append(Bytes(rebasing: text[declaration.value]), isRaw: isRaw)
                values += text[declaration.value]
            }
        }
        let isCertain = values.withUnsafeBufferPointer {
            properties.isUnderstoodEverywhere($0, valueStart..<$0.count, of: declaration.property)
        }
        return StyleItem(
            property: declaration.property, text: start..<bytes.count, importance: importance,
            isCertain: isCertain && !declaration.isOpaque, value: valueStart..<values.count)
    }

    /// Adds what is no declaration: its line ends may end a string.
    private mutating func appendOpaque(_ text: Bytes, isRaw: Bool) {
        if isRaw || MailTags.mayOccur(in: text) {
            append(text, isRaw: isRaw)
        } else {
            HTMLText.appendEscaped(text, to: &bytes)
        }
    }

    private mutating func append(_ value: Bytes, isRaw: Bool) {
        if isRaw {
            appendRaw(value)
        } else if MailTags.mayOccur(in: value) {
            bytes += value
        } else {
            appendTidied(value)
        }
    }

    private mutating func appendRaw(_ value: Bytes) {
        let swaps = !value.contains(UInt8(ascii: "'")) && !MailTags.mayOccur(in: value)
        for byte in value { bytes.append(swaps && byte == UInt8(ascii: "\"") ? UInt8(ascii: "'") : byte) }
    }

    /// Adds a value on one line and without comments.
    private mutating func appendTidied(_ value: Bytes) {
        let isTidy = !value.contains { $0 < 0x20 || $0 == UInt8(ascii: "*") }
        guard !isTidy else { return HTMLText.appendEscaped(value, to: &bytes) }
        var tidied: [UInt8] = []
        var tokens = CSSTokenizer(value, 0..<value.count)
        var end = 0
        while true {
            let token = tokens.next()
            if token.kind == .end { break }
            // A comment parts what stands around it.
            let hadComment = token.start > end
            if (token.kind == .whitespace || hadComment) && tidied.last != UInt8(ascii: " ") {
                tidied.append(UInt8(ascii: " "))
            }
            if token.kind != .whitespace { tidied += value[token.start..<token.end] }
            end = token.end
        }
        if tidied.last == UInt8(ascii: " ") { tidied.removeLast() }
        tidied.withUnsafeBufferPointer { HTMLText.appendEscaped($0, to: &bytes) }
    }
}

/// Signs of mail tools' tags, whose every byte must stay.
enum MailTags {
    /// Whether a text may have a tag.
    static func mayOccur(in text: Bytes) -> Bool {
        guard text.count > 3 else { return false }
        for index in 0..<(text.count - 1) {
            switch (text[index], text[index + 1]) {
            case (UInt8(ascii: "{"), UInt8(ascii: "{")), (UInt8(ascii: "{"), UInt8(ascii: "%")),
                (UInt8(ascii: "{"), UInt8(ascii: "$")), (UInt8(ascii: "*"), UInt8(ascii: "|")),
                (UInt8(ascii: "<"), UInt8(ascii: "%")):
                return true
            default: continue
            }
        }
        return false
    }
}
