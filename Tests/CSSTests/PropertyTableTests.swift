import CSS
import Testing

@Suite("What is known of properties")
struct PropertyTableTests {
    private let names = AtomTable(PropertyTable.names)

    private func overlap(_ left: String, _ right: String) throws -> Bool {
        PropertyTable(names).overlap(
            try #require(names.atom(of: left)), try #require(names.atom(of: right)))
    }

    private func isUnderstood(_ property: String, _ value: String) throws -> Bool {
        let atom = try #require(names.atom(of: property))
        return Array(value.utf8).withUnsafeBufferPointer {
            PropertyTable(names).isUnderstoodEverywhere($0, 0..<$0.count, of: atom)
        }
    }

    @Test(
        "A value of nothing but comments or spaces is understood nowhere, for any property",
        arguments: ["", " ", "/**/", "/*"])
    func nothing(value: String) throws {
        for property in PropertyTable.names where property != "font-family" {
            #expect(try !isUnderstood(property, value), "\(property)")
        }
    }

    @Test("A shorthand overlaps with what it sets, and with shorthands that set the same")
    func overlaps() throws {
        #expect(try overlap("margin", "margin-top") && overlap("margin-top", "margin"))
        #expect(try overlap("border", "border-top-color") && overlap("border-top", "border-color"))
        #expect(try overlap("font", "line-height") && overlap("background", "background-image"))
        #expect(try overlap("color", "color"))
        #expect(try !overlap("margin", "padding-top") && !overlap("color", "background-color"))
        #expect(try !overlap("line-height", "border") && !overlap("line-height", "font-family"))
        #expect(try !overlap("margin-top", "margin-left") && !overlap("border-top", "border-left"))
    }

    @Test("Names that the table does not know overlap with themselves alone")
    func unknown() {
        let table = PropertyTable(names)
        let unknown = AtomTable.Atom(names.count)
        #expect(table.overlap(unknown, unknown) && !table.overlap(unknown, unknown + 1) && !table.overlap(unknown, 0))
        #expect(table[unknown] == nil && table[-1] == nil)
    }

    @Test(
        "Values of CSS 2.1 are understood everywhere",
        arguments: [
            ("color", "red"), ("background", "#fff"), ("margin", "0 auto"), ("margin", "1px 2px 3px 4px"),
            ("margin-top", "-2px"), ("padding", "5% 1em"), ("width", "auto"), ("width", "100%"), ("border", "0"),
            ("border", "1px solid #ccc"), ("border", "solid RED 2px"), ("border-top", "none"), ("font-weight", "bold"),
            ("font-weight", "600"), ("font-family", "'Segoe UI', Arial"), ("line-height", "1.5"),
            ("line-height", "normal"), ("line-height", "20px"), ("text-align", "CENTER"), ("display", "block"),
            ("border-style", "dashed"), ("vertical-align", "top"), ("letter-spacing", "-1px"), ("border-radius", "3px"),
        ])
    func understood(property: String, value: String) throws {
        #expect(try isUnderstood(property, value))
    }

    @Test(
        "Newer, wrong and unsure values may need what stands before them",
        arguments: [
            ("color", "rgba(0,0,0,.5)"), ("color", "reed"), ("background", "linear-gradient(#fff,#000)"),
            ("background", "#fff url(a.png)"), ("margin", "10"), ("margin", "1px 2px 3px 4px 5px"), ("margin", ""),
            ("padding", "-1px"), ("padding", "auto"), ("width", "calc(100% - 1px)"), ("width", "-1px"),
            ("width", "1vw"),
            ("border", "1px 2px"), ("border", "10% solid"), ("border", ""), ("font-weight", "650"),
            ("font-weight", "bolder"), ("font", "14px Arial"), ("line-height", "-1"), ("text-align", "start"),
            ("display", "flex"), ("color", "var(--a)"), ("color", "inherit"), ("width", "{{ w }}"),
            ("margin", "1px/2px"),
            ("color", "red blue"), ("font-family", "calc(1)"),
        ])
    func unsure(property: String, value: String) throws {
        #expect(try !isUnderstood(property, value))
    }
}
