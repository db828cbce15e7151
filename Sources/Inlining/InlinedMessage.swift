import CSS

/// One message while its stylesheets are put on its elements.
struct InlinedMessage {
    let text: Bytes
    let document: HTMLDocument
    let rules: RuleSet
    private var names: AtomTable
    let properties: PropertyTable
    let propertyNames: PropertyNames
    let base: BaseURL?
    /// Whether rules stay that match nothing and don't ask for an attribute.
    let keepsUnmatched: Bool
    private(set) var patches = Patches()
    private var usage: [SelectorUsage] = []
    private var promotions: Promotions
    /// Whether rules that stay in the stylesheet use custom properties, and whether they set them.
    private var keptRulesUseVariables = false
    private var keptRulesSetVariables = false

    init(
        text: Bytes, document: HTMLDocument, rules: RuleSet, names: AtomTable, properties: PropertyTable,
        propertyNames: PropertyNames, base: BaseURL?, keepsUnmatched: Bool
    ) {
        self.text = text
        self.document = document
        self.rules = rules
        self.names = names
        self.properties = properties
        self.propertyNames = propertyNames
        self.base = base
        self.keepsUnmatched = keepsUnmatched
        promotions = Promotions(declarationCount: rules.sheet.declarations.count)
    }

    // MARK: The cascade

    /// Puts the rules on the elements.
    mutating func inline() {
        guard !rules.sheet.rules.isEmpty || base != nil else { return }
        let identities = ElementIdentities(document, text, names: names)
        let matcher = SelectorMatcher(text, document, identities, rules.pool)
        let inlined = matchInlined(identities, matcher)
        if let kept = matchKept(identities, matcher) {
            promotions = Promotions(
                rules, properties, document, inlined: inlined, kept: kept
            ) { ownDeclarations(of: document.elements[$0]) }
        }
        let variables = rules.usesVariables ? customProperties(inlined) : nil
        let writer = ElementWriter(
            text, document, rules, properties, propertyNames, promotions: promotions, variables: variables,
            keepsVariables: keptRulesSetVariables, base: base, names: names)
        for (number, element) in document.elements.enumerated() where element.isWritten {
            writer.write(Int32(number), element, inlined.of(number), to: &patches)
        }
    }

    private func entries(
        where isIncluded: (_ rule: Int, _ selector: Int) -> Bool
    ) -> [SelectorIndex.Entry] {
        var entries: [SelectorIndex.Entry] = []
        for (rule, selectors) in rules.selectorsOfRule.enumerated() {
            guard let selectors else { continue }
            for number in selectors where isIncluded(rule, number) {
                entries.append(
                    SelectorIndex.Entry(
                        selector: rules.selectors[number], rule: Int32(rule), number: Int32(number)))
            }
        }
        return entries
    }

    /// Matches the selectors that can be put on elements, and notes which of them match anything.
    private mutating func matchInlined(_ identities: ElementIdentities, _ matcher: SelectorMatcher) -> Matches {
        var usage = [SelectorUsage](repeating: SelectorUsage(), count: rules.selectors.count)
        let index = SelectorIndex(
            entries { !rules.isConditional[$0] && rules.selectors[$1].needs.isEmpty }, pool: rules.pool,
            nameCount: names.count)
        let matches = Matches(document, identities, index) {
            matcher.matches($0.selector, $1)
        } noteMatch: { selector, element in
            if element.takesStyle {
                usage[Int(selector)].matchesWritten = true
            } else if !element.isWritten, !element.isFrame {
                usage[Int(selector)].matchesMadeUp = true
            }
        }
        self.usage = usage
        return matches
    }

    /// Matches what stays in the stylesheet, as far as it could compete with what is put on elements; nil where nothing does.
    private mutating func matchKept(_ identities: ElementIdentities, _ matcher: SelectorMatcher) -> Matches? {
        if !keepsUnmatched { dropUnmatched() }
        let conditional = entries { rules.isConditional[$0] || !rules.selectors[$1].needs.isEmpty }
        let unmatched = entries { rule, selector in
            !rules.isConditional[rule] && rules.selectors[selector].needs.isEmpty
                && !usage[selector].matchesAny && !usage[selector].isDropped
        }
        noteVariables(of: conditional + unmatched)
        // What is no element can't have a style of its own to compete with.
        let competing =
            conditional.filter { !$0.selector.needs.contains(.pseudoElement) }
            + waiting(unmatched, ClientHooks(text, document, identities, rules.pool, nameCount: names.count))
        guard !competing.isEmpty else { return nil }
        let index = SelectorIndex(competing, pool: rules.pool, nameCount: names.count)
        return Matches(document, identities, index) { entry, element in
            entry.ownSteps.map { matcher.mayMatch(ownSteps: $0, element) } ?? matcher.matches(entry.selector, element)
        }
    }

    /// Those of some selectors that a client's part could make match.
    private func waiting(_ unmatched: [SelectorIndex.Entry], _ hooks: ClientHooks) -> [SelectorIndex.Entry] {
        unmatched.compactMap { entry in
            hooks.ownSteps(of: entry.selector).map { steps in
                var entry = entry
                entry.ownSteps = steps
                return entry
            }
        }
    }

    /// Leaves out what matches nothing, but for selectors with an attribute, which is what clients put on a message.
    private mutating func dropUnmatched() {
        for (number, selector) in rules.selectors.enumerated()
        where selector.needs.isEmpty && !usage[number].matchesAny {
            usage[number].isDropped = !selector.steps.contains { index in
                if case .attribute = rules.pool.steps[index] { return true }
                return false
            }
        }
    }

    private mutating func noteVariables(of kept: [SelectorIndex.Entry]) {
        guard rules.usesVariables else { return }
        let others = rules.sheet.rules.filter { $0.kind == .other || $0.hasNestedRules }
        keptRulesUseVariables = others.contains { CustomProperties.mayUse(rules.text, $0.start..<$0.end) }
        for rule in Set(kept.map(\.rule)) {
            for number in rules.declarations(of: rule) {
                let declaration = rules.sheet.declarations[number]
                keptRulesSetVariables = keptRulesSetVariables || declaration.isCustom
                keptRulesUseVariables = keptRulesUseVariables || CustomProperties.mayUse(rules.text, declaration.value)
            }
        }
    }

    private mutating func customProperties(_ inlined: Matches) -> CustomProperties {
        // Style attributes may set properties that no stylesheet names, so they are read first, for all names to be known.
        let own = document.elements.map { ownCustomProperties(of: $0) }
        return CustomProperties(document, names: names) { number in
            let matched = inlined.of(number).flatMap { rules.declarations(of: $0.rule) }
                .map { rules.sheet.declarations[$0] }.filter(\.isCustom)
            func values(important: Bool) -> [CustomProperties.Declaration] {
                matched.filter { $0.isImportant == important }.map { ($0.property, Array(rules.text[$0.value])) }
                    + own[number].filter { $0.isImportant == important }.map { ($0.property, $0.value) }
            }
            return values(important: false) + values(important: true)
        }
    }

    private mutating func ownCustomProperties(
        of element: HTMLElement
    ) -> [(property: AtomTable.Atom, value: [UInt8], isImportant: Bool)] {
        guard let own = document.styleAttribute(of: element) else { return [] }
        return HTMLText.style(Bytes(rebasing: text[own.value.wide])).withUnsafeBufferPointer { text in
            StylesheetParser.declarations(text, 0..<text.count, names: &names).declarations.filter(\.isCustom)
                .map { ($0.property, Array(text[$0.value]), $0.isImportant) }
        }
    }

    private func ownDeclarations(of element: HTMLElement) -> [Stylesheet.Declaration] {
        guard let own = document.styleAttribute(of: element) else { return [] }
        return HTMLText.style(Bytes(rebasing: text[own.value.wide])).withUnsafeBufferPointer { text in
            var names = names
            return StylesheetParser.declarations(text, 0..<text.count, names: &names).declarations
        }
    }

    // MARK: What stays

    /// Writes what stays of the stylesheets, and takes away those of which nothing does.
    /// - Returns: what stays.
    mutating func writeStylesheets(_ sources: StyleSources, keepsAll: Bool) -> [UInt8] {
        let kept = KeptStylesheet(
            rules: rules, promotions: promotions, usage: usage,
            keepsVariables: keptRulesUseVariables || keptRulesSetVariables)
        var all: [UInt8] = []
        var fromFiles: [[UInt8]] = []
        for segment in sources.segments {
            let isWhole = keepsAll || segment.element?.isUnconditional == false
            let css = Self.withoutEndTag(isWhole ? kept.unchangedText(of: segment.range) : kept.text(of: segment.range))
            all += css
            guard let element = segment.element else {
                if !css.isEmpty { fromFiles.append(css) }
                continue
            }
            // One that was empty from the beginning may be one that stayed as a sibling when this was inlined before.
            if element.content.isEmpty { continue }
            // A `<` before it would make a tag of what comes after it.
            let start = element.range.lowerBound
            let partsTag = start > 0 && text[start - 1] == UInt8(ascii: "<")
            if css.isEmpty, !isWhole, !partsTag, element.isInHead || !rules.pool.asksForSiblings {
                patches.replace(withBlankLine(element.range)) { _ in }
            } else if !isWhole {
                patches.replace(element.content) { if !css.isEmpty { $0 += Array("\n".utf8) + css } }
            } else if css.count != element.content.count {
                patches.replace(element.content) { $0 += css }
            }
        }
        guard !fromFiles.isEmpty else { return all }
        let place = document.headEnd ?? document.fragmentStart ?? 0
        // One element for each, since imports must be at the beginning.
        for css in fromFiles {
            patches.replace(place..<place) { $0 += Array("<style>\n".utf8) + css + Array("</style>\n".utf8) }
        }
        return all
    }

    /// Writes an attribute with other words, or takes it away with the space before it.
    mutating func replace(_ attribute: HTMLAttribute, with words: [Slice<Bytes>]) {
        guard words.isEmpty else {
            return patches.replace(attribute.value.wide) { $0 += words.joined(separator: [UInt8(ascii: " ")]) }
        }
        var start = Int(attribute.name.lowerBound)
        while text[start - 1].isCSSWhitespace { start -= 1 }
        patches.replace(start..<Int(attribute.end)) { _ in }
    }

    /// A stylesheet can't end its own element: `</style` means the same with a backslash.
    private static func withoutEndTag(_ css: [UInt8]) -> [UInt8] {
        let name = Array("/style".utf8)
        var result: [UInt8] = []
        for (index, byte) in css.enumerated() {
            if byte == name[0], index > 0, css[index - 1] == UInt8(ascii: "<"),
                css[index...].prefix(name.count).lazy.map(\.asciiLowercased).elementsEqual(name),
                css[index...].dropFirst(name.count).first.map({ $0.isCSSWhitespace || $0 == name[0] || $0 == 0x3E })
                    ?? true
            {
                result.append(UInt8(ascii: "\\"))
            }
            result.append(byte)
        }
        return result
    }

    /// An element with the line it stands on, where nothing else stands there.
    private func withBlankLine(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        while start > 0, text[start - 1] == 0x20 || text[start - 1] == 0x09 { start -= 1 }
        var end = range.upperBound
        while end < text.count, text[end] == 0x20 || text[end] == 0x09 || text[end] == 0x0D { end += 1 }
        guard start == 0 || text[start - 1] == 0x0A, end < text.count, text[end] == 0x0A else { return range }
        return start..<(end + 1)
    }
}

extension HTMLDocument {
    /// An element's style attribute: the first, where there are several.
    func styleAttribute(of element: HTMLElement) -> HTMLAttribute? {
        for index in element.attributes where attributes[Int(index)].role == .style { return attributes[Int(index)] }
        return nil
    }
}
