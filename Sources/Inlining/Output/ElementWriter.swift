import CSS

/// Writes the styles of elements into their tags.
///
/// It is a class, for the functions that write are handed on for each element and would copy all of it.
final class ElementWriter {
    private let text: Bytes
    private let document: HTMLDocument
    private let rules: RuleSet
    private let properties: PropertyTable
    private let propertyNames: PropertyNames
    private let promotions: Promotions
    private let variables: CustomProperties?
    private let keepsVariables: Bool
    private let base: BaseURL?
    private var names: AtomTable
    private var arena: StyleArena
    /// The items of declarations that were needed already; nil for others and those with custom properties.
    private var items: [StyleItem?]
    /// What elements without a style of their own were given, by the rules they match.
    private var cache: [ArraySlice<Matches.Match>: SharedStyle] = [:]

    /// A style and how it is written.
    private struct SharedStyle {
        let items: [StyleItem]
        let text: [UInt8]
    }

    init(
        _ text: Bytes, _ document: HTMLDocument, _ rules: RuleSet, _ properties: PropertyTable,
        _ propertyNames: PropertyNames, promotions: Promotions, variables: CustomProperties?, keepsVariables: Bool,
        base: BaseURL?, names: AtomTable
    ) {
        self.text = text
        self.document = document
        self.rules = rules
        self.properties = properties
        self.propertyNames = propertyNames
        self.promotions = promotions
        self.variables = variables
        self.keepsVariables = keepsVariables
        self.base = base
        self.names = names
        arena = StyleArena(properties)
        items = [StyleItem?](repeating: nil, count: rules.sheet.declarations.count)
    }

    /// Writes one element's style and attributes.
    func write(
        _ number: Int32, _ element: HTMLElement, _ matched: ArraySlice<Matches.Match>, to patches: inout Patches
    ) {
        if let base { makeAddressesAbsolute(element, base, &patches) }
        guard element.takesStyle else { return }
        let own = document.styleAttribute(of: element)
        if matched.isEmpty, own == nil || !mayChangeOwnStyles { return }
        if own == nil, variables == nil, promotions.important.isEmpty {
            return writeShared(element, matched, &patches)
        }
        var collected = Collected()
        collect(number, matched, own, into: &collected)
        guard collected.isChanged else { return }
        let items = StyleAttribute.effective(collected.items, properties, arena)
        if let own {
            patches.replace(Int(own.name.lowerBound)..<Int(own.end)) { StyleAttribute.write(items, arena, to: &$0) }
            let place = end(ofAttributesOf: element)
            patches.replace(place..<place) { writeAttributes(items, element, to: &$0) }
        } else {
            append(sharedStyle(items), to: element, &patches)
        }
    }

    /// Whether a style attribute may change though no rule is put on its element.
    private var mayChangeOwnStyles: Bool { variables != nil || base != nil || !promotions.importantOwn.isEmpty }

    // MARK: Elements without a style of their own

    /// Elements that match the same rules have the same style.
    private func writeShared(
        _ element: HTMLElement, _ matched: ArraySlice<Matches.Match>, _ patches: inout Patches
    ) {
        let shared: SharedStyle
        if let known = cache[matched] {
            shared = known
        } else {
            let numbers = matched.flatMap { rules.declarations(of: $0.rule) }
            // What stays important in the stylesheet comes last here, as where an element has a style of its own.
            let ordered = numbers.filter { !promotions.demoted[$0] } + numbers.filter { promotions.demoted[$0] }
            shared = sharedStyle(StyleAttribute.effective(ordered.compactMap { item($0) }, properties, arena))
            cache[matched] = shared
        }
        append(shared, to: element, &patches)
    }

    private func sharedStyle(_ items: [StyleItem]) -> SharedStyle {
        var text = [UInt8(ascii: " ")]
        StyleAttribute.write(items, arena, to: &text)
        return SharedStyle(items: items, text: text)
    }

    private func append(_ style: SharedStyle, to element: HTMLElement, _ patches: inout Patches) {
        guard !style.items.isEmpty else { return }
        let place = end(ofAttributesOf: element)
        patches.replace(place..<place) { output in
            output += style.text
            writeAttributes(style.items, element, to: &output)
        }
    }

    private func writeAttributes(_ items: [StyleItem], _ element: HTMLElement, to output: inout [UInt8]) {
        // An attribute that a selector asks for could make another rule match.
        PresentationalAttributes.write(items, arena, for: element.name, names: propertyNames, to: &output) { name in
            !has(name, element) && !rules.pool.asks(for: name)
        }
    }

    private func has(_ name: StaticString, _ element: HTMLElement) -> Bool {
        element.attributes.contains { text.equals(document.attributes[Int($0)].name.wide, lowercase: name) }
    }

    /// Where an attribute can be added: after the last one, or after the element's name.
    private func end(ofAttributesOf element: HTMLElement) -> Int {
        guard !element.hasTemplateTags, let last = element.attributes.last else { return Int(element.nameEnd) }
        return Int(document.attributes[Int(last)].end)
    }

    /// The item of a declaration that is the same on every element; nil for custom properties, which no client needs there.
    private func item(_ number: Int) -> StyleItem? {
        let declaration = rules.sheet.declarations[number]
        if declaration.isCustom { return nil }
        if let item = items[number] { return item }
        let isImportant = declaration.isImportant && !promotions.demoted[number]
        let value = Bytes(rebasing: rules.text[declaration.value])
        let item = arena.item(
            declaration, in: rules.text, value: base?.absoluteStyle(value),
            isImportant ? .important : .ordinary)
        items[number] = item
        return item
    }

    // MARK: Elements with a style of their own, and custom properties

    /// The declarations of an element, the weakest first, and whether they are others than its style attribute has.
    private struct Collected {
        var items: [StyleItem] = []
        var isChanged = false
    }

    private func collect(
        _ number: Int32, _ matched: ArraySlice<Matches.Match>, _ own: HTMLAttribute?, into collected: inout Collected
    ) {
        var afterOwn: [StyleItem] = []
        for match in matched {
            for declaration in rules.declarations(of: match.rule) {
                let found = inlinedItems(declaration, number)
                collected.isChanged = collected.isChanged || !found.isEmpty
                if promotions.demoted[declaration] { afterOwn += found } else { collected.items += found }
            }
        }
        if let own { collectOwn(own, number, into: &collected) }
        collected.items += afterOwn
    }

    private func inlinedItems(_ number: Int, _ element: Int32) -> [StyleItem] {
        guard var item = item(number) else { return [] }
        if promotions.important.contains(Promotions.Place(element: element, declaration: Int32(number))) {
            item.importance = .promoted
        }
        let declaration = rules.sheet.declarations[number]
        guard let variables, CustomProperties.mayUse(rules.text, declaration.value),
            let value = variables.resolved(Bytes(rebasing: rules.text[declaration.value]), of: Int(element))
        else { return [item] }
        let resolved = arena.item(declaration, in: rules.text, value: value, item.importance)
        return keepsVariables ? [resolved, item] : [resolved]
    }

    private func collectOwn(_ own: HTMLAttribute, _ element: Int32, into collected: inout Collected) {
        let raw = Bytes(rebasing: text[own.value.wide])
        var decoded = HTMLText.style(raw)
        // Nothing was escaped, so nothing needs to be escaped again.
        let isRaw = decoded.count == raw.count
        // What comes after it must not become a part of a string that never ends.
        decoded += decoded.withUnsafeBufferPointer { CSSClosing.closing($0, 0..<$0.count) }
        decoded.withUnsafeBufferPointer { style in
            let declarations = StylesheetParser.declarations(style, 0..<style.count, names: &names).declarations
            for (index, declaration) in declarations.enumerated() {
                let place = Promotions.Place(element: element, declaration: Int32(index))
                let isPromoted = promotions.importantOwn.contains(place)
                let value = Bytes(rebasing: style[declaration.value])
                let absolute = base?.absoluteStyle(value)
                let importance: StyleItem.Importance =
                    declaration.isImportant ? .important : isPromoted ? .promoted : .ordinary
                collected.isChanged = collected.isChanged || isPromoted || absolute != nil
                let item = arena.item(declaration, in: style, value: absolute, importance, isRaw: isRaw)
                // What stands before it for clients without custom properties, here perhaps since the last time, is left.
                let hasFallback = index > 0 && declarations[index - 1].property == declaration.property
                if let variables, !(keepsVariables && hasFallback),
                    CustomProperties.mayUse(style, declaration.value),
                    let value = variables.resolved(value, of: Int(element))
                {
                    collected.items.append(
                        arena.item(declaration, in: style, value: value, importance, isRaw: isRaw))
                    collected.isChanged = true
                    if !keepsVariables { continue }
                }
                collected.items.append(item)
            }
        }
    }

    private func makeAddressesAbsolute(_ element: HTMLElement, _ base: BaseURL, _ patches: inout Patches) {
        for index in element.attributes {
            let attribute = document.attributes[Int(index)]
            guard BaseURL.isAddress(Bytes(rebasing: text[attribute.name.wide])),
                let absolute = base.absolute(Bytes(rebasing: text[text.trimmed(attribute.value.wide)]))
            else { continue }
            patches.replace(attribute.value.wide) { $0 += absolute }
        }
    }
}
