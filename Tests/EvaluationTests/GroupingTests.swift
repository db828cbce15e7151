import Testing

@testable import Evaluation

@Suite("Groups that are reported")
struct GroupingTests {
    private let rule = DisclosureRule()
    private let asked: [StakeholderGroup] = [.student, .administrator, .sro]

    private func groups(
        _ answered: [StakeholderGroup: Int]..., consenting: Set<StakeholderGroup> = []
    ) -> [ReportingGroup] {
        GroupingRule(rule: rule, consenting: consenting).groups(answered: answered, asked: asked)
    }

    @Test("A few administrators and officers are reported together, as leadership")
    func folded() {
        #expect(groups([.student: 100, .administrator: 6, .sro: 3]) == [.stakeholders(.student), .leadership])
    }

    @Test("They are told apart where either of them agreed, or where each of them is large enough")
    func apart() {
        let apart = asked.sorted().map { ReportingGroup.stakeholders($0) }
        for consenting in [[.sro], [.administrator], [.administrator, .sro]] as [Set<StakeholderGroup>] {
            #expect(groups([.administrator: 6, .sro: 3], consenting: consenting) == apart)
        }
        #expect(groups([.administrator: 6, .sro: 5]) == apart)
        #expect(groups([.administrator: 6, .sro: 0]) == apart)
    }

    @Test("Every wave has the same groups: what one tells apart would give away the other")
    func everyWave() {
        let waves: [[StakeholderGroup: Int]] = [[.administrator: 6, .sro: 5], [.administrator: 6, .sro: 2]]
        for answered in [waves, waves.reversed()] {
            let groups = GroupingRule(rule: rule, consenting: []).groups(answered: answered, asked: asked)
            #expect(groups == [.stakeholders(.student), .leadership])
        }
    }

    @Test("Without a questionnaire for both there is nothing to fold")
    func oneAlone() {
        let groups = GroupingRule(rule: rule, consenting: [])
            .groups(answered: [[.administrator: 3]], asked: [.administrator, .teacher])
        #expect(groups == [.stakeholders(.teacher), .stakeholders(.administrator)])
    }

    private func few(consenting: Set<StakeholderGroup>) throws -> SchoolRecord {
        var record = try EvaluationSample.record(
            EvaluationSample.responses(.sro, ["a": [5, 5, 1]]),
            EvaluationSample.responses(.administrator, ["a": [5, 5, 1, 1]]),
            waves: [EvaluationSample.wave(invited: [.administrator: 4, .sro: 3])])
        record.consenting = consenting
        return record
    }

    @Test(
        "A group that agreed is shown as it is; nothing is told of the other, of both, or of the gap between them",
        arguments: [StakeholderGroup.sro, .administrator])
    func oneConsents(group: StakeholderGroup) throws {
        let evaluation = SchoolEvaluation(try few(consenting: [group]))
        let other: StakeholderGroup = group == .sro ? .administrator : .sro
        #expect(try evaluation.value("a.\(group)s.favorable-count") == 2)
        #expect(try evaluation.value("survey.\(group)s.answered") == (group == .sro ? 3 : 4))
        #expect(evaluation.openGroups == [.stakeholders(group)])
        // That nobody broke off or was in a file twice is told of every group.
        let told = evaluation.numbers.numbers.filter { $0.isTold && $0.group != "\(group)s" && $0.value != 0 }
        #expect(told.map(\.name) == ["survey.\(other)s.invited.w1"])
        #expect(evaluation.surveys.gaps.allSatisfy { $0.difference.shown == nil })
    }

    @Test("Where both agreed both are shown, side by side")
    func bothConsent() throws {
        let evaluation = SchoolEvaluation(try few(consenting: [.sro, .administrator]))
        #expect(try evaluation.value("a.sros.favorable-count") == 2)
        #expect(try evaluation.value("a.administrators.favorable-count") == 2)
        #expect(evaluation.openGroups == [.stakeholders(.administrator), .stakeholders(.sro)])
        #expect(evaluation.surveys.gaps.contains { $0.subject == .item("a") && $0.difference.shown != nil })
    }

    @Test("An agreement that comes after leadership was told of shows neither group: the other could be subtracted")
    func laterConsent() throws {
        var earlier = try few(consenting: [])
        earlier.rule = DisclosureRule(staff: 3)
        earlier.responses[0] = EvaluationSample.responses(.sro, ["a": [5, 1]])
        for consenting in [[.sro], [.administrator]] as [Set<StakeholderGroup>] {
            var later = earlier
            later.consenting = consenting
            later.releases = [
                Release(
                    date: try EvaluationSample.day("2025-02-01"), audience: "school",
                    counts: SchoolEvaluation(earlier).numbers.counts)
            ]
            let evaluation = SchoolEvaluation(later)
            #expect(try evaluation.number("survey.sros.answered").status == .suppressed)
            #expect(try evaluation.number("survey.administrators.answered").status == .suppressed)
        }
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
