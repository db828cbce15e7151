import Foundation
import Markup
import TestSupport
import Testing

@Suite("Measures in a booklet")
struct MeasureTests {
    private func tree(_ rows: String, students: [Int] = [1000, 1000]) throws -> MarkupTree {
        let years = students.enumerated().map { "  - {year: \(2023 + $0)-\(2024 + $0), students: \($1)}\n" }.joined()
        return try booklet([
            "school.yaml": smallSchool + (years.isEmpty ? "" : "enrollment:\n" + years),
            "measures.csv": "period,measure,count,students\n" + rows,
        ])
    }

    private func sentences(_ before: Int, _ after: Int) throws -> [String] {
        try tree("2023-2024,out-of-school-suspensions,\(before),\n2024-2025,out-of-school-suspensions,\(after),\n")
            .texts("//section[@id='Measures']/ul/li")
    }

    @Test("What fell, rose, may be chance and stayed is said in a sentence with both counts")
    func sentence() throws {
        #expect(try sentences(90, 30) == ["Out-of-school suspensions fell to 30 in 2024–2025, after 90 in 2023–2024."])
        #expect(try sentences(30, 90) == ["Out-of-school suspensions rose to 90 in 2024–2025, after 30 in 2023–2024."])
        #expect(
            try sentences(31, 30) == [
                "Out-of-school suspensions changed to 30 in 2024–2025, after 31 in 2023–2024, which may be chance."
            ])
        #expect(try sentences(30, 30) == ["Out-of-school suspensions stayed at 30 in 2024–2025, as in 2023–2024."])
        #expect(try sentences(0, 0) == ["Out-of-school suspensions stayed at 0 in 2024–2025, as in 2023–2024."])
    }

    @Test("Several changes that may be chance are one sentence, after those that are not")
    func several() throws {
        let counts = [
            ("out-of-school-suspensions", 31, 30), ("student-arrests", 90, 30), ("sro-administrator-meetings", 8, 9),
            ("trainings", 3, 4), ("restorative-conferences", 20, 20),
        ]
        let rows = counts.map { "2023-2024,\($0.0),\($0.1),\n2024-2025,\($0.0),\($0.2),\n" }.joined()
        let tree = try tree(rows)
        #expect(
            try tree.texts("//section[@id='Measures']/ul/li") == [
                "Student arrests fell to 30 in 2024–2025, after 90 in 2023–2024.",
                "Restorative conferences stayed at 20 in 2024–2025, as in 2023–2024.",
                "From 2023–2024 to 2024–2025 there were changes that may be chance in out-of-school suspensions (30 after 31), "
                    + "SRO–administrator meetings (9 after 8) and trainings (4 after 3).",
            ])
        #expect(try tree.rows(ofTable: countsCaption).map { $0[3] }.contains("unchanged"))
    }

    @Test("Of a count that is withheld, of one year, and of groups of students there is no sentence and no empty list")
    func none() throws {
        let one = try tree("2024-2025,out-of-school-suspensions,30,\n")
        let withheld = try tree("2023-2024,student-arrests,4,\n2024-2025,student-arrests,30,\n")
        for tree in [one, withheld] { #expect(try tree.xpath("//section[@id='Measures']//ul").isEmpty) }
        #expect(try withheld.rows(ofTable: countsCaption).map { $0[1] } == ["†"])
        let groups = try tree(
            "2023-2024,out-of-school-suspensions,90,female\n2024-2025,out-of-school-suspensions,30,female\n")
        #expect(try groups.xpath("//section[@id='Measures']//ul").isEmpty)
    }

    @Test("Rates are per 1,000 students with their exact Poisson interval, and only where enrollment is on record")
    func rates() throws {
        let rows = "2023-2024,out-of-school-suspensions,20,\n2024-2025,out-of-school-suspensions,10,\n"
        // Exact limits of 10 and 20 events: 4.795 to 18.390, and 12.217 to 30.888 (Garwood, 1936; Ulm, 1990, table).
        #expect(
            try tree(rows, students: [2000, 500]).rows(ofTable: countsCaption) == [
                [
                    "Out-of-school suspensions", "2010.0 (6.1 to 15.4)", "1020.0 (9.6 to 36.8)",
                    "may be chance",
                ]
            ])
        let without = try tree(rows, students: [])
        #expect(
            try without.rows(ofTable: countsCaption).map { Array($0[1...2]) } == [["20", "10"]])
        let first = try tree("2024-2025,out-of-school-suspensions,10,\n")
        #expect(try first.texts("//table[@id='Counts']//th[@scope='col']") == ["Measure", "2024–2025"])
    }

    @Test("Groups of students of every kind keep their row, 25 of them and more")
    func manyGroups() throws {
        let races = ["hispanic", "american-indian", "asian", "pacific-islander", "black", "white", "two-or-more"]
        let names =
            races + ["female", "male"] + races.flatMap { ["\($0)+female", "\($0)+male"] } + ["idea", "english-learner"]
        let each = Dictionary(
            uniqueKeysWithValues: names.map { name in
                (name, name.contains("+") ? 20 : ["female", "male"].contains(name) ? 140 : 40)
            })
        let rows =
            "2024-2025,out-of-school-suspensions,280,\n"
            + names.map { "2024-2025,out-of-school-suspensions,\(each[$0] ?? 0),\($0)\n" }.joined()
        let cells = try tree(rows).rows(ofTable: countsCaption)
        #expect(cells.count == names.count + 1 && names.count >= 25)
        #expect(cells.allSatisfy { $0[0].hasPrefix("Out-of-school suspensions") })
        #expect(Set(cells.map { $0[0] }).count == cells.count)
        #expect(cells.contains { $0[0] == "Out-of-school suspensionsTwo or more races, female" })
    }
}
