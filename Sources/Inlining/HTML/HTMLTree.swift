import CSS

/// Puts tags together as a tree (HTML Standard, 13.2.6), with the elements that the parser makes up: `html`, `head`, `body`,
/// and those that a table is given.
///
/// Two rules of the standard are simplified, for they concern tags that are out of order: inline styles are not begun anew
/// in the next block, and what stands between the rows of a table becomes a child of the table's parent, but is not moved.
struct HTMLTree {
    private let text: Bytes
    private var document = HTMLDocument()
    private var open: [Int32] = []
    /// How many elements of each name are open, to know quickly that there is none.
    private var openCounts = [Int32](repeating: 0, count: ElementNames.traits.count)
    private let traits = ElementNames.traits
    private var html: Int32 = -1
    private var head: Int32 = -1
    private var body: Int32 = -1
    private var headIsOpen = false
    private var hasDoctype = false

    /// What follows a start tag.
    enum Content {
        case nodes, rawText
    }

    init(_ text: Bytes) {
        self.text = text
        document.elements.reserveCapacity(text.count / 48)
        document.attributes.reserveCapacity(text.count / 24)
    }

    mutating func finished(at end: Int) -> HTMLDocument {
        if headIsOpen, head >= 0, document.elements[Int(head)].isWritten { document.headEnd = document.headEnd ?? end }
        document.isQuirky = !hasDoctype && !document.isFragment
        return document
    }

    // MARK: What the scanner hands over

    var attributeCount: Int { document.attributes.count }

    mutating func dropAttributes(from count: Int) {
        document.attributes.removeSubrange(count...)
    }

    mutating func noteDoctype() {
        hasDoctype = true
        document.isFragment = false
    }

    mutating func addComment(_ range: Range<Int>) {
        document.comments.append(range)
    }

    mutating func addAttribute(_ name: Range<Int>, value: Range<Int>, end: Int) {
        let role: HTMLAttribute.Role =
            switch name.count {
            case 2: text.equals(name, lowercase: "id") ? .id : .other
            case 5:
                text.equals(name, lowercase: "class")
                    ? .className : text.equals(name, lowercase: "style") ? .style : .other
            default: .other
            }
        document.attributes.append(
            HTMLAttribute(
                name: Int32(name.lowerBound)..<Int32(name.upperBound),
                value: Int32(value.lowerBound)..<Int32(value.upperBound), end: Int32(end), role: role))
    }

    /// Notes that there is text, which makes an element other than empty.
    mutating func addText(_ range: Range<Int>) {
        if let top = open.last, top != html, top != head {
            document.elements[Int(top)].hasText = true
        } else if text[range].contains(where: { !$0.isCSSWhitespace }) {
            ensureBody()
            document.elements[Int(body)].hasText = true
        }
    }

    /// Adds an element.
    mutating func open(
        _ name: AtomTable.Atom, tag: Range<Int>, nameEnd: Int, firstAttribute: Int, hasTemplateTags: Bool,
        closesItself: Bool
    ) -> Content {
        let attributes = Int32(firstAttribute)..<Int32(document.attributes.count)
        let start = Element(
            name: name, tag: Int32(tag.lowerBound)..<Int32(tag.upperBound), nameEnd: Int32(nameEnd),
            attributes: attributes, hasTemplateTags: hasTemplateTags)
        switch name {
        case ElementNames.html: openHTML(start)
        case ElementNames.head: openHead(start)
        case ElementNames.body: openBody(start)
        default: return openOrdinary(start, closesItself: closesItself)
        }
        document.isFragment = false
        return .nodes
    }

    /// A start tag.
    private struct Element {
        let name: AtomTable.Atom
        let tag: Range<Int32>
        let nameEnd: Int32
        let attributes: Range<Int32>
        let hasTemplateTags: Bool
    }

    // MARK: html, head, body

    private mutating func openHTML(_ start: Element) {
        if html < 0 {
            html = append(start, parent: -1)
            push(html)
        } else if !document.elements[Int(html)].isWritten {
            adopt(start, for: html)
        }
    }

    private mutating func openHead(_ start: Element) {
        ensureHTML()
        if head < 0, body < 0 {
            head = append(start, parent: html)
            push(head)
            headIsOpen = true
        } else if head >= 0, !document.elements[Int(head)].isWritten {
            adopt(start, for: head)
        }
    }

    private mutating func openBody(_ start: Element) {
        ensureHTML()
        closeHead(at: Int(start.tag.lowerBound))
        if body < 0 {
            body = append(start, parent: html)
            push(body)
        } else if !document.elements[Int(body)].isWritten {
            adopt(start, for: body)
        }
    }

    /// Gives a made-up element the tag that came late.
    private mutating func adopt(_ start: Element, for element: Int32) {
        document.elements[Int(element)].tag = start.tag
        document.elements[Int(element)].nameEnd = start.nameEnd
        document.elements[Int(element)].attributes = start.attributes
        document.elements[Int(element)].hasTemplateTags = start.hasTemplateTags
    }

    private mutating func ensureHTML() {
        guard html < 0 else { return }
        html = append(Self.madeUp(ElementNames.html), parent: -1)
        push(html)
    }

    private mutating func ensureHead() {
        ensureHTML()
        guard head < 0 else { return }
        head = append(Self.madeUp(ElementNames.head), parent: html)
        push(head)
        headIsOpen = true
    }

    private mutating func ensureBody() {
        ensureHTML()
        guard body < 0 else { return }
        closeHead(at: nil)
        body = append(Self.madeUp(ElementNames.body), parent: html)
        push(body)
    }

    private mutating func closeHead(at position: Int?) {
        if headIsOpen, head >= 0, let top = open.firstIndex(of: head) {
            pop(to: top)
            if document.elements[Int(head)].isWritten { document.headEnd = document.headEnd ?? position }
        }
        headIsOpen = false
    }

    private static func madeUp(_ name: AtomTable.Atom) -> Element {
        Element(name: name, tag: -1..<(-1), nameEnd: -1, attributes: 0..<0, hasTemplateTags: false)
    }

    // MARK: Start tags

    private func traits(of name: AtomTable.Atom) -> ElementNames.Traits {
        Int(name) < traits.count ? traits[Int(name)] : []
    }

    private mutating func openOrdinary(_ start: Element, closesItself: Bool) -> Content {
        let trait = traits(of: start.name)
        let isInHead = trait.contains(.headContent) && body < 0
        if isInHead {
            if head >= 0, !headIsOpen {
                // After the head has ended, what belongs into it is still put there.
                return finish(append(start, parent: head), start, trait, closesItself: closesItself)
            }
            ensureHead()
        } else {
            ensureBody()
        }
        if isForeign(open.last), !leavesForeignContent(trait) {
            let element = append(start, parent: open.last ?? body)
            document.elements[Int(element)].isForeign = true
            if !closesItself { push(element) }
            return .nodes
        }
        if !isInHead { closeWhatEnds(start.name, trait) }
        let element = append(start, parent: parent(for: trait))
        if start.name == ElementNames.svg || start.name == ElementNames.math {
            document.elements[Int(element)].isForeign = true
            if !closesItself { push(element) }
            return .nodes
        }
        return finish(element, start, trait, closesItself: closesItself)
    }

    private mutating func finish(
        _ element: Int32, _ start: Element, _ trait: ElementNames.Traits, closesItself: Bool
    ) -> Content {
        if start.name == ElementNames.link, isStylesheetLink(document.elements[Int(element)]) {
            document.stylesheetLinks.append(start.tag.wide)
        }
        if trait.contains(.void) { return .nodes }
        push(element)
        return trait.contains(.rawText) ? .rawText : .nodes
    }

    private func isForeign(_ element: Int32?) -> Bool {
        guard let element, document.elements[Int(element)].isForeign else { return false }
        // Within these, a drawing holds HTML again.
        return document.elements[Int(element)].name != ElementNames.foreignObject
    }

    private mutating func leavesForeignContent(_ trait: ElementNames.Traits) -> Bool {
        guard trait.contains(.breaksOut) else { return false }
        while let top = open.last, document.elements[Int(top)].isForeign { pop(to: open.count - 1) }
        return true
    }

    private mutating func closeWhatEnds(_ name: AtomTable.Atom, _ trait: ElementNames.Traits) {
        switch name {
        case ElementNames.li: closeItem([ElementNames.li])
        case ElementNames.dt, ElementNames.dd: closeItem([ElementNames.dt, ElementNames.dd])
        case ElementNames.option: if openName == ElementNames.option { pop(to: open.count - 1) }
        case ElementNames.optgroup:
            if openName == ElementNames.option { pop(to: open.count - 1) }
            if openName == ElementNames.optgroup { pop(to: open.count - 1) }
        case ElementNames.a, ElementNames.button: if let place = place(of: name, boundedBy: .scope) { pop(to: place) }
        case ElementNames.table: if hasDoctype || document.isFragment { closeParagraph() }
        case ElementNames.caption, ElementNames.colgroup, ElementNames.tbody, ElementNames.thead, ElementNames.tfoot:
            closeTableParts(downTo: [])
        case ElementNames.col:
            closeTableParts(downTo: [ElementNames.colgroup])
            if openName == ElementNames.table { makeUp(ElementNames.colgroup) }
        case ElementNames.tr:
            closeTableParts(downTo: [ElementNames.tbody, ElementNames.thead, ElementNames.tfoot])
            if openName == ElementNames.table { makeUp(ElementNames.tbody) }
        case ElementNames.td, ElementNames.th:
            closeTableParts(
                downTo: [ElementNames.tr, ElementNames.tbody, ElementNames.thead, ElementNames.tfoot])
            if openName == ElementNames.table { makeUp(ElementNames.tbody) }
            if let openName, [ElementNames.tbody, ElementNames.thead, ElementNames.tfoot].contains(openName) {
                makeUp(ElementNames.tr)
            }
        default: break
        }
        if trait.contains(.endsParagraph) { closeParagraph() }
        if trait.contains(.heading), let openName, traits(of: openName).contains(.heading) { pop(to: open.count - 1) }
    }

    private var openName: AtomTable.Atom? { open.last.map { document.elements[Int($0)].name } }

    private mutating func makeUp(_ name: AtomTable.Atom) {
        push(append(Self.madeUp(name), parent: open.last ?? body))
    }

    private mutating func closeParagraph() {
        guard openCounts[Int(ElementNames.p)] > 0, let place = place(of: ElementNames.p, boundedBy: .scope) else {
            return
        }
        pop(to: place)
    }

    /// Ends an item of a list that another one follows.
    private mutating func closeItem(_ names: [AtomTable.Atom]) {
        guard names.contains(where: { openCounts[Int($0)] > 0 }) else { return }
        for place in open.indices.reversed() {
            let name = document.elements[Int(open[place])].name
            if names.contains(name) { return pop(to: place) }
            let isPassed = [ElementNames.p, ElementNames.div, ElementNames.address].contains(name)
            if traits(of: name).contains(.special), !isPassed { return }
        }
    }

    /// Ends the parts of the innermost table until one of some names, or the table itself, is open.
    private mutating func closeTableParts(downTo names: [AtomTable.Atom]) {
        guard openCounts[Int(ElementNames.table)] > 0,
            let table = open.lastIndex(where: { document.elements[Int($0)].name == ElementNames.table })
        else { return }
        var place = open.count - 1
        while place > table, !names.contains(document.elements[Int(open[place])].name) { place -= 1 }
        pop(to: place + 1)
    }

    /// Where an element goes: what may not stand between the rows of a table goes beside the table.
    private func parent(for trait: ElementNames.Traits) -> Int32 {
        guard let top = open.last else { return body }
        let name = document.elements[Int(top)].name
        guard (ElementNames.table...ElementNames.tr).contains(name), !trait.contains(.tablePart),
            let table = open.lastIndex(where: { document.elements[Int($0)].name == ElementNames.table })
        else { return top }
        return document.elements[Int(open[table])].parent
    }

    // MARK: End tags

    mutating func close(_ name: AtomTable.Atom, tag: Range<Int>) {
        let trait = traits(of: name)
        switch name {
        case ElementNames.html, ElementNames.body: return
        case ElementNames.head:
            guard headIsOpen else { return }
            return closeHead(at: tag.lowerBound)
        case ElementNames.p where openCounts[Int(name)] == 0 || place(of: name, boundedBy: .scope) == nil:
            // An end tag without a paragraph makes an empty one.
            ensureBody()
            _ = append(Self.madeUp(name), parent: open.last ?? body)
            return
        default: break
        }
        guard Int(name) < openCounts.count, openCounts[Int(name)] > 0 || trait.contains(.heading) else { return }
        if trait.contains(.heading) {
            for place in open.indices.reversed() {
                let found = traits(of: document.elements[Int(open[place])].name)
                if found.contains(.heading) { return pop(to: place) }
                if found.contains(.scope) { return }
            }
        } else if (ElementNames.table...ElementNames.colgroup).contains(name) {
            for place in open.indices.reversed() {
                let found = document.elements[Int(open[place])].name
                if found == name { return pop(to: place) }
                if found == ElementNames.table { return }
            }
        } else if trait.contains(.formatting) {
            closeFormatting(name)
        } else {
            for place in open.indices.reversed() {
                let found = document.elements[Int(open[place])].name
                if found == name { return pop(to: place) }
                if traits(of: found).contains(trait.contains(.special) ? .scope : .special) { return }
            }
        }
    }

    /// Ends an inline style; a block that began within it stays open.
    private mutating func closeFormatting(_ name: AtomTable.Atom) {
        var hasBlock = false
        for place in open.indices.reversed() {
            let found = document.elements[Int(open[place])].name
            if found == name {
                guard hasBlock else { return pop(to: place) }
                openCounts[Int(name)] -= 1
                open.remove(at: place)
                return
            }
            if traits(of: found).contains(.scope) { return }
            hasBlock = hasBlock || traits(of: found).contains(.special)
        }
    }

    mutating func closeRawText(_ name: AtomTable.Atom, start: Int, content: Range<Int>, end: Int) {
        guard let top = open.last else { return }
        let element = document.elements[Int(top)]
        if name == ElementNames.style {
            document.styles.append(
                HTMLDocument.StyleElement(
                    range: start..<end, content: content, isInHead: element.parent == head,
                    isUnconditional: isUnconditional(element)))
        }
        pop(to: open.count - 1)
    }

    private func value(of attribute: StaticString, in element: HTMLElement) -> Range<Int>? {
        document.attributes[element.attributes.wide]
            .first { text.equals($0.name.wide, lowercase: attribute) }
            .map { text.trimmed($0.value.wide) }
    }

    private func isUnconditional(_ element: HTMLElement) -> Bool {
        let media = value(of: "media", in: element)
        let type = value(of: "type", in: element)
        return media.map { $0.isEmpty || text.equals($0, lowercase: "all") } ?? true
            && type.map { $0.isEmpty || text.equals($0, lowercase: "text/css") } ?? true
    }

    private func isStylesheetLink(_ element: HTMLElement) -> Bool {
        guard let relation = value(of: "rel", in: element) else { return false }
        return text[relation].split(whereSeparator: \.isCSSWhitespace)
            .contains { $0.lazy.map(\.asciiLowercased).elementsEqual("stylesheet".utf8) }
    }

    // MARK: The tree

    private mutating func append(_ start: Element, parent: Int32) -> Int32 {
        let number = Int32(document.elements.count)
        var element = HTMLElement(
            name: start.name, parent: parent, tag: start.tag, nameEnd: start.nameEnd, attributes: start.attributes,
            hasTemplateTags: start.hasTemplateTags)
        element.isHidden =
            start.name == ElementNames.head || (parent >= 0 && document.elements[Int(parent)].isHidden)
            || traits(of: start.name).contains(.neverShown)
        if parent >= 0 {
            let (previous, count) =
                (document.elements[Int(parent)].lastChild, document.elements[Int(parent)].childCount + 1)
            element.previous = previous
            element.index = count
            document.elements[Int(parent)].lastChild = number
            document.elements[Int(parent)].childCount = count
        }
        document.elements.append(element)
        return number
    }

    private mutating func push(_ element: Int32) {
        let name = Int(document.elements[Int(element)].name)
        while openCounts.count <= name { openCounts.append(0) }
        openCounts[name] += 1
        open.append(element)
    }

    /// Ends all open elements from a place on.
    private mutating func pop(to place: Int) {
        while open.count > place {
            let element = open.removeLast()
            openCounts[Int(document.elements[Int(element)].name)] -= 1
        }
    }

    /// The place of the innermost open element of a name, up to an element that bounds the search.
    private func place(of name: AtomTable.Atom, boundedBy bound: ElementNames.Traits) -> Int? {
        guard Int(name) < openCounts.count, openCounts[Int(name)] > 0 else { return nil }
        for place in open.indices.reversed() {
            let found = document.elements[Int(open[place])].name
            if found == name { return place }
            if traits(of: found).contains(bound) || (name != ElementNames.a && found == ElementNames.button) {
                return nil
            }
        }
        return nil
    }
}
