import Evaluation
import Layouts

/// What goes well and what needs work: the findings that stand out most, and after them what the practice has named.
extension FamilySummary {
    private static var most: Int { 3 }

    /// Up to three points of a kind; nil where there is nothing to say.
    func points(_ kind: Finding.Kind, _ named: [StrategicPlan.Point]) throws -> TemplateValue? {
        var points = try booklet.findings(kind, atMost: Self.most, as: point).map(\.value)
        points += named.prefix(Self.most - points.count).map { point in
            [
                "number": .null, "text": .null, "quote": .null, "title": own(point.title, .title),
                "evidence": own(words.sentence(point.evidence), .sentence),
            ]
        }
        return points.isEmpty ? nil : ["points": .list(points)]
    }

    /// A number, what it is of, and what it is about.
    private struct Point {
        let number: String
        let text: String
        var quote: (text: String, language: String?)?

        var value: TemplateValue {
            [
                "number": .text(number), "text": .text(text), "title": .null, "evidence": .null,
                "quote": quote.map { ["text": .text($0.text), "lang": .optional($0.language)] } ?? .null,
            ]
        }
    }

    private func point(_ finding: Finding) throws -> Point? {
        if finding.groups.isEmpty { return try measure(finding) }
        if finding.groups.count == 2 { return try gap(finding) }
        let isChange = finding.category == .progress || finding.category == .setback
        return isChange ? try change(finding) : try level(finding)
    }

    private func level(_ finding: Finding) throws -> Point? {
        guard let item = booklet.item(finding.subject),
            let share = favorable(item, finding.groups[0], finding.period)
        else { return nil }
        let style = try style(of: [share])
        let number = try self.share(share, style)
        return try point(
            item, finding.groups[0],
            number: finding.kind == .challenge ? words("families.share.only", ["share": number]) : number)
    }

    private func change(_ finding: Finding) throws -> Point? {
        let group = finding.groups[0]
        guard let change = booklet.change(of: finding.subject, group), case .change(_, let from, let to) = change.kind
        else { return nil }
        switch change.subject {
        case .item(let id):
            guard let item = booklet.item(id), let before = favorable(item, group, from),
                let after = favorable(item, group, to)
            else { return nil }
            let style = try style(of: [before, after])
            return try point(
                item, group, number: share(after, style), form: "-after", ["before": plainShare(before, style)])
        case .domain(let id):
            guard let domain = booklet.instrument?.domains.first(where: { $0.id == id }) else { return nil }
            let direction = finding.kind == .strength ? "better" : "worse"
            return Point(
                number: try words("families.point.\(direction)"),
                text: try words(
                    "families.point.domain-\(direction)", ["group": words("families.groups-in-text.\(group.name)")]),
                quote: try quote(domain.title))
        }
    }

    private func gap(_ finding: Finding) throws -> Point? {
        guard let item = booklet.item(finding.subject) else { return nil }
        let shares = finding.groups.compactMap { group in
            favorable(item, group, finding.period).map { (group: group, share: $0) }
        }.sorted { $0.share.value > $1.share.value }
        guard let high = shares.first, let low = shares.last, shares.count == 2 else { return nil }
        let style = try style(of: shares.map(\.share))
        return try point(
            item, high.group, number: share(high.share, style), form: "-gap",
            ["other-share": share(low.share, style), "other-group": plainName(of: low.group)])
    }

    private func measure(_ finding: Finding) throws -> Point? {
        guard
            let row = booklet.evaluation.measures.rows.first(where: {
                $0.measure.rawValue == finding.subject && $0.students == .all
            }), let (change, before, after) = row.lastChange
        else { return nil }
        return Point(
            number: words.number(after.count),
            text: try words(
                before.count == 0 ? "families.point.measure-from-none" : "families.point.measure",
                [
                    "measure": words.inText(words("measures.titles.\(row.measure.rawValue)")), "to": change.to.title,
                    "from": change.from.title, "before": words.number(before.count),
                ]))
    }

    /// How many of a group answered an item favorably, with the answers by name where they are few.
    private func point(
        _ item: Item, _ group: ReportingGroup, number: String, form: String = "", _ values: [String: String] = [:]
    ) throws -> Point {
        let answers = try favorableAnswers(item)
        // A reader who takes disagreeing for a bad answer would take the number the wrong way.
        let isReversed = item.rating?.isReversed ?? false
        let key = answers == nil ? (isReversed ? "opposed" : "favorable") : isReversed ? "reversed" : "said"
        return Point(
            number: words.beginning(number),
            text: try words(
                "families.point.\(key)\(form)",
                values.merging(["group": plainName(of: group), "answers": answers ?? ""]) { given, _ in given }),
            quote: try quote(item.text))
    }

    /// The favorable answers as a reader sees them: "“Agree” or “Strongly agree”"; nil where they are more than two, or not in
    /// the summary's language.
    private func favorableAnswers(_ item: Item) throws -> String? {
        let labels = item.favorableLabels.map(wording)
        guard (1...2).contains(labels.count), labels.allSatisfy({ $0.language == nil }) else { return nil }
        return try words.alternatives(labels.map(\.text))
    }

    private func quote(_ text: TranslatedText) throws -> (text: String, language: String?) {
        let wording = wording(of: text)
        return (try words("list.quote", ["words": Self.cut(wording.text, .sentence)]), wording.language)
    }

    private func favorable(_ item: Item, _ group: ReportingGroup, _ wave: String) -> PublishedPercent? {
        booklet.surveys.rating(item.id, group, wave: wave)?.share.shown?.favorable
    }

    /// A group as it follows a number, without an article.
    private func plainName(of group: ReportingGroup) throws -> String { try words("families.groups.\(group.name)") }
}
