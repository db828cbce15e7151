import CSS
import Testing

@Suite("Specificity")
struct SpecificityTests {
    private func specificity(_ text: String) throws -> [UInt32] {
        let packed = try #require(SelectorText(text)).selectors[0].specificity
        return [packed >> 20, packed >> 10 & 0x3FF, packed & 0x3FF]
    }

    @Test(
        "The examples of Selectors Level 3, section 9",
        arguments: [
            ("*", [0, 0, 0]), ("LI", [0, 0, 1]), ("UL LI", [0, 0, 2]), ("UL OL+LI", [0, 0, 3]),
            ("H1 + *[REL=up]", [0, 1, 1]), ("UL OL LI.red", [0, 1, 3]), ("LI.red.level", [0, 2, 1]),
            ("#x34y", [1, 0, 0]), ("#s12:not(FOO)", [1, 0, 1]),
        ] as [(String, [UInt32])])
    func level3(text: String, expected: [UInt32]) throws {
        #expect(try specificity(text) == expected)
    }

    @Test(
        "The examples of Selectors Level 4, section 17",
        arguments: [
            (":is(em, #foo)", [1, 0, 0]), (".qux:where(em, #foo#bar#baz)", [0, 1, 0]),
            (":not(em, strong#foo)", [1, 0, 1]),
            ("li::before", [0, 0, 2]), ("li:has(> b, .c .d)", [0, 2, 1]),
            (":nth-child(2 of #a, b)", [1, 1, 0]), (".foo :is(.bar, #baz)", [1, 1, 0]),
        ] as [(String, [UInt32])])
    func level4(text: String, expected: [UInt32]) throws {
        #expect(try specificity(text) == expected)
    }

    @Test("A thousand classes weigh less than an id")
    func manyClasses() throws {
        let classes = try specificity(String(repeating: ".a", count: 400))
        #expect(classes == [0, 400, 0])
    }
}
