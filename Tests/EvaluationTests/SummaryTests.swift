import Testing

@testable import Evaluation

@Suite("Across schools")
struct SummaryTests {
    /// A school where so many of a hundred students answer favorably.
    private func school(_ favorable: Int, district: String = "Elm") throws -> PracticeSummary.School {
        let codes = EvaluationSample.codes((5, favorable), (1, 100 - favorable))
        let record = try EvaluationSample.record(EvaluationSample.responses(["a": codes, "b": codes, "r": codes]))
        return PracticeSummary.School(
            scopes: [.district(district)], waves: record.waves, evaluation: SchoolEvaluation(record))
    }

    @Test("Four schools are not compared; five have a median and quartiles")
    func five() throws {
        let schools = try [20, 30, 40, 50, 60].map { try school($0) }
        #expect(PracticeSummary(Array(schools.prefix(4))).rows.isEmpty)
        let row = try #require(
            PracticeSummary(schools).rows.first { $0.scope == .practice && $0.statistic == .favorable })
        // The reversed item of three turns each share around: (2 p + 100 − p) / 3.
        #expect(row.schools == 5)
        #expect(abs(row.median - 140.0 / 3) < 1e-9)
        #expect(abs(row.lowerQuartile - 130.0 / 3) < 1e-9 && abs(row.upperQuartile - 150.0 / 3) < 1e-9)
    }

    @Test("A district of four is not compared beside a practice of six")
    func scopes() throws {
        let schools =
            try [20, 30, 40, 50].map { try school($0) } + [school(60, district: "Oak"), school(70, district: "Oak")]
        #expect(Set(PracticeSummary(schools).rows.map(\.scope)) == [.practice])
    }

    @Test("A school whose number is withheld or only a bound does not count")
    func withheld() throws {
        let schools = try [20, 30, 40, 50, 3].map { try school($0) }
        #expect(!PracticeSummary(schools).rows.contains { $0.statistic == .favorable })
    }

    @Test("The others than a school are those without its own number, and at least five")
    func others() throws {
        func others(_ schools: [PracticeSummary.School], than own: Double) -> PracticeSummary.Row? {
            PracticeSummary(schools).others(
                than: own, in: .practice, instrument: "climate", domain: "trust", group: .stakeholders(.student))
        }
        let schools = try [20, 30, 40, 50, 60, 70].map { try school($0) }
        let own = try #require(schools[0].evaluation.surveys.domains.first?.favorable.shown)
        let row = try #require(others(schools, than: own))
        #expect(row.schools == 5 && abs(row.median - 50) < 1e-9)
        #expect(others(Array(schools.prefix(5)), than: own) == nil)
    }

    @Test("More answers at one school change nothing that is told of another")
    func independent() throws {
        let one = try school(40)
        _ = try school(90)
        #expect(one.evaluation.numbers == (try school(40)).evaluation.numbers)
    }

    @Test("Officers of five schools are told of together, those of four are not")
    func rollUp() throws {
        let record = try EvaluationSample.record(
            EvaluationSample.responses(.sro, ["a": [5, 1]]),
            EvaluationSample.responses(.administrator, ["a": [5, 5, 1, 1]]))
        let four = [SchoolRecord](repeating: record, count: 4)
        #expect(LeadershipRollUp.all(of: four, rule: DisclosureRule()).isEmpty)
        let rollUp = try #require(LeadershipRollUp.all(of: four + [record], rule: DisclosureRule()).first)
        #expect(rollUp.schools == 5)
        let officers = rollUp.surveys.rating("a", .stakeholders(.sro), wave: LeadershipRollUp.wave)
        #expect(officers?.share.shown?.favorable == .exactly(count: 5, of: 10))
        #expect(rollUp.numbers.contains { $0.name == "a.sros.favorable-count.latest" && $0.value == 5 })
        let kept = LeadershipRollUp.all(of: (four + [record]).map(\.forRollUps), rule: DisclosureRule())
        #expect(kept.map(\.numbers) == [rollUp.numbers])
        // Where officers or administrators agreed to be shown, their school's own booklet would allow to subtract them.
        for group in [StakeholderGroup.sro, .administrator] {
            var consenting = record
            consenting.consenting = [group]
            #expect(LeadershipRollUp.all(of: four + [consenting], rule: DisclosureRule()).isEmpty)
        }
    }

    @Test("A record that is kept for roll-ups has no answers of others and no comments")
    func kept() throws {
        let record = try EvaluationSample.record(
            EvaluationSample.responses(.student, ["a": [5, 1]]), EvaluationSample.responses(.sro, ["a": [5, 1]]))
        #expect(record.forRollUps.responses.map(\.group) == [.sro])
        #expect(record.forRollUps.responses.allSatisfy { $0.comments.isEmpty && $0.codes == ["a": [5, 1]] })
    }

    @Test("Officers are told of by the rule of the strictest of their schools")
    func strictest() throws {
        let record = try EvaluationSample.record(EvaluationSample.responses(.sro, ["a": [5, 1]]))
        var strict = record
        strict.rule = DisclosureRule(staff: 11)
        let records = [SchoolRecord](repeating: record, count: 4) + [strict]
        let rollUp = try #require(LeadershipRollUp.all(of: records, rule: DisclosureRule()).first)
        #expect(rollUp.surveys.participation.allSatisfy { $0.answered.shown == nil })
    }
}
