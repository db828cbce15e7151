import Markup
import TestSupport
import Testing

@Suite("The partnership in a booklet")
struct PartnershipTests {
    private func rows(_ tree: MarkupTree) throws -> [[String]] {
        try tree.xpath("//table[@id='Side-by-side']/tbody/tr").map { $0.children.map(\.text) }
    }

    private func heads(_ tree: MarkupTree) throws -> [String] {
        try tree.texts("//table[@id='Side-by-side']/thead//th")
    }

    @Test("Officers and administrators who are many stand side by side, whoever sees it better")
    func apart() throws {
        for (officers, administrators, verdict) in [
            (80, 40, "SROs higher"), (40, 80, "Administrators higher"), (50, 50, "about the same"),
        ] {
            let tree = try SurveyedSchool(shares: ["sro": [officers], "administrator": [administrators]]).booklet()
            #expect(try heads(tree) == ["Domain", "SROs", "Administrators", "Comparison of scores"])
            #expect(try rows(tree) == [["Trust", "\(officers)%", "\(administrators)%", verdict]])
            #expect(try tree.text("//section[@id='Partnership']/p").hasPrefix("Officers and administrators answered"))
        }
    }

    @Test("Of two surveys both are shown, with by how much the last differs, and the scores of the last are compared")
    func twoWaves() throws {
        let tree = try SurveyedSchool(shares: ["sro": [70, 71], "administrator": [40, 90]], waves: 2).booklet()
        #expect(
            try heads(tree) == [
                "Domain", "SROs, Baseline", "SROs, Follow-up", "Administrators, Baseline", "Administrators, Follow-up",
                "Comparison of scores, Follow-up",
            ])
        #expect(
            try rows(tree) == [["Trust", "70%", "71%+1 point", "40%", "90%+50 points", "Administrators higher"]])
        let spanish = try SurveyedSchool(
            shares: ["sro": [70, 40], "administrator": [40, 40]], waves: 2, lines: "language: es\n"
        ).booklet()
        #expect(try rows(spanish)[0][2...4] == ["40\u{A0}%−30 puntos", "40\u{A0}%", "40\u{A0}%0 puntos"])
    }

    @Test("Where either are too few they are told together, beside the first group that is shown")
    func together() throws {
        for (other, title, name) in [
            ("teacher", "Teachers", "teachers"), ("student", "Students", "students"), ("parent", "Parents", "parents"),
        ] {
            let tree = try SurveyedSchool(
                shares: ["sro": [50], "administrator": [50], other: [50]], counts: ["sro": 2, "administrator": 40]
            ).booklet()
            #expect(try heads(tree)[1...2] == ["School and police leadership", title])
            #expect(
                try tree.text("//section[@id='Partnership']/p")
                    == "Officers and administrators at this school are too few to be shown apart. Together they stand "
                    + "here beside \(name).")
        }
    }

    @Test("With nobody to stand beside, too few, or none asked, there is no such chapter and the method says so")
    func absent() throws {
        let alone = SurveyedSchool(
            shares: ["sro": [50], "administrator": [50]], counts: ["sro": 2, "administrator": 40])
        let few = SurveyedSchool(
            shares: ["sro": [50], "administrator": [50], "teacher": [50]], counts: ["sro": 1, "administrator": 2])
        for school in [alone, few, SurveyedSchool(shares: ["student": [50]])] {
            let tree = try school.booklet()
            #expect(try !tree.sections().contains("Partnership"))
            #expect(
                try tree.text("//section[@id='Method']").contains("The views of officers and administrators cannot"))
        }
    }

    @Test("The questions that they see most differently are told, once each, and only where there are any")
    func views() throws {
        let tree = try SurveyedSchool(shares: ["sro": [90], "administrator": [30]]).booklet()
        let views = try tree.texts("//section[@id='Partnership']/ul/li")
        #expect(
            Set(views) == [
                "Administrators (30% favorable) and SROs (90%) see it differently: “Fair?”",
                "Administrators (30%) and SROs (90%) differ in how many say “No”, which is the favorable answer here: “Unsafe?”",
            ])
        let alike = try SurveyedSchool(shares: ["sro": [50], "administrator": [50]]).booklet()
        #expect(try alike.texts("//section[@id='Partnership']/h3").isEmpty)
    }
}
