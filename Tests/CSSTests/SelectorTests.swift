import CSS
import Testing

@Suite("Selectors")
struct SelectorTests {
    @Test("Simple selectors are read from the last compound to the first")
    func compounds() throws {
        let list = try #require(SelectorText("DIV > p.lead#top a"))
        #expect(
            list.steps == [
                .type(list.atom("a")), .descendant, .type(list.atom("p")), .className(list.atom("lead")),
                .id(list.atom("top")), .child, .type(list.atom("div")),
            ])
    }

    @Test(
        "Combinators take spaces and comments around them",
        arguments: [
            ("a b", SelectorStep.descendant), ("a/**/ b", .descendant), ("a>b", .child), ("a > b", .child),
            ("a/**/>/**/b", .child), ("a+b", .nextSibling), ("a ~ b", .laterSibling),
        ])
    func combinators(text: String, step: SelectorStep) throws {
        let list = try #require(SelectorText(text))
        #expect(list.steps[1] == step && list.steps.count == 3)
    }

    @Test("A list is read selector by selector, each a part of the text")
    func lists() throws {
        let list = try #require(SelectorText(" a , b\n c,d "))
        #expect(
            list.selectors.map { String(decoding: list.text[$0.text], as: UTF8.self) } == ["a", "b\n c", "d"])
    }

    @Test(
        "What a selector asks of an attribute",
        arguments: [
            ("[a]", nil, "", false), ("[a=b]", AttributeSelector.Comparison.equal, "b", false),
            ("[ a ~= 'b c' ]", .includes, "b c", false), ("[a|=\"en\"]", .dash, "en", false),
            ("[a^=b]", .prefix, "b", false), ("[a$=b]", .suffix, "b", false), ("[a*=b i]", .substring, "b", true),
            ("[a=b I]", .equal, "b", true), ("[a=b s]", .equal, "b", false), ("[A='x\\79']", .equal, "xy", false),
            ("[*|a=b]", .equal, "b", false), ("[|a=b]", .equal, "b", false), ("[a='']", .equal, "", false),
        ] as [(String, AttributeSelector.Comparison?, String, Bool)])
    func attributes(text: String, comparison: AttributeSelector.Comparison?, value: String, ignoresCase: Bool) throws {
        let list = try #require(SelectorText(text))
        let attribute = try #require(list.pool.attributes.first)
        #expect(attribute.name == Array("a".utf8))
        #expect(attribute.comparison == comparison && attribute.value == Array(value.utf8))
        #expect(attribute.ignoresCase == ignoresCase)
    }

    @Test("HTML compares the values of some attributes without regard to case (HTML Standard, 4.16.2)")
    func caselessValues() throws {
        #expect(try #require(SelectorText("[align=CENTER]")).pool.attributes[0].ignoresCase)
        #expect(try !#require(SelectorText("[align=CENTER s]")).pool.attributes[0].ignoresCase)
        #expect(try !#require(SelectorText("[title=CENTER]")).pool.attributes[0].ignoresCase)
    }

    @Test(
        "Places among siblings (Selectors Level 3, 6.6.5)",
        arguments: [
            (":nth-child(2n+1)", 2, 1), (":nth-child(odd)", 2, 1), (":nth-child( EVEN )", 2, 0),
            (":nth-child(5)", 0, 5),
            (":nth-child(n)", 1, 0), (":nth-child(-n+3)", -1, 3), (":nth-child(+3n - 2)", 3, -2),
            (":nth-child(-2n)", -2, 0), (":nth-child( 3n + 1 )", 3, 1), (":nth-child(0n+5)", 0, 5),
            (":nth-child(10n-1)", 10, -1), (":nth-child(N-0)", 1, 0), (":first-child", 0, 1),
        ] as [(String, Int32, Int32)])
    func places(text: String, step: Int32, offset: Int32) throws {
        let list = try #require(SelectorText(text))
        #expect(list.steps == [.nth(step: step, offset: offset, fromEnd: false, ofType: false)])
    }

    @Test(
        "What is no place",
        arguments: ["3 n", "+ 2n", "+ 2", "2n + + 1", "n2", "2n1", "", "odd even", "2.5n", "--n", "2n+"])
    func noPlaces(argument: String) {
        #expect(SelectorText(":nth-child(\(argument))") == nil)
    }

    @Test("Places are counted from the end and of a name too")
    func otherPlaces() throws {
        func steps(_ text: String) throws -> [SelectorStep] { try #require(SelectorText(text)).steps }
        #expect(try steps(":nth-last-child(2)") == [.nth(step: 0, offset: 2, fromEnd: true, ofType: false)])
        #expect(try steps(":nth-of-type(2)") == [.nth(step: 0, offset: 2, fromEnd: false, ofType: true)])
        #expect(try steps(":nth-last-of-type(n)") == [.nth(step: 1, offset: 0, fromEnd: true, ofType: true)])
        #expect(try steps(":last-of-type") == [.nth(step: 0, offset: 1, fromEnd: true, ofType: true)])
        #expect(try steps(":only-of-type") == [.only(ofType: true)])
        #expect(try #require(SelectorText(":only-of-type")).pool.countsTypes)
        #expect(try !#require(SelectorText(":only-child")).pool.countsTypes)
    }

    @Test("Other pseudo-classes that a document can tell")
    func pseudoClasses() throws {
        func steps(_ text: String) throws -> [SelectorStep] { try #require(SelectorText(text)).steps }
        #expect(try steps(":ROOT") == [.root])
        #expect(try steps(":empty") == [.empty])
        #expect(try steps("a:link").last == .link)
        let list = try #require(SelectorText(":lang(DE-at)"))
        #expect(list.steps == [.language(0)] && list.pool.languages == [Array("de-at".utf8)])
        #expect(try #require(SelectorText(":lang('de')")).pool.languages == [Array("de".utf8)])
    }

    @Test("Lists within :is(), :where() and :not() are read in their own place")
    func nested() throws {
        let list = try #require(SelectorText(":is(a, b > c):not(.x, #y)"))
        #expect(list.steps == [.anyOf(0..<2), .noneOf(2..<4)])
        #expect(list.pool.nested.count == 4)
        #expect(SelectorText(":not(:is(a, :not(b)))") != nil)
    }

    @Test("Of the lists of :is() and :where() only what is unknown is left out (Selectors Level 4, 4.2.1)")
    func forgiving() throws {
        let list = try #require(SelectorText(":is(:unknown(a, b), #1, p, ::before, )"))
        #expect(list.steps == [.anyOf(0..<1)] && list.selectors[0].specificity == 1)
        let empty = try #require(SelectorText("a:where(&)"))
        #expect(empty.steps == [.type(empty.atom("a")), .anyOf(0..<0)])
    }

    @Test(
        "States and parts that only a client knows",
        arguments: [
            ("a:hover", Selector.Needs.state), ("a:visited", .state), ("a:FOCUS-within", .state),
            (":not(:hover)", .state), (":is(a, :active)", .state), (":has(> img)", .state),
            (":nth-child(2 of .x)", .state), ("p::before", .pseudoElement), ("p:after", .pseudoElement),
            ("p:first-line", .pseudoElement), ("::-webkit-scrollbar", .pseudoElement),
            ("::part(x)", .pseudoElement), ("p::before:hover", [.pseudoElement, .state]), ("p", []),
        ] as [(String, Selector.Needs)])
    func needs(text: String, needs: Selector.Needs) throws {
        #expect(try #require(SelectorText(text)).selectors[0].needs == needs)
    }

    @Test("Names take escapes, and every character beyond ASCII")
    func names() throws {
        let list = try #require(SelectorText(".sm\\:w-1\\/2.\\31 a.größe"))
        #expect(
            list.steps == [
                .className(list.atom("sm:w-1/2")), .className(list.atom("1a")), .className(list.atom("größe")),
            ])
        #expect(list.atom("sm:w-1/2") >= 0)
    }

    @Test("Classes and ids are the same in capital letters only in a document without a doctype")
    func quirks() throws {
        let quirky = try #require(SelectorText(".A#B", ignoresCase: true))
        #expect(quirky.steps == [.className(quirky.atom("a")), .id(quirky.atom("b"))])
        let standard = try #require(SelectorText(".A"))
        #expect(standard.atom("a") < 0)
    }

    @Test("No namespace is declared, so any matches, and none matches nothing")
    func namespaces() throws {
        let any = try #require(SelectorText("*|p"))
        #expect(any.steps == [.type(any.atom("p"))])
        #expect(try #require(SelectorText("*|*")).steps == [.any])
        #expect(try #require(SelectorText("|p")).steps == [.never])
        #expect(SelectorText("svg|p") == nil)
    }

    @Test(
        "One that is wrong or unknown fails with the whole list",
        arguments: [
            "", " ", ",", "a,", ",a", "a,,b", "a >", "> a", "a > > b", "a + ~ b", ".", ".1", "#1", "#", "a#", "[", "[a",
            "[a=]", "[a=b", "[a b]", "[=b]", "[a=b x]", "[a~ =b]", "[a==b]", ":", "::", ":unknown", "::unknown", "a:",
            ":nth-child", ":nth-child()", ":not()", ":not(a", ":not(a,)", ":not(::before)", "::before p",
            "::before.x", "p::before::unknown", "a b, p:unknown", ":not(:unknown)", ":has()", ":has(>)",
            "a:nth-child(2 of )", ":is(a", ":is(", "a!b", "a{", "1",
            "a:not", ":lang()",
            "&", "a:hover()", "@media",
        ])
    func failures(text: String) {
        #expect(SelectorText(text) == nil)
    }

    @Test("A failure tells where reading stopped")
    func failurePlace() {
        let text = Array("a, b:bogus".utf8)
        var names = AtomTable()
        var pool = SelectorPool()
        let offset = text.withUnsafeBufferPointer { text -> Int? in
            do {
                _ = try SelectorParser.list(text, 0..<text.count, names: &names, pool: &pool)
                return nil
            } catch {
                return (error as? SelectorParser.Failure)?.offset
            }
        }
        #expect(offset == 5)
    }

    @Test("Nesting deeper than anybody writes fails, and takes no stack")
    func depth() {
        #expect(SelectorText(String(repeating: ":not(", count: 100_000)) == nil)
        #expect(SelectorText(String(repeating: ":is(", count: 10) + "a" + String(repeating: ")", count: 10)) != nil)
    }
}
