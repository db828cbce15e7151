import Disclosure

/// What must be withheld because an earlier release, to whatever audience, told nearly the same: the difference of the two
/// would tell of a few people.
struct WithheldByRelease: Equatable {
    /// Waves and groups of which nothing is told.
    private(set) var groups: Set<WaveGroup> = []
    /// Counts that are not told.
    private(set) var measures: Set<MeasureKey> = []

    /// Nothing.
    init() {}

    /// Holds today's counts against those of earlier releases.
    init(_ releases: [Release], today: Draft, rule: DisclosureRule) {
        guard !releases.isEmpty else { return }
        let earlier = releases.map(\.counts)
        let counts = today.counts
        let conflicts = ReleaseLedger.withheld(
            today: counts, earlier: earlier, threshold: max(rule.studentsAndFamilies, rule.staff))
        let names = Set(conflicts)
        for participation in today.surveys.participation {
            let key = WaveGroup(wave: participation.wave, group: participation.group)
            let isOwn: (String) -> Bool = { name in
                name.contains(".\(key.group.name).") && name.hasSuffix(".\(key.wave)")
            }
            if names.contains(where: isOwn) || Self.isRegrouped(key, earlier) { groups.insert(key) }
        }
        for row in today.measures.rows {
            for period in today.measures.periods {
                let key = MeasureKey(period: period, measure: row.measure, students: row.students)
                if names.contains(key.countName) { measures.insert(key) }
            }
        }
    }

    /// Whether an earlier release told of the wave's leaders in the other way: apart where they are together now, or together
    /// where they are apart.
    private static func isRegrouped(_ key: WaveGroup, _ earlier: [[String: Int]]) -> Bool {
        func wasTold(_ group: ReportingGroup) -> Bool {
            earlier.contains { $0["survey.\(group.name).answered.\(key.wave)"] != nil }
        }
        switch key.group {
        case .leadership: return key.group.members.contains { wasTold(.stakeholders($0)) }
        case .stakeholders(.administrator), .stakeholders(.sro): return wasTold(.leadership)
        case .stakeholders: return false
        }
    }

    /// Whether nothing is withheld.
    var isEmpty: Bool { groups.isEmpty && measures.isEmpty }

    /// What is withheld, surveys first.
    var results: [WithheldResult] {
        groups.sorted { ($0.wave, $0.group) < ($1.wave, $1.group) }.map { .survey(wave: $0.wave, $0.group) }
            + measures.map(\.countName).sorted().map { .count(name: $0) }
    }
}

/// Something that is withheld only because an earlier release told nearly the same.
public enum WithheldResult: Hashable, Sendable {
    /// All that a group answered in a wave.
    case survey(wave: String, ReportingGroup)
    /// A count, by its name in the table of numbers.
    case count(name: String)

    /// What it is, in words of the content.
    public var words: String {
        switch self {
        case .survey(let wave, let group): "\(wave), \(group.title.lowercased())"
        case .count(let name): name
        }
    }
}

/// A group in a wave.
struct WaveGroup: Hashable {
    let wave: String
    let group: ReportingGroup
}

extension MeasureKey {
    /// The name that the count has in the table of numbers.
    var countName: String {
        ReportedNumber(
            section: .measure, subject: measure.rawValue, group: students == .all ? "" : students.name,
            period: period.name, statistic: .count, unit: .count, status: .told, value: nil
        ).name
    }
}
