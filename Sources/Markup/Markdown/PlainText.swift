import CCMarkGFM

extension MarkdownDocument {
    /// The text for readers of plain-text mail, wrapped at a width.
    ///
    /// Links become numbered notes, listed at the end, so that sentences stay readable; lists, quotes and tables keep
    /// their shape. An image is its alternative text.
    /// - Parameter write: what stands for a directive, whose label has the numbers of its links in it. Where a text is around
    ///   one, it stands between.
    public func plainText(width: Int = 72, write: (Directive) -> DirectiveText = { _ in DirectiveText() }) -> String {
        guard let root else { return "" }
        var writer = PlainTextWriter(width: width)
        let types = CMark.shared.directiveTypes
        var entries = directives.entries[...]
        var open: [(entry: DirectiveSurvey.Entry, text: DirectiveText?)] = []
        func begin(label: String?) {
            guard let last = open.last, last.text == nil else { return }
            let text = write(directive(of: last.entry, labelText: label))
            open[open.count - 1].text = text
            text.before.forEach { writer.write($0) }
        }
        root.forEachNode { node, entering in
            switch cmark_node_get_type(node) {
            case types.block:
                if entering, let entry = entries.popFirst() {
                    open.append((entry, nil))
                    if entry.label == nil { begin(label: nil) }
                } else if !entering {
                    open.popLast()?.text?.after.forEach { writer.write($0) }
                }
            case types.label: if !entering { begin(label: writer.takeInline()) }
            default: if entering { writer.enter(node) } else { writer.leave(node) }
            }
        }
        return writer.finish()
    }
}

/// Writes plain text while a tree is walked. Blocks nest as prefixes of their lines, so no recursion is needed.
private struct PlainTextWriter {
    let width: Int
    private var output = ""
    private var inline = ""
    private var notes: [String] = []
    private var prefixes: [(first: String, rest: String, used: Bool)] = []
    private var lists: [(number: Int?, isTight: Bool, itemCount: Int)] = []
    private var links: [(url: String, start: Int)] = []
    private var rows: [[String]] = []
    private var footnoteCount = 0

    init(width: Int) {
        self.width = width
    }

    mutating func enter(_ node: OpaqueNode) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_BLOCK_QUOTE: prefixes.append(("> ", "> ", false))
        case CMARK_NODE_LIST:
            let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
            lists.append(
                (isOrdered ? Int(cmark_node_get_list_start(node)) : nil, cmark_node_get_list_tight(node) != 0, 0))
        case CMARK_NODE_ITEM: enterItem(node)
        case CMARK_NODE_CODE_BLOCK:
            writeLines(node.literal.split(separator: "\n", omittingEmptySubsequences: false).dropLast())
        case CMARK_NODE_THEMATIC_BREAK: write(.rule)
        case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE: inline += node.literal
        case CMARK_NODE_SOFTBREAK: inline += " "
        case CMARK_NODE_LINEBREAK: inline += "\n"
        case CMARK_NODE_LINK: links.append((String(cString: cmark_node_get_url(node)), inline.utf8.count))
        case CMARK_NODE_HTML_BLOCK: writeLines(node.literal.split(separator: "\n")[...])
        case CMARK_NODE_FOOTNOTE_DEFINITION:
            // libcmark-gfm has put them in the order of their numbers.
            footnoteCount += 1
            let marker = "[note \(footnoteCount)] "
            prefixes.append((marker, String(repeating: " ", count: marker.count), false))
        case CMARK_NODE_FOOTNOTE_REFERENCE: inline += "[note \(node.literal)]"
        default: if ["table_row", "table_header"].contains(node.typeName) { rows.append([]) }
        }
    }

    mutating func leave(_ node: OpaqueNode) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_PARAGRAPH: writeInline()
        case CMARK_NODE_HEADING: leaveHeading(level: Int(cmark_node_get_heading_level(node)))
        case CMARK_NODE_LINK: leaveLink()
        case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_FOOTNOTE_DEFINITION: _ = prefixes.popLast()
        case CMARK_NODE_ITEM:
            // An empty item has its marker all the same.
            if prefixes.last?.used == false { writeLines([""]) }
            _ = prefixes.popLast()
        case CMARK_NODE_LIST: _ = lists.popLast()
        default: leaveTablePart(node)
        }
    }

    /// Writes a block that is no node of the tree.
    mutating func write(_ block: PlainTextBlock) {
        guard !block.lines.isEmpty else {
            return writeLines([String(repeating: "-", count: min(width, 24))[...]])
        }
        for (index, line) in block.lines.enumerated() {
            if index > 0 { inline += "\n" }
            let start = inline.utf8.count
            inline += line.text
            if let url = line.url { note(url, after: start) }
        }
        writeInline()
    }

    /// The inlines that were written since the last block.
    mutating func takeInline() -> String {
        defer { inline = "" }
        return inline
    }

    private mutating func leaveTablePart(_ node: OpaqueNode) {
        switch node.typeName {
        case "table_cell":
            if !rows.isEmpty { rows[rows.count - 1].append(inline) }
            inline = ""
        case "table": writeTable()
        default: break
        }
    }

    mutating func finish() -> String {
        guard !notes.isEmpty else { return output }
        output += "\n"
        for (index, url) in notes.enumerated() { output += "[\(index + 1)] \(url)\n" }
        return output
    }

    private mutating func enterItem(_ node: OpaqueNode) {
        guard !lists.isEmpty else { return }
        lists[lists.count - 1].itemCount += 1
        var marker = "- "
        if let number = lists.last?.number {
            marker = "\(number). "
            lists[lists.count - 1].number = number + 1
        }
        // A task's box is part of its marker.
        if node.typeName == "tasklist" {
            marker += cmark_gfm_extensions_get_tasklist_item_checked(node) ? "[x] " : "[ ] "
        }
        prefixes.append((marker, String(repeating: " ", count: marker.count), false))
    }

    private mutating func leaveHeading(level: Int) {
        let title = inline
        writeInline()
        guard level <= 2, !title.isEmpty else { return }
        output += prefix() + String(repeating: level == 1 ? "=" : "-", count: min(width, title.count)) + "\n"
    }

    private mutating func leaveLink() {
        guard let link = links.popLast() else { return }
        note(link.url, after: link.start)
    }

    /// Numbers the link whose text began at a byte of the inlines.
    private mutating func note(_ url: String, after start: Int) {
        let text = String(inline.utf8.dropFirst(start))
        // A link whose text is its own address needs no note.
        guard !url.isEmpty, text != url, "mailto:" + (text ?? "") != url else { return }
        let number = notes.firstIndex(of: url) ?? notes.count
        if number == notes.count { notes.append(url) }
        inline += " [\(number + 1)]"
    }

    private mutating func writeInline() {
        let text = inline
        inline = ""
        guard !text.isEmpty else { return }
        let room = max(20, width - prefixes.reduce(0) { $0 + $1.rest.count })
        var lines: [Substring] = []
        for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
            lines += part.wrapped(to: room)
        }
        writeLines(lines[...])
    }

    private mutating func writeTable() {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in rows.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0 }
        var lines = rows.map { row in
            row.enumerated().map { $1 + String(repeating: " ", count: widths[$0] - $1.count) }.joined(separator: "  ")
        }
        if lines.count > 1 {
            lines.insert(widths.map { String(repeating: "-", count: $0) }.joined(separator: "  "), at: 1)
        }
        // A table wider than the page is told row by row, each cell with its column's name.
        if widths.reduce(-2, { $0 + $1 + 2 }) > width, let header = rows.first {
            lines = rows.dropFirst().flatMap { row in
                row.enumerated().map { "\(header.count > $0 ? header[$0] : ""): \($1)" } + [""]
            }
            if lines.last?.isEmpty == true { lines.removeLast() }
            lines = lines.flatMap { $0.isEmpty ? [""] : $0.wrapped(to: width).map(String.init) }
        }
        rows = []
        writeLines(lines.map { $0[...] }[...])
    }

    private mutating func writeLines(_ lines: ArraySlice<Substring>) {
        if needsGap { output += blankPrefix() + "\n" }
        for line in lines { output += (prefix() + line).trimmingTrailingSpaces + "\n" }
    }

    /// Blocks are set apart by a blank line, but not within a tight list once it has begun.
    private var needsGap: Bool {
        guard !output.isEmpty, let list = lists.last, list.isTight else { return !output.isEmpty }
        return lists.count == 1 && list.itemCount == 1 && prefixes.last?.used == false
    }

    private func blankPrefix() -> String {
        // What has not begun yet, such as a quote, has no lines before its first.
        prefixes.filter(\.used).map(\.rest).joined().trimmingTrailingSpaces
    }

    private mutating func prefix() -> String {
        var text = ""
        for index in prefixes.indices {
            text += prefixes[index].used ? prefixes[index].rest : prefixes[index].first
            prefixes[index].used = true
        }
        return text
    }
}

extension StringProtocol {
    /// The lines of the text when it is broken between words; a word longer than the width has a line of its own. A mail tool's
    /// tag is one word: many tools take none that goes over a line end.
    public func wrapped(to width: Int) -> [Substring] {
        var lines: [Substring] = []
        var line: Substring = ""
        var length = 0
        for word in wordsAndTags {
            let count = word.count
            if !line.isEmpty, length + 1 + count > width {
                lines.append(line)
                (line, length) = ("", 0)
            }
            if !line.isEmpty { (line, length) = (line + " ", length + 1) }
            line += Substring(word)
            length += count
        }
        return lines + (line.isEmpty ? [] : [line])
    }

    /// What spaces part, but those in tags.
    private var wordsAndTags: [Substring] {
        let words = split(separator: " ").map { Substring($0) }
        guard contains("{") || contains("*|") || contains("[[") else { return words }
        return Array(utf8).withUnsafeBufferPointer { text in
            var parts: [Substring] = []
            var word = 0..<0
            var index = 0
            func close() {
                if !word.isEmpty { parts.append(String(decoding: text[word], as: UTF8.self)[...]) }
            }
            while index < text.count {
                if text[index] == UInt8(ascii: " ") {
                    close()
                    index += 1
                    word = index..<index
                    continue
                }
                index = TemplateTag.end(in: text, at: index, ofAllTools: true) ?? index + 1
                word = word.lowerBound..<index
            }
            close()
            return parts
        }
    }
}

extension OpaqueNode {
    /// The node's own text; empty where it has none.
    fileprivate var literal: String { cmark_node_get_literal(self).map { String(cString: $0) } ?? "" }

    /// The name of the node's type, by which the extensions' types are told.
    fileprivate var typeName: String { String(cString: cmark_node_get_type_string(self)) }
}

extension String {
    fileprivate var trimmingTrailingSpaces: String {
        var text = self
        while text.hasSuffix(" ") { text.removeLast() }
        return text
    }
}
