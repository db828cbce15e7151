import Evaluation

/// The columns of referrals and arrests in a public-use file of the Civil Rights Data Collection.
///
/// Their names are made of parts (CRDC, Public-Use Data File User's Manual): `SCH_DISCWODIS_REF_HI_M` counts Hispanic boys
/// without disabilities who were referred to law enforcement, `SCH_DISCWDIS_ARR_IDEA_BL_F` Black girls served under IDEA who
/// were arrested, `TOT_…` all races together, `…_504_…` those served under Section 504 alone, whose race is not collected, and
/// `…_LEP_…` English learners.
struct DisciplineColumns {
    /// What one column counts.
    struct Part: Hashable {
        let measure: Measure
        let disability: StudentGroup.Disability
        let kind: Kind
        let sex: StudentGroup.Sex
    }

    /// Which of the students of a disability status and a sex.
    enum Kind: Hashable {
        case race(StudentGroup.Race)
        /// All races.
        case total
        case englishLearners
    }

    /// The column of each part.
    let places: [Part: Int]

    /// Finds the columns in a header row.
    init(header: [String]) {
        places = Dictionary(
            header.enumerated().compactMap { place, name in Self.part(named: name).map { ($0, place) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// What a column counts; nil for any other column.
    static func part(named name: String) -> Part? {
        var parts = name.trimmed.uppercased().split(separator: "_").map(String.init)[...]
        guard parts.count > 3, let level = parts.popFirst(), let table = parts.popFirst(),
            let measure = measures[parts.popFirst() ?? ""], let sex = sexes[parts.popLast() ?? ""]
        else { return nil }
        let isTotal = level == "TOT"
        guard isTotal || level == "SCH" else { return nil }
        switch (table, Array(parts)) {
        case ("DISCWODIS", []) where isTotal:
            return Part(measure: measure, disability: .none, kind: .total, sex: sex)
        case ("DISCWDIS", ["IDEA"]) where isTotal:
            return Part(measure: measure, disability: .idea, kind: .total, sex: sex)
        case ("DISCWDIS", ["504"]):
            return Part(measure: measure, disability: .section504, kind: .total, sex: sex)
        case ("DISCWODIS", ["LEP"]), ("DISCWODIS", ["EL"]):
            return Part(measure: measure, disability: .none, kind: .englishLearners, sex: sex)
        case ("DISCWDIS", ["LEP"]), ("DISCWDIS", ["EL"]), ("DISCWDIS", ["IDEA", "LEP"]):
            return Part(measure: measure, disability: .idea, kind: .englishLearners, sex: sex)
        case ("DISCWODIS", let rest) where rest.count == 1 && !isTotal:
            return races[rest[0]].map { Part(measure: measure, disability: .none, kind: .race($0), sex: sex) }
        case ("DISCWDIS", let rest) where rest.count == 2 && rest[0] == "IDEA" && !isTotal:
            return races[rest[1]].map { Part(measure: measure, disability: .idea, kind: .race($0), sex: sex) }
        default: return nil
        }
    }

    private static let measures: [String: Measure] = ["REF": .referralsToLawEnforcement, "ARR": .studentArrests]
    private static let sexes: [String: StudentGroup.Sex] = ["F": .female, "M": .male, "X": .nonbinary]
    private static let races: [String: StudentGroup.Race] = [
        "HI": .hispanic, "AM": .americanIndian, "AS": .asian, "HP": .pacificIslander, "BL": .black, "WH": .white,
        "TR": .twoOrMore,
    ]
}
