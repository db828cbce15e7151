/// Mailchimp's merge tags, such as `*|FNAME|*`, whose asterisks Markdown would take for emphasis.
enum MergeTags {
    private static let asterisk = UInt8(ascii: "*")
    private static let bar = UInt8(ascii: "|")

    /// The text with the asterisks of each merge tag escaped, so that the tag comes out as it was written.
    static func escaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var escaped: [UInt8] = []
        escaped.reserveCapacity(text.count + 64)
        var rest = text
        while let byte = rest.first {
            if let tag = tag(at: rest) {
                escaped +=
                    [UInt8(ascii: "\\"), asterisk] + tag.dropFirst().dropLast() + [UInt8(ascii: "\\"), asterisk]
                rest = rest[tag.endIndex...]
            } else {
                escaped.append(byte)
                rest = rest.dropFirst()
            }
        }
        return escaped
    }

    /// The merge tag that a text begins with: capital letters, digits and `_:.=-` between `*|` and `|*`.
    private static func tag(at text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard text.starts(with: [asterisk, bar]) else { return nil }
        let name = text.dropFirst(2).prefix { byte in
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || "_:.=-".utf8.contains(byte)
        }
        let end = text[name.endIndex...]
        guard !name.isEmpty, end.starts(with: [bar, asterisk]) else { return nil }
        return text[text.startIndex..<end.index(end.startIndex, offsetBy: 2)]
    }
}
