import Audit
import TestSupport

@testable import Evaluation

/// Schools of any size with answers and counts of any kind.
enum RandomSchool {
    private static let groups: [StakeholderGroup] = [.student, .teacher, .administrator, .sro]

    static func record(using random: inout SeededGenerator) throws -> SchoolRecord {
        var record = try EvaluationSample.record()
        let sizes: [StakeholderGroup: ClosedRange<Int>] = [
            .student: 0...140, .teacher: 0...45, .administrator: 0...9, .sro: 0...4,
        ]
        record.responses = groups.compactMap { group in
            let count = Int.random(in: sizes[group] ?? 0...0, using: &random)
            var codes: [String: [UInt8]] = [:]
            for item in ["a", "b", "r"] { codes[item] = answers(count, using: &random) }
            return SurveyResponses(wave: "w1", group: group, respondentCount: count, codes: codes)
        }
        record.measures = try counts(using: &random)
        record.consenting =
            [[], [], [], [], [.sro], [.sro], [.administrator], [.administrator], [.administrator, .sro]]
            .randomElement(using: &random) ?? []
        record.rule = DisclosureRule(
            studentsAndFamilies: [5, 10, 10, 15].randomElement(using: &random) ?? 10,
            staff: [3, 5, 5, 8].randomElement(using: &random) ?? 5)
        return record
    }

    /// Answers that lean one way or another, with more or fewer that are missing.
    private static func answers(_ count: Int, using random: inout SeededGenerator) -> [UInt8] {
        let weights = (0..<5).map { _ in Double.random(in: 0...1, using: &random) }.map { $0 * $0 * $0 }
        let missing: Double = [0, 0.02, 0.05, 0.4].randomElement(using: &random) ?? 0
        return (0..<count).map { _ in
            if Double.random(in: 0...1, using: &random) < missing {
                return [255, 254, 253].randomElement(using: &random) ?? 255
            }
            var rest = Double.random(in: 0...(weights.reduce(0, +) + 1e-9), using: &random)
            for (code, weight) in weights.enumerated() {
                rest -= weight
                if rest <= 0 { return UInt8(code + 1) }
            }
            return 5
        }
    }

    /// Suspensions by sex and race, and referrals with arrests among them.
    private static func counts(using random: inout SeededGenerator) throws -> [MeasureCount] {
        guard let period = SchoolYear("2024-2025") else { return [] }
        let races: [StudentGroup.Race] = [.black, .white, .hispanic]
        let sexes: [StudentGroup.Sex] = [.female, .male]
        let highest = [3, 15, 60].randomElement(using: &random) ?? 15
        var counts: [MeasureCount] = []
        var bySex: [StudentGroup.Sex: Int] = [:]
        var byRace: [StudentGroup.Race: Int] = [:]
        for race in races {
            for sex in sexes {
                let count = Int.random(in: 0...highest, using: &random)
                bySex[sex, default: 0] += count
                byRace[race, default: 0] += count
                counts.append(
                    MeasureCount(
                        period: period, measure: .outOfSchoolSuspensions, students: .init(race: race, sex: sex),
                        count: count))
            }
        }
        // Some students have another race, and no row.
        let others = Int.random(in: 0...3, using: &random) * Int.random(in: 0...4, using: &random)
        for (race, count) in byRace {
            counts.append(
                MeasureCount(
                    period: period, measure: .outOfSchoolSuspensions, students: .init(race: race), count: count))
        }
        for (sex, count) in bySex {
            let own = sex == .female ? others / 2 : others - others / 2
            counts.append(
                MeasureCount(
                    period: period, measure: .outOfSchoolSuspensions, students: .init(sex: sex), count: count + own))
        }
        counts.append(
            MeasureCount(
                period: period, measure: .outOfSchoolSuspensions, count: byRace.values.reduce(0, +) + others))
        let arrests = Int.random(in: 0...25, using: &random)
        let referrals = arrests + Int.random(in: 0...25, using: &random)
        counts.append(MeasureCount(period: period, measure: .studentArrests, count: arrests))
        counts.append(MeasureCount(period: period, measure: .referralsToLawEnforcement, count: referrals))
        return counts
    }

    /// What an attack finds.
    static func leaks(_ record: SchoolRecord, told: [ReportedNumber]) -> [Leak] {
        let truth = SchoolEvaluation(record, isProtected: false).numbers.numbers
        let open = record.consenting.map { $0.rawValue + "s" }
        let (staff, others) = (record.rule.staff, record.rule.studentsAndFamilies)
        let scales = Dictionary(
            uniqueKeysWithValues: EvaluationSample.instrument.items.compactMap { item in
                item.rating.map {
                    (item.id, KnownScale(valences: $0.scale.valences(isReversed: $0.isReversed).map(\.rawValue)))
                }
            })
        return SchoolAttack(
            numbers: told.map(PublishedNumber.init), scales: scales, truth: truth.map(PublishedNumber.init)
        ) { section, _, group in
            if open.contains(group) { return 1 }
            if section == "measure" { return others }
            return ["teachers", "administrators", "sros", "leadership"].contains(group) ? staff : others
        }.leaks
    }
}

extension PublishedNumber {
    fileprivate init(_ number: ReportedNumber) {
        self.init(
            section: number.section.rawValue, subject: number.subject, group: number.group, period: number.period,
            statistic: number.statistic.rawValue, part: number.part, status: number.status.rawValue,
            value: number.value, step: number.step)
    }
}
