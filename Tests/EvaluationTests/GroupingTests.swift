import Testing

@testable import Evaluation

@Suite("Groups that are reported")
struct GroupingTests {
    private let rule = DisclosureRule()
    private let asked: [StakeholderGroup] = [.student, .administrator, .sro]

    private func groups(_ answered: [StakeholderGroup: Int]..., consents: Bool = false) -> [ReportingGroup] {
        GroupingRule(rule: rule, sroConsents: consents).groups(answered: answered, asked: asked)
    }

    @Test("A few administrators and officers are reported together, as leadership")
    func folded() {
        #expect(groups([.student: 100, .administrator: 6, .sro: 3]) == [.stakeholders(.student), .leadership])
    }

    @Test("They are told apart where the officers agreed, or where each of them is large enough")
    func apart() {
        let apart = asked.sorted().map { ReportingGroup.stakeholders($0) }
        #expect(groups([.administrator: 6, .sro: 3], consents: true) == apart)
        #expect(groups([.administrator: 6, .sro: 5]) == apart)
        #expect(groups([.administrator: 6, .sro: 0]) == apart)
    }

    @Test("Every wave has the same groups: what one tells apart would give away the other")
    func everyWave() {
        let waves: [[StakeholderGroup: Int]] = [[.administrator: 6, .sro: 5], [.administrator: 6, .sro: 2]]
        for answered in [waves, waves.reversed()] {
            let groups = GroupingRule(rule: rule, sroConsents: false).groups(answered: answered, asked: asked)
            #expect(groups == [.stakeholders(.student), .leadership])
        }
    }

    @Test("Without a questionnaire for both there is nothing to fold")
    func oneAlone() {
        let groups = GroupingRule(rule: rule, sroConsents: false)
            .groups(answered: [[.administrator: 3]], asked: [.administrator, .teacher])
        #expect(groups == [.stakeholders(.teacher), .stakeholders(.administrator)])
    }

    @Test("Officers who agreed are shown as they are; administrators are protected all the same")
    func consent() throws {
        var record = try EvaluationSample.record(
            EvaluationSample.responses(.sro, ["a": [5, 5, 1]]),
            EvaluationSample.responses(.administrator, ["a": [5, 5, 1, 1]]))
        record.sroConsents = true
        let evaluation = SchoolEvaluation(record)
        #expect(try evaluation.value("a.sros.favorable-count") == 2)
        #expect(try evaluation.number("a.administrators.favorable").status == .suppressed)
        #expect(evaluation.openGroups == [.stakeholders(.sro)])
    }

    @Test("Leadership counts the answers and the invitations of both")
    func pooled() throws {
        let wave = try EvaluationSample.wave(invited: [.administrator: 7, .sro: 3])
        let record = try EvaluationSample.record(
            EvaluationSample.responses(.administrator, ["a": [5, 5, 5, 5, 1, 1]]),
            EvaluationSample.responses(.sro, ["a": [5, 1, 1]]), waves: [wave])
        let evaluation = SchoolEvaluation(record)
        #expect(try evaluation.value("survey.leadership.answered") == 9)
        #expect(try evaluation.value("survey.leadership.response-rate") == 90)
        #expect(try evaluation.number("a.leadership.favorable").text == "at least 55 %")
        #expect(NumberIndex(evaluation.numbers)["a.sros.favorable"] == nil)
    }

    @Test("A school may ask for more than the practice does, never for less")
    func combined() {
        let strict = DisclosureRule(studentsAndFamilies: 20, staff: 3).combined(with: DisclosureRule())
        #expect(strict == DisclosureRule(studentsAndFamilies: 20, staff: 5))
        #expect(DisclosureRule(studentsAndFamilies: 1, staff: -4) == DisclosureRule(studentsAndFamilies: 5, staff: 3))
    }
}
