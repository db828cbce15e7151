/// Downlevel-revealed conditional comments, as Outlook knows them: `<![if !mso]>` … `<![endif]>`.
///
/// To an HTML parser they are bogus comments, and libxml2's drops them. They are turned into comments with a mark of ours
/// before parsing, and back when the tree is written.
enum ConditionalComments {
    private static let mark = "prowess-conditional:"

    /// The text with each such comment marked; within ordinary comments, scripts and styles nothing is changed.
    static func protect(in text: String) -> String {
        guard text.contains("<![") else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 256)
        var index = 0
        while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            result += bytes[index..<start]
            if let end = endOfOpaquePart(bytes[start...]) {
                result += bytes[start..<end]
                index = end
            } else if bytes[start...].starts(with: "<![".utf8),
                let close = bytes[start...].firstIndex(of: UInt8(ascii: ">"))
            {
                result += Array("<!--\(mark)".utf8) + bytes[(start + 2)..<close] + Array("-->".utf8)
                index = close + 1
            } else {
                result.append(bytes[start])
                index = start + 1
            }
        }
        result += bytes[index...]
        return String(decoding: result, as: UTF8.self)
    }

    /// The comment as it was written, if this is the content of one that was marked.
    static func restored(_ comment: String) -> String? {
        comment.hasPrefix(mark) ? "<!" + comment.dropFirst(mark.count) + ">" : nil
    }

    /// Where the comment, tag, script or style that begins here ends; nil where none begins.
    private static func endOfOpaquePart(_ text: ArraySlice<UInt8>) -> Int? {
        if text.starts(with: "<!--".utf8) { return place(after: "-->", in: text.dropFirst(4)) ?? text.endIndex }
        let name = text.dropFirst().prefix { $0.isASCIIAlphanumeric }.map(\.lowercased)
        guard !name.isEmpty else { return nil }
        return ["script", "style"].contains { name.elementsEqual($0.utf8) }
            ? endOfRawText(name, in: text) : endOfTag(text)
    }

    /// Where a tag ends: at a `>` that is in no quoted value.
    private static func endOfTag(_ text: ArraySlice<UInt8>) -> Int {
        var quote: UInt8?
        var previous: UInt8 = 0
        for index in text.indices {
            let byte = text[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: ">") {
                return index + 1
            } else if previous == UInt8(ascii: "="), byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            }
            if byte > 0x20 { previous = byte }
        }
        return text.endIndex
    }

    private static func endOfRawText(_ name: [UInt8], in text: ArraySlice<UInt8>) -> Int {
        var rest = text.dropFirst()
        while let end = place(after: "</", in: rest) {
            rest = rest[end...]
            if rest.prefix(name.count).map(\.lowercased) == name { return end - 2 }
        }
        return text.endIndex
    }

    /// One past the first place of an ASCII text.
    private static func place(after word: StaticString, in text: ArraySlice<UInt8>) -> Int? {
        let wanted = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        var rest = text
        while let start = rest.firstIndex(of: wanted[0]) {
            if text[start...].starts(with: wanted) { return start + wanted.count }
            rest = rest[(start + 1)...]
        }
        return nil
    }
}

extension UInt8 {
    /// A letter or a digit of ASCII.
    fileprivate var isASCIIAlphanumeric: Bool {
        (lowercased &- UInt8(ascii: "a")) < 26 || (self &- UInt8(ascii: "0")) < 10
    }

    /// The small letter of a capital one of ASCII; anything else as it is.
    fileprivate var lowercased: UInt8 { (self &- UInt8(ascii: "A")) < 26 ? self | 0x20 : self }
}
