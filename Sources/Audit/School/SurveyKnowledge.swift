/// What a reader knows of a survey's counts: that answers add up, and what the booklet tells of them.
struct SurveyKnowledge {
    let numbers: [PublishedNumber]
    let scales: [String: KnownScale]

    func add(to system: inout SystemBuilder) {
        let own = numbers.filter { $0.section == "item" || $0.section == "participation" }
        var items: Set<NumberKey> = []
        for number in own {
            addTold(number, to: &system)
            if number.section == "item", scales[number.subject] != nil { items.insert(number.key.with("n")) }
        }
        for n in items.sorted() { if let scale = scales[n.subject] { addSums(n, scale, to: &system) } }
    }

    /// Everybody who took part gave a valid answer or none; valid answers are of three kinds, and each kind has its points.
    private func addSums(_ n: NumberKey, _ scale: KnownScale, to system: inout SystemBuilder) {
        let respondents = NumberKey(subject: "survey", group: n.group, period: n.period, statistic: "answered")
        let others = ["not-applicable", "dont-know", "missing"].map { n.with($0) }
        system.sum(respondents, of: [n] + others)
        let kinds = ["favorable", "neutral", "unfavorable"].filter(scale.valences.contains)
        system.sum(n, of: kinds.map { n.with($0 + "-count") })
        for kind in kinds {
            let points = scale.valences.indices.filter { scale.valences[$0] == kind }
            // A kind with a single point is that point.
            guard points.count > 1 else { continue }
            system.sum(n.with(kind + "-count"), of: points.map { n.with("point-count", part: $0 + 1) })
        }
    }

    private func addTold(_ number: PublishedNumber, to system: inout SystemBuilder) {
        guard let value = number.value else { return }
        let key = number.key
        let n = key.with("n")
        switch number.statistic {
        case "point-count" where scales[number.subject].map { isAlone(number.part, in: $0) } ?? true: return
        case let statistic where SystemBuilder.isCount(statistic) && number.status == "told":
            system.tell(key, Int(value))
        case "n-least": system.constrain([(n, 1)], low: Int(value), high: nil)
        case "n-greatest": system.constrain([(n, 1)], low: nil, high: Int(value))
        case "favorable", "neutral", "unfavorable": addShare(number, value, of: n, to: &system)
        default: return
        }
    }

    /// Whether a point is the only one of its kind.
    private func isAlone(_ part: Int?, in scale: KnownScale) -> Bool {
        guard let part, scale.valences.indices.contains(part - 1) else { return true }
        return scale.valences.count { $0 == scale.valences[part - 1] } == 1
    }

    /// A share in percent says that 100 times the count is so many times n, more or less half a step.
    private func addShare(_ number: PublishedNumber, _ value: Double, of n: NumberKey, to system: inout SystemBuilder) {
        let count = number.key.with(number.statistic + "-count")
        switch number.status {
        case "at-most": system.constrain([(count, 100), (n, -Int(value))], low: nil, high: 0)
        case "at-least": system.constrain([(count, 100), (n, -Int(value))], low: 0, high: nil)
        case "told":
            guard let step = number.step.map({ Int($0) }) else { return }
            let (low, high) = (2 * Int(value) - step, 2 * Int(value) + step)
            // The first and the last step take in all that is beyond them.
            if low > step { system.constrain([(count, 200), (n, -low)], low: 0, high: nil) }
            if high < 200 - step { system.constrain([(count, 200), (n, -high)], low: nil, high: 0) }
        default: return
        }
    }
}
