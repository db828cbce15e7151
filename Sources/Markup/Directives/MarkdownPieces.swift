import Diagnostics

extension MarkdownDocument {
    /// The text as HTML and directives, in order. It is rendered once, so that footnotes are numbered through and stand at its
    /// end.
    public func pieces() -> [MarkdownPiece] {
        guard let root else { return [] }
        guard !directives.entries.isEmpty else { return [.html(html())] }
        let html = Array(CMark.shared.html(root, options: options).utf8)
        var children: [Int?: [Int]] = [:]
        for (index, entry) in directives.entries.enumerated() { children[entry.parent, default: []].append(index) }
        return pieces(of: html, in: 0..<html.count, around: children[nil] ?? [], children)
    }

    /// A part of the HTML with directives in it. As deep as directives are, which is not deep.
    private func pieces(
        of html: [UInt8], in range: Range<Int>, around indices: [Int], _ children: [Int?: [Int]]
    ) -> [MarkdownPiece] {
        var pieces: [MarkdownPiece] = []
        var place = range.lowerBound
        func addHTML(to end: Int) {
            let text = html[place..<max(place, end)].drop { $0 == UInt8(ascii: "\n") }
            if !text.isEmpty { pieces.append(.html(withTasks(String(decoding: text, as: UTF8.self)))) }
        }
        for index in indices {
            let entry = directives.entries[index]
            addHTML(to: entry.block.html.lowerBound)
            place = entry.block.html.upperBound
            let content = (entry.block.labelHTML?.upperBound ?? entry.block.html.lowerBound)..<place
            pieces.append(
                .directive(
                    directive(of: entry, html: html),
                    content: self.pieces(of: html, in: content, around: children[index] ?? [], children)))
        }
        addHTML(to: range.upperBound)
        return pieces
    }

    /// What a directive is to others.
    /// - Parameters:
    ///   - html: what was rendered last; without it there is no label.
    ///   - labelText: the label's text; nil where it is to be found in the tree.
    func directive(of entry: DirectiveSurvey.Entry, html: [UInt8] = [], labelText: String? = nil) -> Directive {
        let block = entry.block
        let range = block.labelHTML ?? 0..<0
        let label = entry.label.map { node in
            Directive.Label(
                html: range.upperBound <= html.count ? String(decoding: html[range], as: UTF8.self) : "",
                text: labelText ?? node.inlineText)
        }
        let places = block.line.attributes.map { ($0.name, entry.location(ofByte: $0.valueOffset)) }
        return Directive(
            name: block.line.name, label: label, attributes: block.attributes,
            written: block.written, imageSize: block.imageSize, headingLevel: block.headingLevel,
            location: entry.location, locations: Dictionary(places, uniquingKeysWith: { first, _ in first }))
    }
}
