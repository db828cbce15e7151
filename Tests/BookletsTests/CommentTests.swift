import Content
import Dates
import Markup
import TestSupport
import Testing

@Suite("What people wrote, in a booklet")
struct CommentTests {
    private static let instrument = [
        "instruments/short.yaml": """
        title: Short
        version: "2"
        scale:
          - {code: 1, label: "No"}
          - {code: 2, label: "Yes", favorable: true}
        domains:
          - {id: d, title: Trust}
        groups: [student, administrator, sro]
        items:
          - {id: q1, domain: d, text: Fair?}
          - {id: say, kind: comment, text: "What <else>?"}

        """
    ]

    private static let school = surveyedSchool.replacing("{student: 20, teacher: 12}", with: "{student: 20}")

    private static func survey(_ comments: [String]) -> String {
        "q1,say\n" + comments.map { "2,\"\($0)\"\n" }.joined()
    }

    /// The ids under which a school's comments are listed, by their masked words.
    private func listed(_ files: [String: String]) throws -> [String: String] {
        var content = ["schools/oak/school.yaml": Self.school]
        for (file, text) in files { content["schools/oak/" + file] = text }
        let folder = try TemporaryFolder(SmallContent.with(content.merging(Self.instrument) { _, new in new }))
        var options = ReadingOptions(date: try #require(CalendarDate(iso8601: "2026-06-01")), jobs: 2)
        options.listsComments = true
        let (library, log) = Library.read(folder.path, options: options)
        guard let comments = library?.schools.first?.listedComments else { throw log }
        return Dictionary(comments.map { ($0.text, $0.id) }, uniquingKeysWith: { first, _ in first })
    }

    @Test("Approved comments stand under their question and group, masked, and others don't")
    func approved() throws {
        let words = (1...12).map { "Comment number \(["one", "two"][$0 % 2]) <\($0 % 3)>." }
        var files = [
            "school.yaml": Self.school,
            "surveys/w1-student.csv": Self.survey(words + ["Ask Tyler Novak.", "It is loud."]),
            "surveys/w1-administrator.csv": Self.survey(["Fine.", "Good.", "Better.", "Quiet."]),
            "surveys/w1-sro.csv": Self.survey(["Calm."]),
        ]
        let ids = try listed(files)
        files["comments.yaml"] = """
            comments:
              - {id: \(try #require(ids["Ask [name]."])), approved: true, text: "Ask [name] or Tyler Novak & <b>all</b>."}
              - {id: \(try #require(ids["It is loud."])), approved: false, text: It is loud.}
              - {id: \(try #require(ids["Calm."])), approved: true, text: Calm.}

            """
        let tree = try booklet(files, shared: Self.instrument)
        let sections = try tree.sections()
        #expect(
            sections == ["Profile", "Listening", "Results", "Voices", "Method", "Items", "Glossary"])
        #expect(try tree.texts("//section[@id='Voices']/h3") == ["In their own words"])
        #expect(try tree.texts("//section[@id='Voices']/h4") == ["What <else>?"])
        #expect(try tree.texts("//section[@id='Voices']/h5") == ["Students", "School and police leadership"])
        #expect(try tree.texts("//blockquote") == ["Ask [name] or [name] & <b>all</b>.", "Calm."])
        #expect(try !tree.text("/html").contains("It is loud"))
    }

    @Test("A school without an approved comment has no such chapter")
    func none() throws {
        let files = [
            "school.yaml": Self.school,
            "surveys/w1-student.csv": Self.survey((1...12).map { "Comment \($0)." }),
        ]
        let tree = try booklet(files, shared: Self.instrument)
        #expect(try !tree.sections().contains("Voices"))
        #expect(try tree.text("//section[@id='Method']").contains("no approved comments"))
    }
}
