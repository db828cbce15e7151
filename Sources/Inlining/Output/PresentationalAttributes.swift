import CSS

/// Attributes that say what the style says, for Outlook for Windows, whose engine heeds some sizes and colors only there.
enum PresentationalAttributes {
    /// Writes the attributes that an element's style gives it.
    /// - Parameter isWanted: whether an attribute may be added.
    static func write(
        _ items: [StyleItem], _ arena: StyleArena, for name: AtomTable.Atom, names: PropertyNames,
        to output: inout [UInt8], where isWanted: (StaticString) -> Bool
    ) {
        let isCell = name == ElementNames.td || name == ElementNames.th
        let isTable = name == ElementNames.table
        let isRow = name == ElementNames.tr
        let isImage = name == ElementNames.img
        guard isCell || isTable || isRow || isImage else { return }
        arena.values.withUnsafeBufferPointer { values in
            func last(_ properties: AtomTable.Atom?...) -> Range<Int>? {
                items.last { item in item.isCertain && properties.contains(item.property) }?.value
            }
            func add(_ attribute: StaticString, _ value: [UInt8]?) {
                guard let value, isWanted(attribute) else { return }
                output.append(UInt8(ascii: " "))
                output += UnsafeBufferPointer(start: attribute.utf8Start, count: attribute.utf8CodeUnitCount)
                output += Array("=\"".utf8) + value + Array("\"".utf8)
            }
            if !isRow { add("width", last(names.width).flatMap { size(values, $0) }) }
            add("height", last(names.height).flatMap { size(values, $0) })
            guard !isImage else { return }
            add("bgcolor", last(names.background, names.backgroundColor).flatMap { color(values, $0) })
            guard !isTable else { return }
            add("align", last(names.textAlign).map { Array(values[$0]) })
            let verticals: [StaticString] = ["top", "middle", "bottom", "baseline"]
            add(
                "valign",
                last(names.verticalAlign).flatMap { value in
                    verticals.contains { values.equals(value, lowercase: $0) } ? Array(values[value]) : nil
                })
        }
    }

    /// Whole pixels or percents; `auto` is none, and an attribute's number has no other unit.
    private static func size(_ text: Bytes, _ value: Range<Int>) -> [UInt8]? {
        let digits = text[value].prefix { $0.isASCIIDigit }
        guard !digits.isEmpty else { return nil }
        let unit = digits.endIndex..<value.upperBound
        if unit.isEmpty || text.equals(unit, lowercase: "px") { return Array(digits) }
        return text.equals(unit, lowercase: "%") ? Array(text[value]) : nil
    }

    private static func color(_ text: Bytes, _ value: Range<Int>) -> [UInt8]? {
        guard let color = CSSColor(text, value), !color.isTransparent else { return nil }
        return Array(color.hexadecimal.utf8)
    }
}

/// The numbers of the properties that attributes can say.
struct PropertyNames {
    let width: AtomTable.Atom?
    let height: AtomTable.Atom?
    let background: AtomTable.Atom?
    let backgroundColor: AtomTable.Atom?
    let textAlign: AtomTable.Atom?
    let verticalAlign: AtomTable.Atom?

    init(_ names: AtomTable) {
        width = names.atom(of: "width")
        height = names.atom(of: "height")
        background = names.atom(of: "background")
        backgroundColor = names.atom(of: "background-color")
        textAlign = names.atom(of: "text-align")
        verticalAlign = names.atom(of: "vertical-align")
    }
}
