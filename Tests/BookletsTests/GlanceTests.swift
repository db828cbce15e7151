import Markup
import TestSupport
import Testing

@Suite("A booklet at a glance")
struct GlanceTests {
    private static let plan = """
        challenges:
          - {id: a, title: Silence, evidence: Nobody is told}
          - {id: b, title: Radio, evidence: "Two channels."}
          - {id: c, title: Locks, evidence: None works.}
          - {id: d, title: Fourth, evidence: Too many.}
        opportunities:
          - {id: e, title: Time, evidence: A counselor began.}

        """

    private func points(_ tree: MarkupTree, _ title: String) throws -> [String] {
        try tree.texts("//section[@id='Glance']/h3[.='\(title)']/following-sibling::*[1]/li")
    }

    @Test("Where nothing is known there is no such chapter, and nobody misses it")
    func nothing() throws {
        let tree = try booklet(["measures.csv": "period,measure,count\n2024-2025,student-arrests,12\n"])
        #expect(try !tree.sections().contains("Glance"))
        #expect(try !tree.text("//section[@id='Method']").lowercased().contains("glance"))
    }

    @Test("What the practice has named stands with its evidence, three of each at most")
    func named() throws {
        let tree = try booklet(["plan.yaml": Self.plan])
        #expect(
            try points(tree, "What needs attention") == [
                "Silence: Nobody is told.", "Radio: Two channels.", "Locks: None works.",
            ])
        #expect(try points(tree, "What is going well") == ["Time: A counselor began."])
        #expect(try !tree.texts("//section[@id='Glance']/h3").contains("Numbers that changed"))
    }

    @Test("What the numbers show comes first, and what is named fills up to three")
    func filled() throws {
        let tree = try SurveyedSchool(
            shares: ["student": [20], "parent": [90]], files: ["plan.yaml": Self.plan]
        ).booklet()
        let challenges = try points(tree, "What needs attention")
        #expect(challenges.count == 3)
        #expect(challenges.first?.lowercased().contains("students") == true)
        let shown = challenges.filter { $0.hasSuffix("”") }.count
        #expect((1...3).contains(shown))
        #expect(
            challenges.dropFirst(shown).elementsEqual(
                ["Silence: Nobody is told.", "Radio: Two channels."].prefix(3 - shown)))
        let strengths = try points(tree, "What is going well")
        #expect(strengths.last == "Time: A counselor began." && (2...3).contains(strengths.count))
        #expect(Set(strengths + challenges).count == strengths.count + challenges.count)
    }

    @Test("Of each question only the weightiest finding is told")
    func once() throws {
        let tree = try SurveyedSchool(shares: ["student": [15], "parent": [20], "teacher": [25]]).booklet()
        let challenges = try points(tree, "What needs attention")
        #expect(challenges.count == 2)
        #expect(Set(challenges.compactMap { $0.split(separator: "“").last }).count == 2)
        #expect(challenges.allSatisfy { $0.hasPrefix("Among students, only 15% ") })
    }

    @Test(
        "What stands among the numbers that changed is said in no other sentence of the page, unless there is nothing else"
    )
    func numbersOnce() throws {
        let lines = "enrollment:\n  - {year: 2023-2024, students: 1000}\n  - {year: 2024-2025, students: 1000}\n"
        let files = [
            "measures.csv":
                "period,measure,count\n2023-2024,out-of-school-suspensions,90\n2024-2025,out-of-school-suspensions,30\n"
        ]
        let alone = try SurveyedSchool(shares: ["student": [50]], lines: lines, files: files).booklet()
        #expect(
            try points(alone, "What is going well") == [
                "Out-of-school suspensions fell to 30 in 2024–2025, after 90 in 2023–2024."
            ])
        let among = try SurveyedSchool(shares: ["student": [90]], lines: lines, files: files).booklet()
        let strengths = try points(among, "What is going well")
        #expect(!strengths.isEmpty && !strengths.contains { $0.contains("suspensions") })
    }

    @Test("Three numbers that changed: what is told as a change before what may be chance, and never an unchanged one")
    func numbers() throws {
        let tree = try SurveyedSchool(
            shares: ["student": [30, 70]], waves: 2,
            lines: "enrollment:\n  - {year: 2023-2024, students: 1000}\n  - {year: 2024-2025, students: 1000}\n",
            files: [
                "measures.csv": """
                period,measure,count
                2023-2024,student-arrests,40
                2024-2025,student-arrests,40
                2023-2024,referrals-to-law-enforcement,82
                2024-2025,referrals-to-law-enforcement,81
                2023-2024,out-of-school-suspensions,90
                2024-2025,out-of-school-suspensions,30
                2023-2024,restorative-conferences,20
                2024-2025,restorative-conferences,60

                """
            ]
        ).booklet()
        let numbers = try tree.xpath("//section[@id='Glance']//ul[@class='numbers']/li").map { $0.children.map(\.text) }
        #expect(
            numbers == [
                [
                    "Out-of-school suspensions", "from 90 to 30",
                    "Counts of 2023–2024 and 2024–2025. The rate fell by more than chance explains.",
                ],
                [
                    "Restorative conferences", "from 20 to 60",
                    "Counts of 2023–2024 and 2024–2025. The rate rose by more than chance explains.",
                ],
                [
                    "Trust, students", "from 1.3 to 1.7",
                    "Mean scores, Baseline and Follow-up, on a scale of 1 to 2. Higher by more than chance explains.",
                ],
            ])
    }
}
