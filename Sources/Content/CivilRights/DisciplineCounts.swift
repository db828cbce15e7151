import Evaluation

/// The counts of one school and year, from the parts that the Civil Rights Data Collection reports.
struct DisciplineCounts {
    private let values: [DisciplineColumns.Part: Int]
    private let period: SchoolYear

    /// What the collection writes where a question does not apply, such as nonbinary students where a state does not record
    /// them; other negative numbers say why a count is not reported.
    private static let notApplicable = -9

    /// - Parameter values: each part as the file has it, reserve codes included; a part that is not there was not asked for.
    init(values: [DisciplineColumns.Part: Int], period: SchoolYear) {
        self.values = values
        self.period = period
    }

    /// The counts of all groups that are reported or follow from what is. Nothing is summed of which a part is not reported.
    func all() -> [MeasureCount] {
        [Measure.studentArrests, .referralsToLawEnforcement].flatMap { measure in
            let groups = groups(of: measure)
            return groups.keys.sorted().compactMap { group in
                groups[group].map {
                    MeasureCount(period: period, measure: measure, students: group, count: $0, source: .crdc)
                }
            }
        }
    }

    private func groups(of measure: Measure) -> [StudentGroup: Int] {
        let sexes = StudentGroup.Sex.allCases.filter { isCollected($0, of: measure) }
        guard !sexes.isEmpty else { return [:] }
        var counts: [StudentGroup: Int] = [:]
        func enter(_ group: StudentGroup, _ count: (StudentGroup.Sex) -> Int?) {
            let bySex = sexes.map { ($0, count($0)) }
            for (sex, count) in bySex {
                guard let count else { continue }
                var ofSex = group
                ofSex.sex = sex
                counts[ofSex] = count
            }
            counts[group] = Self.sum(bySex.map(\.1))
        }
        func value(
            _ disability: StudentGroup.Disability, _ kind: DisciplineColumns.Kind, _ sex: StudentGroup.Sex
        ) -> Int? {
            reported(.init(measure: measure, disability: disability, kind: kind, sex: sex))
        }
        /// The column for all races, or where a file has none, their sum.
        func total(_ disability: StudentGroup.Disability, _ sex: StudentGroup.Sex) -> Int? {
            let part = DisciplineColumns.Part(measure: measure, disability: disability, kind: .total, sex: sex)
            if values[part] != nil || disability == .section504 { return reported(part) }
            return Self.sum(StudentGroup.Race.allCases.map { value(disability, .race($0), sex) })
        }
        for disability in StudentGroup.Disability.allCases {
            enter(StudentGroup(disability: disability)) { total(disability, $0) }
            guard disability != .section504 else { continue }
            for race in StudentGroup.Race.allCases {
                enter(StudentGroup(race: race, disability: disability)) { value(disability, .race(race), $0) }
            }
        }
        for race in StudentGroup.Race.allCases {
            // The race of students served under Section 504 alone is not collected: only where there are none, the others
            // are all of a race.
            enter(StudentGroup(race: race)) { sex in
                guard total(.section504, sex) == 0 else { return nil }
                return Self.sum([value(.none, .race(race), sex), value(.idea, .race(race), sex)])
            }
        }
        enter(StudentGroup(isEnglishLearner: true)) { sex in
            Self.sum([value(.none, .englishLearners, sex), value(.idea, .englishLearners, sex)])
        }
        enter(.all) { sex in Self.sum(StudentGroup.Disability.allCases.map { total($0, sex) }) }
        return counts
    }

    /// Whether a file counts students of a sex at all.
    private func isCollected(_ sex: StudentGroup.Sex, of measure: Measure) -> Bool {
        let own = values.filter { $0.key.sex == sex && $0.key.measure == measure }
        return own.contains { sex != .nonbinary || $0.value != Self.notApplicable }
    }

    private func reported(_ part: DisciplineColumns.Part) -> Int? {
        values[part].flatMap { $0 >= 0 ? $0 : nil }
    }

    private static func sum(_ parts: [Int?]) -> Int? {
        parts.reduce(0 as Int?) { sum, part in sum.flatMap { sum in part.map { sum + $0 } } }
    }
}
