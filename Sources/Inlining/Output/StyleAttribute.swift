import CSS

/// The declarations of one element, in the order in which they win.
enum StyleAttribute {
    /// Leaves out declarations that no client ever needs: those that a later one overrides which every client understands.
    ///
    /// A later declaration that some client may not understand, such as a gradient, leaves its fallbacks in place. What is
    /// important stands as an ordinary declaration too, since Outlook for Windows passes over `!important` in style attributes.
    /// - Parameter items: the weakest first, whatever their importance.
    static func effective(_ items: [StyleItem], _ properties: PropertyTable, _ arena: StyleArena) -> [StyleItem] {
        let important = items.filter { $0.importance == .promoted } + items.filter { $0.importance == .important }
        let ordinary = items.filter { $0.importance == .ordinary } + important.map(\.ordinary)
        return needed(ordinary, properties, arena) + needed(important, properties, arena)
    }

    private static func needed(
        _ items: [StyleItem], _ properties: PropertyTable, _ arena: StyleArena
    ) -> [StyleItem] {
        var kept: [StyleItem] = []
        var sealed: [AtomTable.Atom] = []
        for item in items.reversed() {
            guard item.property >= 0 else {
                kept.append(item)
                continue
            }
            if sealed.contains(item.property) { continue }
            if let shorthands = properties[item.property]?.shorthands, shorthands.contains(where: sealed.contains) {
                continue
            }
            // The same once more is not needed, whoever understands it.
            let isRepeated = kept.contains {
                $0.property == item.property && arena.bytes[$0.text] == arena.bytes[item.text]
            }
            if isRepeated { continue }
            kept.append(item)
            if item.isCertain { sealed.append(item.property) }
        }
        return kept.reversed()
    }

    /// Writes ` style="…"`, with the other quotation marks where a mail tool's tag has these.
    static func write(_ items: [StyleItem], _ arena: StyleArena, to output: inout [UInt8]) {
        let hasQuote = items.contains { arena.bytes[$0.text].contains(UInt8(ascii: "\"")) }
        let quote = UInt8(ascii: hasQuote ? "'" : "\"")
        let apostrophe = Array("&#39;".utf8)
        output += Array("style=".utf8)
        output.append(quote)
        for (index, item) in items.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ";")) }
            if hasQuote {
                for byte in arena.bytes[item.text] { output += byte == quote ? apostrophe[...] : [byte] }
            } else {
                output += arena.bytes[item.text]
            }
            if item.importance > .ordinary { output += Array(" !important".utf8) }
        }
        output.append(quote)
    }
}
