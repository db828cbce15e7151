import Evaluation
import TestSupport
import Testing

@Suite("Disclosure control")
struct DisclosureTests {
    @Test("No setting lowers the minimum below ten")
    func floor() {
        let rule = DisclosureRule(studentsAndFamilies: 3, staff: -1)
        #expect(StakeholderGroup.allCases.map(rule.minimum(for:)) == [10, 10, 10, 10, 10])
    }

    @Test("Students and parents may have another minimum than staff")
    func groups() {
        let rule = DisclosureRule(studentsAndFamilies: 20, staff: 12)
        #expect(StakeholderGroup.allCases.map(rule.minimum(for:)) == [20, 20, 12, 12, 12])
    }

    @Test(
        "Whatever is answered, a result that is shown never comes from fewer people than the rule asks for",
        arguments: 0..<40)
    func neverFewer(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let sample = try SurveySample(invited: [.student: 60])
        let rule = DisclosureRule(studentsAndFamilies: Int.random(in: 0...30, using: &random))
        let answers = (0..<Int.random(in: 0...60, using: &random)).map { _ in
            (Self.answer(using: &random), Self.answer(using: &random))
        }
        let results = sample.results([sample.students(answers)], rule: rule)
        let minimum = rule.minimum(for: .student)
        for (item, given) in [("plain", answers.map(\.0)), ("reversed", answers.map(\.1))] {
            let count = given.count { $0 != SurveyResponses.missing }
            let shown = results.result(wave: "w", group: .student, item: item).shown
            #expect((shown != nil) == (count >= minimum))
            #expect(shown.map { $0.count == count && (0...count).contains($0.favorable) } ?? true)
        }
        let participation = try #require(results.participation.first { $0.group == .student })
        #expect((participation.answered.shown != nil) == (answers.count >= minimum))
        #expect((participation.responseRate?.shown != nil) == (answers.count >= minimum))
    }

    private static func answer(using random: inout SeededGenerator) -> UInt8 {
        Bool.random(using: &random) ? UInt8.random(in: 1...5, using: &random) : SurveyResponses.missing
    }
}
