/// Decides for which groups a school's answers are reported.
///
/// The same groups are reported in every wave: were SROs told apart in one of them, their answers to another could be worked
/// out from those of leadership.
struct GroupingRule {
    let rule: DisclosureRule
    /// Whether every officer of the school has agreed that the officers' answers are shown.
    let sroConsents: Bool

    /// The groups that are reported of a school's surveys.
    func groups(waves: [Wave], responses: [SurveyResponses]) -> [ReportingGroup] {
        let answered = waves.map { wave in
            Dictionary(
                responses.filter { $0.wave == wave.id }.map { ($0.group, $0.respondentCount) }, uniquingKeysWith: +)
        }
        return groups(answered: answered, asked: Set(waves.flatMap(\.instrument.groups)).sorted())
    }

    /// The groups that are reported, given how many of each answered in each wave.
    ///
    /// Administrators and SROs are told apart where each of them is large enough in every wave that asked them, or where the
    /// officers agreed. Where only one of the two was ever asked there is nothing to be told apart from.
    func groups(answered: [[StakeholderGroup: Int]], asked: [StakeholderGroup]) -> [ReportingGroup] {
        let leaders: [StakeholderGroup] = [.administrator, .sro]
        let asksBoth = leaders.allSatisfy(asked.contains)
        let isEachLargeEnough = answered.allSatisfy { wave in
            leaders.allSatisfy { group in wave[group].map { $0 == 0 || $0 >= rule.minimum(for: group) } ?? true }
        }
        guard asksBoth, !isEachLargeEnough, !sroConsents else { return asked.sorted().map { .stakeholders($0) } }
        return asked.filter { !leaders.contains($0) }.map { .stakeholders($0) }.sorted() + [.leadership]
    }

    /// How the answers of a group are protected.
    func protection(of group: ReportingGroup) -> Protection {
        // Whoever agreed that their answers are shown needs none.
        if sroConsents, group == .stakeholders(.sro) { return .none }
        return Protection(threshold: group.members.map(rule.minimum).max() ?? rule.studentsAndFamilies)
    }
}
