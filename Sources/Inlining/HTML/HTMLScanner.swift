import CSS

/// Finds the tags of a document (HTML Standard, 13.2.5) and hands them to the tree.
///
/// Comments, with Outlook's conditional ones, and mail tools' tags such as `{{ … }}`, `{% … %}`, `<% … %>` and `*|…|*` are passed over.
struct HTMLScanner {
    private let text: Bytes
    private var position = 0
    private var tree: HTMLTree
    private var templateTags: TemplateTags

    private init(_ text: Bytes) {
        self.text = text
        tree = HTMLTree(text)
        templateTags = TemplateTags(text)
    }

    /// Reads a document.
    /// - Parameter names: receives the elements' names; begins with `ElementNames.all`.
    static func document(_ text: Bytes, names: inout AtomTable) -> HTMLDocument {
        var scanner = HTMLScanner(text)
        if text.count >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF { scanner.position = 3 }
        scanner.scan(&names)
        return scanner.tree.finished(at: text.count)
    }

    private mutating func scan(_ names: inout AtomTable) {
        while position < text.count {
            let start = position
            let bracket = find(UInt8(ascii: "<"), from: position) ?? text.count
            if bracket > start {
                // A tag of a mail tool may hold what looks like the beginning of an element.
                if let end = templateTags.end(within: start..<bracket) {
                    tree.addText(start..<end)
                    position = end
                    continue
                }
                tree.addText(start..<bracket)
            }
            guard bracket < text.count else { return }
            position = bracket
            markup(&names)
        }
    }

    private mutating func markup(_ names: inout AtomTable) {
        let start = position
        guard start + 1 < text.count else { return skipText(1) }
        let byte = text[start + 1]
        if byte.isASCIILetter { return startTag(&names) }
        switch byte {
        case UInt8(ascii: "/"):
            guard start + 2 < text.count else { return skipText(2) }
            guard text[start + 2].isASCIILetter else { return skipPast(UInt8(ascii: ">")) }
            endTag(&names)
        case UInt8(ascii: "!"): declaration()
        case UInt8(ascii: "?"): skipPast(UInt8(ascii: ">"))
        case UInt8(ascii: "%"):
            let end = find("%>", from: start + 2)
            tree.addText(start..<(end ?? text.count))
            position = end ?? text.count
        default: skipText(1)
        }
    }

    private mutating func skipText(_ count: Int) {
        tree.addText(position..<(position + count))
        position += count
    }

    private mutating func skipPast(_ byte: UInt8) {
        position = find(byte, from: position).map { $0 + 1 } ?? text.count
    }

    /// A comment, a doctype, or `<![if !mso]>` and the like, which are comments to a browser.
    private mutating func declaration() {
        let start = position
        defer { tree.addComment(start..<position) }
        guard starts("--", at: start + 2) else {
            if text.equals(start + 2..<min(start + 9, text.count), lowercase: "doctype") { tree.noteDoctype() }
            return skipPast(UInt8(ascii: ">"))
        }
        if starts(">", at: start + 4) || starts("->", at: start + 4) {
            return skipPast(UInt8(ascii: ">"))
        }
        var index = start + 4
        while let dashes = find("--", from: index) {
            if starts(">", at: dashes) {
                position = dashes + 1
                return
            }
            if starts("!>", at: dashes) {
                position = dashes + 2
                return
            }
            index = dashes - 1
        }
        position = text.count
    }

    private mutating func endTag(_ names: inout AtomTable) {
        let start = position
        let name = name(from: start + 2)
        position = name.upperBound
        guard skipToTagEnd() else { return }
        let atom = names.intern(Bytes(rebasing: text[name]), lowercased: true)
        tree.close(atom, tag: start..<position)
    }

    private mutating func startTag(_ names: inout AtomTable) {
        let start = position
        let name = name(from: start + 1)
        position = name.upperBound
        let firstAttribute = tree.attributeCount
        var closesItself = false
        var hasTemplateTags = false
        attributes: while true {
            while position < text.count, text[position].isCSSWhitespace || text[position] == UInt8(ascii: "/") {
                closesItself = text[position] == UInt8(ascii: "/")
                position += 1
            }
            guard position < text.count else {
                // A tag that is cut off is no element.
                tree.dropAttributes(from: firstAttribute)
                return
            }
            if text[position] == UInt8(ascii: ">") { break attributes }
            closesItself = false
            if let end = templateTags.end(at: position) {
                position = end
                hasTemplateTags = true
            } else {
                readAttribute()
            }
        }
        position += 1
        let atom = names.intern(Bytes(rebasing: text[name]), lowercased: true)
        let content = tree.open(
            atom, tag: start..<position, nameEnd: name.upperBound, firstAttribute: firstAttribute,
            hasTemplateTags: hasTemplateTags, closesItself: closesItself)
        if content == .rawText { skipRawText(atom, name: name, start: start) }
    }

    private mutating func readAttribute() {
        let start = position
        position += 1
        while position < text.count {
            let byte = text[position]
            if byte.isCSSWhitespace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
                || byte == UInt8(ascii: "=")
            {
                break
            }
            position += 1
        }
        let name = start..<position
        var index = position
        while index < text.count, text[index].isCSSWhitespace { index += 1 }
        guard index < text.count, text[index] == UInt8(ascii: "=") else {
            return tree.addAttribute(name, value: position..<position, end: position)
        }
        index += 1
        while index < text.count, text[index].isCSSWhitespace { index += 1 }
        guard index < text.count else {
            position = index
            return
        }
        let quote = text[index]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let end = endOfQuoted(from: index + 1, quote: quote)
            position = min(end + 1, text.count)
            tree.addAttribute(name, value: (index + 1)..<end, end: position)
        } else {
            position = index
            while position < text.count, !text[position].isCSSWhitespace, text[position] != UInt8(ascii: ">") {
                position = templateTags.end(at: position) ?? position + 1
            }
            tree.addAttribute(name, value: index..<position, end: position)
        }
    }

    /// The quotation mark that ends a value. A mail tool's tag in it may have such marks of its own: `"{{ f "x" }}"`.
    private mutating func endOfQuoted(from start: Int, quote: UInt8) -> Int {
        var end = find(quote, from: start) ?? text.count
        var index = start
        while index < end, let brace = text.place(of: UInt8(ascii: "{"), in: index..<end) {
            index = brace + 1
            guard let tagEnd = templateTags.end(at: brace) else { continue }
            index = tagEnd
            guard tagEnd > end, text[brace..<tagEnd].count(where: { $0 == quote }) % 2 == 0 else { continue }
            end = find(quote, from: tagEnd) ?? text.count
        }
        return end
    }

    /// Passes the attributes of an end tag, which mean nothing.
    private mutating func skipToTagEnd() -> Bool {
        while position < text.count {
            let byte = text[position]
            position += 1
            if byte == UInt8(ascii: ">") { return true }
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                // A quotation mark only counts as one after an equals sign.
                var before = position - 2
                while before > 0, text[before].isCSSWhitespace { before -= 1 }
                guard text[before] == UInt8(ascii: "=") else { continue }
                position = find(byte, from: position).map { $0 + 1 } ?? text.count
            }
        }
        return false
    }

    /// Passes text up to the end tag of a name, whatever is in it.
    private mutating func skipRawText(_ atom: AtomTable.Atom, name: Range<Int>, start: Int) {
        let content = position
        while let slash = find("</", from: position) {
            let end = slash + name.count
            if end <= text.count, isSame(slash..<end, name), end < text.count,
                text[end].isCSSWhitespace || text[end] == UInt8(ascii: "/") || text[end] == UInt8(ascii: ">")
            {
                tree.addText(content..<(slash - 2))
                position = end
                let isClosed = skipToTagEnd()
                tree.closeRawText(atom, start: start, content: content..<(slash - 2), end: position)
                if !isClosed { position = text.count }
                return
            }
            position = slash
        }
        position = text.count
        tree.addText(content..<position)
        tree.closeRawText(atom, start: start, content: content..<position, end: position)
    }

    private func isSame(_ range: Range<Int>, _ name: Range<Int>) -> Bool {
        zip(text[range], text[name]).allSatisfy { $0.asciiLowercased == $1.asciiLowercased }
    }

    private mutating func name(from start: Int) -> Range<Int> {
        var end = start
        while end < text.count, !text[end].isCSSWhitespace, text[end] != UInt8(ascii: ">"),
            text[end] != UInt8(ascii: "/")
        {
            end = templateTags.end(at: end) ?? end + 1
        }
        return start..<end
    }

    // MARK: Searching

    private func starts(_ ascii: StaticString, at index: Int) -> Bool {
        guard index + ascii.utf8CodeUnitCount <= text.count else { return false }
        for offset in 0..<ascii.utf8CodeUnitCount where text[index + offset] != ascii.utf8Start[offset] { return false }
        return true
    }

    private func find(_ byte: UInt8, from start: Int) -> Int? { text.place(of: byte, in: start..<text.count) }

    /// One past two characters.
    private func find(_ pair: StaticString, from start: Int) -> Int? {
        var index = start
        while let found = find(pair.utf8Start[0], from: index) {
            if found + 1 < text.count, text[found + 1] == pair.utf8Start[1] { return found + 2 }
            index = found + 1
        }
        return nil
    }
}

extension UInt8 {
    /// A letter of ASCII.
    var isASCIILetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }
}
