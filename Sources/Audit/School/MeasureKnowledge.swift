/// What a reader knows of counts of students' events: girls and boys are students, and arrests are among the referrals.
struct MeasureKnowledge {
    let numbers: [PublishedNumber]

    private static let partitions: [[String]] = [
        ["female", "male", "nonbinary"],
        ["hispanic", "american-indian", "asian", "pacific-islander", "black", "white", "two-or-more"],
        ["idea", "section-504", "no-disability"],
        ["english-learner"],
    ]

    func add(to system: inout SystemBuilder) {
        let counts = numbers.filter { $0.section == "measure" && $0.statistic == "count" && $0.status != "not-asked" }
        let keys = Set(counts.map(\.key))
        for number in counts {
            if number.status == "told", let value = number.value { system.tell(number.key, Int(value)) }
        }
        for key in keys.sorted() {
            addParts(of: key, among: keys, to: &system)
            addArrests(among: key, keys, to: &system)
        }
    }

    /// The parts of a count make no more than the whole, and what they leave is a count. Where they leave nothing, a reader may
    /// know that: a school has no students of some races.
    private func addParts(of whole: NumberKey, among keys: Set<NumberKey>, to system: inout SystemBuilder) {
        let names = whole.group.isEmpty ? [] : whole.group.split(separator: "+").map(String.init)
        for partition in Self.partitions where !names.contains(where: partition.contains) {
            let parts = keys.filter { key in
                guard key.subject == whole.subject, key.period == whole.period else { return false }
                let own = key.group.split(separator: "+").map(String.init)
                return own.count == names.count + 1 && names.allSatisfy(own.contains)
                    && own.contains { partition.contains($0) }
            }.sorted()
            guard !parts.isEmpty else { continue }
            let rest = NumberKey(
                subject: whole.subject, group: "\(whole.group) but \(parts.map(\.group))", period: whole.period,
                statistic: "other-count")
            let others = system.remember(rest, [(whole, 1)] + parts.map { ($0, -1) })
            system.sum(whole, of: others == 0 && parts.count > 1 ? parts : parts + [rest])
        }
    }

    private func addArrests(among referrals: NumberKey, _ keys: Set<NumberKey>, to system: inout SystemBuilder) {
        guard referrals.subject == "referrals-to-law-enforcement" else { return }
        let arrests = NumberKey(
            subject: "student-arrests", group: referrals.group, period: referrals.period, statistic: "count")
        guard keys.contains(arrests) else { return }
        let others = referrals.with("other-count")
        _ = system.remember(others, [(referrals, 1), (arrests, -1)])
        system.sum(referrals, of: [arrests, others])
    }
}
