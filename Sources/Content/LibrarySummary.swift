import Evaluation

extension Library {
    /// How the schools compare, over all of them and by district and level; none of them is named.
    public var summary: PracticeSummary {
        PracticeSummary(
            schools.map { school in
                PracticeSummary.School(
                    scopes: [.district(school.profile.district), .level(school.profile.level.rawValue)],
                    waves: school.waves, evaluation: school.evaluation)
            })
    }

    /// Officers' and administrators' answers over schools, by questionnaire.
    public var rollUps: [LeadershipRollUp] {
        LeadershipRollUp.all(of: schools.map(\.record), rule: site.disclosure)
    }
}
