/// Where a mail tool's tag begins and ends in a text.
enum TemplateTag {
    /// The most bytes of a tag; what is longer is text with a bracket in it.
    private static let longest = 400

    /// One past the tag that begins at a place: `*|NAME|*` and `*|NAME:…|*` of Mailchimp, or what stands on one line in `{{ }}`,
    /// `{{{ }}}`, `{% %}`, `{$ }` or `[[ ]]`, where it has no brackets and no code span in it. Linear in the tag.
    static func end(in text: UnsafeBufferPointer<UInt8>, at start: Int, ofAllTools: Bool) -> Int? {
        guard start + 3 < text.count else { return nil }
        switch (text[start], text[start + 1]) {
        case (UInt8(ascii: "*"), UInt8(ascii: "|")): return endOfMergeTag(in: text, from: start + 2)
        case (UInt8(ascii: "{"), UInt8(ascii: "{")) where ofAllTools:
            let braces = text[start + 2] == UInt8(ascii: "{") ? 3 : 2
            return end(in: text, from: start + braces, Array(repeating: UInt8(ascii: "}"), count: braces))
        case (UInt8(ascii: "{"), UInt8(ascii: "%")) where ofAllTools:
            return end(in: text, from: start + 2, Array("%}".utf8))
        case (UInt8(ascii: "{"), UInt8(ascii: "$")) where ofAllTools:
            return end(in: text, from: start + 2, Array("}".utf8))
        case (UInt8(ascii: "["), UInt8(ascii: "[")) where ofAllTools && isLetter(text[start + 2]):
            // `[[a]](b.md)` is a link that says "[a]".
            return end(in: text, from: start + 2, Array("]]".utf8)).flatMap { end in
                end < text.count && "([:".utf8.contains(text[end]) ? nil : end
            }
        default: return nil
        }
    }

    /// Whether a byte of a tag means nothing to Markdown there.
    static func isPlain(_ byte: UInt8) -> Bool { isWordByte(byte) || byte >= 0x80 || "{}%$.".utf8.contains(byte) }

    private static func end(in text: UnsafeBufferPointer<UInt8>, from start: Int, _ close: [UInt8]) -> Int? {
        var index = start
        let limit = min(text.count, start + longest)
        while index < limit {
            if text[index...].starts(with: close) { return index > start ? index + close.count : nil }
            guard !"{}[]\n\r`".utf8.contains(text[index]) else { return nil }
            index += 1
        }
        return nil
    }

    /// A name of capital letters, digits and `_:.=-`, which after a colon any words may follow, as in `*|DATE:d/m/y|*`.
    private static func endOfMergeTag(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var index = start
        var hasColon = false
        let limit = min(text.count, start + longest)
        while index < limit, isNameByte(text[index]) || hasColon && !"*|\n\r`".utf8.contains(text[index]) {
            hasColon = hasColon || text[index] == UInt8(ascii: ":") && index > start
            index += 1
        }
        guard index > start, index + 1 < text.count, text[index] == UInt8(ascii: "|"),
            text[index + 1] == UInt8(ascii: "*")
        else { return nil }
        return index + 2
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || isDigit(byte) || "_:.=-".utf8.contains(byte)
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
