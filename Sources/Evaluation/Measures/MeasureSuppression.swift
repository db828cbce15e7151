import Disclosure

/// Decides which counts of students' events may be told.
///
/// All counts of a year hang together: girls and boys make all students, each race has girls and boys, and referrals to law
/// enforcement include arrests, so that the referrals without arrest are one subtraction away.
struct MeasureSuppression {
    /// The counts that may be told.
    let shown: Set<MeasureKey>

    init(
        _ counts: [MeasureCount], enrollment: [Enrollment], protection: Protection, withheld: Set<MeasureKey>
    ) {
        var shown = Set(counts.filter { !$0.measure.concernsStudents || !protection.isOn }.map { MeasureKey($0) })
        let small = Self.smallGroups(enrollment, protection)
        let students = counts.filter { $0.measure.concernsStudents && protection.isOn }
        for (period, counts) in Dictionary(grouping: students, by: \.period) {
            let values = Dictionary(
                counts.map { (MeasureKey($0), $0.count) }, uniquingKeysWith: { first, _ in first })
            shown.formUnion(
                Self.shown(of: values, protection) { key in
                    withheld.contains(key) || small.contains(SmallGroup(period: period, students: key.students))
                })
        }
        self.shown = shown
    }

    private struct SmallGroup: Hashable {
        let period: SchoolYear
        let students: StudentGroup
    }

    /// Groups of so few students that even a large share of them is few people.
    private static func smallGroups(_ enrollment: [Enrollment], _ protection: Protection) -> Set<SmallGroup> {
        Set(
            enrollment.flatMap { year in
                // Of a group that few students are not in, all but one number would tell of those few.
                ([(.all, year.students)] + year.groups.map { ($0, $1) })
                    .filter { (_: StudentGroup, students: Int) in
                        protection.isSmall(students) || protection.isSmall(year.students - students)
                    }
                    .map { SmallGroup(period: year.year, students: $0.0) }
            })
    }

    private static func shown(
        of values: [MeasureKey: Int], _ protection: Protection, isWithheld: (MeasureKey) -> Bool
    ) -> [MeasureKey] {
        var linked = LinkedMeasures(values, threshold: protection.threshold, isWithheld: isWithheld)
        linked.linkPartitions()
        linked.linkArrestsToReferrals()
        return linked.shown
    }
}

/// The counts of one year on their way to a suppression problem.
private struct LinkedMeasures {
    private let keys: [MeasureKey]
    private let values: [MeasureKey: Int]
    private let places: [MeasureKey: Int]
    private let threshold: Int
    private var cells: [SuppressionProblem.Cell]
    private var relations: [SuppressionProblem.Relation] = []

    /// A count of all students says more than any of its parts.
    private static let costOfTotal = 1000

    init(_ values: [MeasureKey: Int], threshold: Int, isWithheld: (MeasureKey) -> Bool) {
        keys = values.keys.sorted { ($0.measure, $0.students) < ($1.measure, $1.students) }
        self.values = values
        self.threshold = threshold
        places = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
        cells = keys.map { key in
            let value = values[key] ?? 0
            // What is withheld whatever its size is protected as if it were small.
            return isWithheld(key)
                ? SuppressionProblem.Cell(value: value, threshold: max(threshold, value + 1), isPublishable: false)
                : SuppressionProblem.Cell(
                    value: value, threshold: threshold, cost: key.students == .all ? Self.costOfTotal : 0)
        }
    }

    /// Each group is the sum of its parts by sex, by race, by disability, and of those that no part counts.
    mutating func linkPartitions() {
        for key in keys {
            for parts in key.students.partitions {
                link(key, to: parts.map { MeasureKey(period: key.period, measure: key.measure, students: $0) })
            }
        }
    }

    /// Referrals are arrests and referrals without arrest.
    mutating func linkArrestsToReferrals() {
        for key in keys where key.measure == .referralsToLawEnforcement {
            link(key, to: [MeasureKey(period: key.period, measure: .studentArrests, students: key.students)])
        }
    }

    /// Links a total to those parts that were counted; what they leave is a count of its own, which nobody prints.
    private mutating func link(_ total: MeasureKey, to parts: [MeasureKey]) {
        let counted = parts.filter { values[$0] != nil }
        guard let place = places[total], let sum = values[total], !counted.isEmpty else { return }
        let rest = sum - counted.reduce(0) { $0 + (values[$1] ?? 0) }
        guard rest >= 0 else { return withholdContradiction([total] + counted) }
        var members = counted.compactMap { places[$0] }
        if rest > 0 || counted.count == 1 {
            cells.append(SuppressionProblem.Cell(value: rest, threshold: threshold, isPublishable: false))
            members.append(cells.count - 1)
        }
        relations.append(SuppressionProblem.Relation(total: place, parts: members))
    }

    /// Withholds counts that can't all be right where one of them is small.
    ///
    /// Perturbed counts may have parts beyond their total. That sum binds nothing, but is near enough to the truth to give a
    /// small count away.
    private mutating func withholdContradiction(_ keys: [MeasureKey]) {
        let members = keys.compactMap { places[$0] }
        guard members.contains(where: { (1..<threshold).contains(cells[$0].value) }) else { return }
        for place in members {
            let value = cells[place].value
            cells[place] = SuppressionProblem.Cell(
                value: value, threshold: max(threshold, value + 1), isPublishable: false)
        }
    }

    /// The counts that may be told; none of them where they contradict each other.
    var shown: [MeasureKey] {
        do {
            let pattern = try SuppressionProblem(cells: cells, relations: relations).solve()
            return keys.indices.filter { pattern.isShown($0) }.map { keys[$0] }
        } catch {
            return []
        }
    }
}
