import Audit
import Testing

@Suite("The attack on a school's numbers")
struct SchoolAttackTests {
    /// A number of one item of forty teachers, or of suspensions.
    private func number(
        _ statistic: String, _ value: Double?, group: String = "teachers", part: Int? = nil, status: String? = nil,
        step: Double? = nil
    ) -> PublishedNumber {
        let isMeasure = statistic == "count"
        return PublishedNumber(
            section: isMeasure ? "measure" : statistic == "answered" ? "participation" : "item",
            subject: isMeasure ? "suspensions" : statistic == "answered" ? "survey" : "q", group: group,
            period: isMeasure ? "2024-2025" : "w", statistic: statistic, part: part,
            status: status ?? (value == nil ? "suppressed" : "told"), value: value, step: step)
    }

    private func leaks(
        _ told: [PublishedNumber], truth: [PublishedNumber], releases: [[String: Int]] = []
    ) -> [String] {
        SchoolAttack(
            numbers: told, releases: releases, scales: ["q": KnownScale(valences: ["unfavorable", "favorable"])],
            truth: truth
        ) { section, _, _ in section == "measure" ? 10 : 5 }.leaks.map(\.name)
    }

    /// What is true of an item that 38 of 40 answered, 30 of them favorably.
    private var truth: [PublishedNumber] {
        [
            number("answered", 40), number("n", 38), number("favorable-count", 30), number("unfavorable-count", 8),
            number("missing", 2),
        ]
    }

    @Test("With everybody and all valid answers told, those who gave none are found")
    func missing() {
        let told = [number("answered", 40), number("n", 38), number("missing", nil)]
        #expect(leaks(told, truth: truth) == ["q.teachers.missing.w"])
    }

    @Test("A range of valid answers and a share in steps leave them open")
    func steps() {
        let told = [
            number("answered", 40), number("n", nil), number("n-least", 36), number("n-greatest", 39),
            number("favorable", 80, step: 5), number("missing", nil),
        ]
        #expect(leaks(told, truth: truth).isEmpty)
    }

    @Test("A share beside its count tells of how many it is the share")
    func exactShare() {
        let told = [
            number("answered", 40), number("n", nil), number("n-least", 36), number("n-greatest", 39),
            number("favorable", 79, step: 1), number("favorable-count", 30), number("missing", nil),
        ]
        #expect(leaks(told, truth: truth).contains("q.teachers.missing.w"))
    }

    @Test("Boys are all students less the girls")
    func complement() {
        let truth = [("", 40), ("female", 35), ("male", 5)].map { number("count", $1, group: $0) }
        let told = truth.map { $0.group == "male" ? number("count", nil, group: "male") : $0 }
        #expect(leaks(told, truth: truth).contains { $0.contains("male") })
        let careful = truth.map { $0.group.isEmpty ? $0 : number("count", nil, group: $0.group) }
        #expect(leaks(careful, truth: truth).isEmpty)
    }

    @Test("A small count that is told is a leak by itself")
    func small() {
        let told = [number("count", 3, group: "")]
        #expect(leaks(told, truth: told) == ["suspensions.count.2024-2025"])
    }

    @Test("So is the difference to what an earlier release told, to whatever audience")
    func releases() {
        let told = [number("answered", 40)]
        let name = "survey.teachers.answered.w"
        #expect(leaks(told, truth: told, releases: [[name: 37]]).count == 1)
        #expect(leaks(told, truth: told, releases: [[name: 40], [name: 35], ["other": 39]]).isEmpty)
    }
}
