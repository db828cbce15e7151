/// Decides for which groups a school's answers are reported.
///
/// The same groups are reported in every wave: were SROs told apart in one of them, their answers to another could be worked
/// out from those of leadership.
struct GroupingRule {
    let rule: DisclosureRule
    /// Of officers and administrators those groups in which everybody agreed that the group's own answers are shown.
    let consenting: Set<StakeholderGroup>

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
    /// Administrators and SROs are told apart where each of them is large enough in every wave that asked them, or where either
    /// group agreed: then nothing is told of both together, since what one of them said could be subtracted from it, and the
    /// group that did not agree is told of only where it is large enough. Where only one of the two was ever asked there is
    /// nothing to be told apart from.
    func groups(answered: [[StakeholderGroup: Int]], asked: [StakeholderGroup]) -> [ReportingGroup] {
        let leaders: [StakeholderGroup] = [.administrator, .sro]
        let asksBoth = leaders.allSatisfy(asked.contains)
        let isEachLargeEnough = answered.allSatisfy { wave in
            leaders.allSatisfy { group in wave[group].map { $0 == 0 || $0 >= rule.minimum(for: group) } ?? true }
        }
        guard asksBoth, !isEachLargeEnough, consenting.isDisjoint(with: leaders) else {
            return asked.sorted().map { .stakeholders($0) }
        }
        return asked.filter { !leaders.contains($0) }.map { .stakeholders($0) }.sorted() + [.leadership]
    }

    /// How the answers of a group are protected.
    func protection(of group: ReportingGroup) -> Protection {
        // Whoever agreed that their answers are shown needs none.
        if group.members.allSatisfy(consenting.contains) { return .none }
        return Protection(threshold: group.members.map(rule.minimum).max() ?? rule.studentsAndFamilies)
    }
}
