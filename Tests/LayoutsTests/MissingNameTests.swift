import Diagnostics
import Parallel
import TestSupport
import Testing

@testable import Layouts

@Suite("Names that a template is not given")
struct MissingNameTests {
    @Test("A missing name is an error at its tag, with the nearest name that is known")
    func variable() throws {
        let problem = try #require(renderProblems("<p>\n  é {{titel}}", ["title": "x"]).first)
        #expect(problem.location == SourceLocation(line: 2, column: 5))
        #expect(problem.message == "the template uses \"titel\", which it is not given")
        #expect(problem.hint == "did you mean \"title\"?")
        #expect(problem.excerpt?.text == "  é {{titel}}")
    }

    @Test(
        "Every kind of tag is looked at, whatever it writes",
        arguments: [
            "{{nme}}", "{{{nme}}}", "{{&nme}}", "{{#nme}}x{{/nme}}", "{{^nme}}x{{/nme}}", "{{uppercased(nme)}}",
        ])
    func kinds(tag: String) throws {
        let problem = try #require(renderProblems("\n" + tag, ["name": "x"]).first)
        #expect(problem.location == SourceLocation(line: 2, column: 1))
        #expect(problem.hint == "did you mean \"name\"?")
    }

    @Test("All that is missing is told at once, also inside lists and in what is included")
    func all() throws {
        let library = try LayoutFolder([
            "page": "{{#list}}{{inner}}{{/list}}\n{{>part}}{{outer}}", "part": "\n\n {{deep}}",
        ]).library()
        let log = try #require(#expect(throws: DiagnosticLog.self) { try library.render("page", ["list": ["x"]]) })
        #expect(log.sorted.map(\.location) == [(1, 10), (2, 10), (3, 2)].map { SourceLocation(line: $0, column: $1) })
        #expect(log.sorted.map { $0.path.hasSuffix("part.mustache") } == [false, false, true])
    }

    @Test("A part of a dotted name is missed as well, at any depth, with its nearest neighbour")
    func dottedNames() throws {
        let values: [String: TemplateValue] = ["school": ["name": "Oak", "town": ["state": "ME"]]]
        #expect(try renderProblems("{{school.nme}}", values).map(\.hint) == ["did you mean \"school.name\"?"])
        let deep = try #require(renderProblems("{{school.name}}\n{{school.town.stat}}", values).first)
        #expect(deep.location == SourceLocation(line: 2, column: 1))
        #expect(deep.hint == "did you mean \"school.town.state\"?")
        let middle = try #require(renderProblems("\n{{school.twon.state}}", values).first)
        #expect(middle.location == SourceLocation(line: 2, column: 1))
        #expect(middle.message == "the template uses \"school.twon\", which it is not given")
        #expect(middle.hint == "did you mean \"school.town\"?")
        #expect(try renderProblems("{{scool.name}}", values).map(\.hint) == ["did you mean \"school\"?"])
    }

    @Test("A part that only some pages lack is missed on each of those, whichever comes first")
    func everyTime() throws {
        let library = try LayoutFolder(["page": "{{page.title}}"]).library()
        let outcomes = Array(0..<40).concurrentMap(jobs: 8) { number in
            (try? library.render("page", ["page": number % 2 == 0 ? ["title": "x"] : [:]])) != nil
        }
        #expect(outcomes == (0..<40).map { $0 % 2 == 0 })
    }

    @Test("What is known and absent is no error, nor are its parts")
    func absent() throws {
        #expect(try render("{{v}}{{#v}}{{v.name}}{{/v}}{{v.name}}", ["v": .null]).isEmpty)
    }

    @Test("A comment's text is no name, and places after one of several lines are right")
    func comments() throws {
        #expect(try render("{{! not {{a}}", [:]).isEmpty)
        let problem = try #require(renderProblems("{{! two\nlines }} {{x}}").first)
        #expect(problem.location == SourceLocation(line: 2, column: 10))
    }

    @Test("Columns count Unicode scalars, as all diagnostics do")
    func columns() throws {
        #expect(try renderProblems("👩‍🏫{{x}}").map(\.location) == [SourceLocation(line: 1, column: 4)])
        #expect(try renderProblems("a\r\n\u{0B}{{x}}").map(\.location) == [SourceLocation(line: 2, column: 2)])
    }

    @Test("A list or an object that is written as text is an error at its tag, not what Swift says of it")
    func unwritable() throws {
        let values: [String: TemplateValue] = ["page": ["title": "x", "tags": ["a"]], "list": [["b": "c"]]]
        let problems = try renderProblems("{{page.title}}\n{{page}}\n{{{page.tags}}}\n{{#list}}{{.}}{{/list}}", values)
        #expect(problems.map(\.location?.line) == [nil, 2, 3])
        #expect(
            problems.map(\.message)
                == ["list", "page", "tags"].map { "\"\($0)\" is no text that could be written" })
        #expect(problems[1].hint == "write one of its parts, or {{#page}}…{{/page}} around them")
    }

    @Test("A template that does not exist is told with its nearest neighbour")
    func template() throws {
        let library = try LayoutFolder(["article": "x"]).library()
        let log = try #require(#expect(throws: DiagnosticLog.self) { try library.render("artcle", [:]) })
        #expect(log.diagnostics.map(\.message) == ["there is no such template"])
        #expect(log.diagnostics.map(\.hint) == ["did you mean \"article\"?"])
    }
}
