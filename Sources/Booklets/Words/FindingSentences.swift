import Content
import Evaluation

extension Booklet {
    /// Findings of a kind in sentences, the weightiest first; of each item, domain or measure only the weightiest.
    func findingSentences(_ kind: Finding.Kind, atMost limit: Int) throws -> [String] {
        try findings(kind, atMost: limit, as: sentence).map(words.beginning)
    }

    /// What is made of findings of a kind, the weightiest first; of each item, domain or measure only of the weightiest that
    /// anything can be made of.
    func findings<Told>(_ kind: Finding.Kind, atMost limit: Int, as tell: (Finding) throws -> Told?) rethrows -> [Told]
    {
        var subjects: Set<String> = []
        var told: [Told] = []
        for finding in evaluation.findings where finding.kind == kind && told.count < limit {
            guard !subjects.contains(finding.subject), let one = try tell(finding) else { continue }
            subjects.insert(finding.subject)
            told.append(one)
        }
        return told
    }

    /// A finding in a sentence; nil where what it is about is not told by this booklet.
    func sentence(_ finding: Finding) throws -> String? {
        if finding.groups.isEmpty { return try measureSentence(finding) }
        if finding.groups.count == 2 { return try gapSentence(finding) }
        return switch finding.category {
        case .progress, .setback: try changeSentence(finding)
        case .undecided: try levelSentence(finding, "undecided") { $0.neutral.shown }
        default: try levelSentence(finding, finding.kind == .strength ? "high" : "low") { $0.favorable }
        }
    }

    private func measureSentence(_ finding: Finding) throws -> String? {
        let table = evaluation.measures
        let row = table.rows.first { $0.measure.rawValue == finding.subject && $0.students == .all }
        return try row.flatMap { try sentence($0, table) }
    }

    private func gapSentence(_ finding: Finding) throws -> String? {
        guard let item = item(finding.subject),
            let first = surveys.rating(item.id, finding.groups[0], wave: finding.period)?.share.shown?.favorable,
            let second = surveys.rating(item.id, finding.groups[1], wave: finding.period)?.share.shown?.favorable
        else { return nil }
        return try sentence(
            "gap", item,
            [
                "first": words.name(of: finding.groups[0]), "first-share": words.percent(first),
                "second": words.name(of: finding.groups[1]), "second-share": words.percent(second),
            ])
    }

    /// A finding about how many answered a question in some way, as a line below a sentence that says of whom and in which; nil
    /// where that is not told by this booklet.
    func line(_ finding: Finding) throws -> String? {
        finding.category == .undecided
            ? try levelSentence(finding, "undecided-line") { $0.neutral.shown }
            : try levelSentence(finding, "line") { $0.favorable }
    }

    private func levelSentence(
        _ finding: Finding, _ key: String, _ share: (PublishedShare) -> PublishedPercent?
    ) throws -> String? {
        guard let item = item(finding.subject),
            let result = surveys.rating(item.id, finding.groups[0], wave: finding.period)?.share.shown,
            let percent = share(result)
        else { return nil }
        return try sentence(
            key, item, ["group": words.name(of: finding.groups[0]), "share": words.percent(percent)])
    }

    /// What is said of an item. “Only 20% answer favorably: ‘I feel unsafe’” would leave open which answer that is: of an item
    /// with which it is favorable to disagree the favorable answers are named.
    private func sentence(_ key: String, _ item: Item, _ values: [String: String]) throws -> String {
        let values = values.merging(["item": text(of: item)]) { given, _ in given }
        guard !key.hasPrefix("undecided"), item.rating?.isReversed == true else {
            return try words("findings.\(key)", values)
        }
        guard let answers = try favorableAnswers(item) else { return try words("findings.\(key)-opposed", values) }
        return try words("findings.\(key)-reversed", values.merging(["answers": answers]) { given, _ in given })
    }

    /// The favorable answers as a reader sees them: "“Agree” or “Strongly agree”"; nil where they are more than two.
    private func favorableAnswers(_ item: Item) throws -> String? {
        let labels = item.favorableLabels.map { $0.text(in: words.language) }
        return (1...2).contains(labels.count) ? try words.alternatives(labels) : nil
    }

    private func changeSentence(_ finding: Finding) throws -> String? {
        let group = finding.groups[0]
        guard
            let change = surveys.changes.first(where: {
                $0.subject.id == finding.subject && $0.concerns(group, to: finding.period)
            }),
            case .change(_, let from, let to) = change.kind
        else { return nil }
        let direction = finding.kind == .strength ? "better" : "worse"
        switch change.subject {
        case .item(let id):
            guard let item = item(id), let before = surveys.rating(id, group, wave: from)?.share.shown?.favorable,
                let after = surveys.rating(id, group, wave: to)?.share.shown?.favorable
            else { return nil }
            return try sentence(
                "item-\(direction)", item,
                [
                    "group": words.name(of: group), "before": words.percent(before),
                    "after": words.percent(after),
                ])
        case .domain(let id):
            guard let domain = instrument?.domains.first(where: { $0.id == id }),
                let before = surveys.domain(id, group, wave: from)?.score.shown,
                let after = surveys.domain(id, group, wave: to)?.score.shown
            else { return nil }
            return try words(
                "findings.domain-\(direction)",
                [
                    "domain": words.inText(title(of: domain)), "group": words.name(of: group),
                    "before": text(of: before), "after": text(of: after),
                ])
        }
    }

    /// The item of an id, in its latest wording.
    func item(_ id: String) -> Item? {
        school.waves.reversed().lazy.compactMap { $0.instrument.items.first { $0.id == id } }.first
    }
}

extension Item {
    /// The labels of the answers that are favorable, in the order of the scale.
    var favorableLabels: [TranslatedText] {
        guard let rating else { return [] }
        let valences = rating.scale.valences(isReversed: rating.isReversed)
        return zip(rating.scale.points, valences).filter { $1 == .favorable }.map(\.0.label)
    }
}

extension Comparison {
    /// Whether it is a group's change to a wave.
    fileprivate func concerns(_ group: ReportingGroup, to wave: String) -> Bool {
        if case .change(group, _, wave) = kind { true } else { false }
    }
}
