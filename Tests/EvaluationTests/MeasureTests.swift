import Evaluation
import Testing

@Suite("Measures")
struct MeasureTests {
    func table(_ measure: Measure, _ counts: [Int], rule: DisclosureRule = DisclosureRule()) throws -> [Reported<Int>?]
    {
        let counted = try counts.enumerated().map { index, count in
            MeasureCount(
                period: try #require(SchoolYear("\(2020 + index)-\(2021 + index)")), measure: measure, count: count)
        }
        let table = MeasureTable(counted.reversed(), rule: rule)
        return try #require(table.rows.first { $0.measure == measure }).counts
    }

    @Test("Of students' events none and ten or more are shown, one to nine are withheld")
    func students() throws {
        for measure in Measure.allCases where measure.concernsStudents {
            #expect(
                try table(measure, [0, 1, 9, 10, 11])
                    == [.value(0), .suppressed, .suppressed, .value(10), .value(11)])
        }
    }

    @Test(
        "What is no student's event is shown however small",
        arguments: [
            Measure.trainings, .communityEvents, .sroAdministratorMeetings,
        ])
    func others(measure: Measure) throws {
        #expect(try table(measure, [0, 1, 9]) == [.value(0), .value(1), .value(9)])
    }

    @Test("A stricter rule withholds more")
    func stricter() throws {
        let rule = DisclosureRule(studentsAndFamilies: 20, staff: 10)
        #expect(try table(.studentArrests, [10, 19, 20], rule: rule) == [.suppressed, .suppressed, .value(20)])
    }

    @Test("Years stand in order and a year that was not counted is empty, not zero")
    func gaps() throws {
        let (first, last) = (try #require(SchoolYear("2023-2024")), try #require(SchoolYear("2025-2026")))
        let table = MeasureTable(
            [
                MeasureCount(period: last, measure: .trainings, count: 4),
                MeasureCount(period: first, measure: .studentArrests, count: 14),
            ], rule: DisclosureRule())
        #expect(table.periods == [first, last])
        #expect(table.rows.map(\.measure) == [.studentArrests, .trainings])
        #expect(table.rows.map(\.counts) == [[.value(14), nil], [nil, .value(4)]])
    }

    @Test("Two years that follow one another name a school year")
    func schoolYear() throws {
        let year = try #require(SchoolYear("2024-2025"))
        #expect(year.title == "2024\u{2013}2025")
        #expect(try year < #require(SchoolYear("2025-2026")))
    }

    @Test(
        "Nothing else does",
        arguments: [
            "", "2024", "2024-2026", "2025-2024", "2024-25", "24-25", "2024/2025", "2024-2025-2026", " 2024-2025",
            "+024-0025",
            "-2024-2025", "２０２４-２０２５",
        ])
    func noSchoolYear(text: String) {
        #expect(SchoolYear(text) == nil)
    }
}
