import Diagnostics
import Evaluation
import Yams

/// Reads the items of a questionnaire.
struct ItemReader {
    let scales: Scales
    let domains: [Instrument.Domain]
    let groups: [StakeholderGroup]
    let language: String?

    /// The most options of which any may be chosen.
    private static let mostSelections = 64

    /// How an item is answered, as files say it.
    private enum KindName: String, CaseIterable {
        case rating
        case singleChoice = "single-choice"
        case multipleChoice = "multiple-choice"
        case comment
    }

    /// The item of an entry, nil where it has been reported as wrong.
    func read(_ keys: YAMLMapping) -> Item? {
        let id = keys.required("id", .text)
        let kindName: KindName = keys.optional("kind", .name) ?? .rating
        let text = keys.required("text", .translated(from: language))
        let domainKind = YAMLKind<String>.choice(of: domains.map(\.id))
        let domain = kindName == .rating ? keys.required("domain", domainKind) : keys.optional("domain", domainKind)
        let kind = readKind(kindName, keys)
        let asked = keys.optional("groups", .names) ?? groups
        for group in asked where !groups.contains(group) {
            keys.reader.report(
                keys.value(of: "groups"), "the questionnaire does not ask the group \"\(group.rawValue)\"",
                hint: "add it to the \"groups\" of the questionnaire, or take it out here")
        }
        keys.reportUnknownKeys()
        reportIdentity(id, text, keys)
        guard let id, let text, let kind, domain != nil || kindName != .rating else { return nil }
        return Item(id: id, domain: domain, text: text, kind: kind, groups: asked)
    }

    /// Columns that tell who answered are never read, so an item by such a name would have no answers.
    private func reportIdentity(_ id: String?, _ text: TranslatedText?, _ keys: YAMLMapping) {
        let names = [("id", id.map { [$0] } ?? []), ("text", text?.all ?? [])]
        for (key, words) in names where words.contains(where: ColumnNames.tellsWhoAnswered) {
            keys.reader.report(
                keys.value(of: key), "a column by this name tells who answered and is never read",
                hint: "reword it, so that it is not taken for a name, an address or a number of a person")
        }
    }

    private func readKind(_ name: KindName, _ keys: YAMLMapping) -> Item.Kind? {
        let isReversed = keys.optional("reverse", .flag)
        if name != .rating {
            reportMisplaced("reverse", isReversed != nil, "only a rating can be reversed", keys)
            reportMisplaced(
                "scale", keys.optional("scale", .text) != nil, "only a rating is answered on a scale", keys)
        }
        let hasChoices = keys.value(of: "choices") != nil
        switch name {
        case .rating:
            _ = keys.optional("choices", YAMLKind<Node>.anything)
            reportMisplaced("choices", hasChoices, "a rating has a scale and no choices", keys)
            return readScale(keys).map { .rating(Item.Rating(scale: $0, isReversed: isReversed ?? false)) }
        case .comment:
            _ = keys.optional("choices", YAMLKind<Node>.anything)
            reportMisplaced("choices", hasChoices, "a comment has no choices", keys)
            return .comment
        case .singleChoice: return readChoices(keys, most: 251).map { .singleChoice($0) }
        case .multipleChoice: return readChoices(keys, most: Self.mostSelections).map { .multipleChoice($0) }
        }
    }

    private func reportMisplaced(_ key: String, _ isThere: Bool, _ message: String, _ keys: YAMLMapping) {
        guard isThere else { return }
        keys.reader.report(
            keys.value(of: key), message, hint: "take \"\(key)\" out, or correct the \"kind\" of the item")
    }

    private func readScale(_ keys: YAMLMapping) -> ResponseScale? {
        guard keys.value(of: "scale") != nil else {
            _ = keys.optional("scale", .text)
            if scales.usual == nil, !scales.names.isEmpty {
                keys.reader.report(
                    keys.node, "this rating has no scale",
                    hint:
                        "add \"scale: \(scales.names.first ?? "")\", or a \"scale\" to the questionnaire")
            }
            return scales.usual
        }
        return keys.optional("scale", .choice(of: scales.names)).flatMap { scales.named[$0] }
    }

    private func readChoices(_ keys: YAMLMapping, most: Int) -> [Item.Choice]? {
        guard let nodes = keys.required("choices", .list) else { return nil }
        if nodes.isEmpty { keys.reader.report(keys.value(of: "choices"), "\"choices\" has no entry") }
        guard nodes.count <= most else {
            keys.reader.report(
                keys.value(of: "choices"), "there are \(nodes.count) choices, and at most \(most) can be read",
                hint: "divide the question into several")
            return nil
        }
        var labels = DistinctLabels()
        var codes: [UInt8: Int] = [:]
        let choices = nodes.enumerated().compactMap { place, node -> Item.Choice? in
            let entry = YAMLMapping(node: node, reader: keys.reader)
            guard let choice = readChoice(entry, node, place: place) else { return nil }
            // A number that only the place gives may be another choice's label, which then counts.
            labels.add(choice.label, code: entry.value(of: "code") == nil ? nil : choice.code, at: entry)
            if let other = codes.updateValue(place, forKey: choice.code) {
                keys.reader.report(
                    entry.value(of: "code") ?? node, "the code \(choice.code) is given twice",
                    hint: "choice \(other + 1) has it too; a choice without a code has its place, counted from 0")
            }
            return choice
        }
        labels.report(of: "choices")
        return choices.count == nodes.count && !nodes.isEmpty ? choices : nil
    }

    private func readChoice(_ entry: YAMLMapping, _ node: Node, place: Int) -> Item.Choice? {
        let usual = UInt8(clamping: place)
        // A mapping without a label is a label in several languages.
        guard entry.value(of: "label") != nil || entry.value(of: "code") != nil else {
            let kind = YAMLKind.translated(from: language)
            if let label = kind.read(node, entry.reader) { return Item.Choice(code: usual, label: label) }
            entry.reader.report(node, "a choice should be \(kind.expectation), not \(entry.reader.describe(node))")
            return nil
        }
        let code = entry.optional("code", .answerCode)
        let label = entry.required("label", .translated(from: language))
        entry.reportUnknownKeys()
        return label.map { Item.Choice(code: code ?? usual, label: $0) }
    }
}

extension YAMLKind where Value == Node {
    /// A value that is looked at elsewhere.
    static var anything: Self {
        YAMLKind(expectation: "a value") { node, _ in node }
    }
}

extension YAMLKind where Value == [Node] {
    /// A list of whatever entries.
    static var list: Self {
        YAMLKind(expectation: "a list such as [one, two]") { node, _ in
            guard case .sequence(let sequence) = node else { return nil }
            return Array(sequence)
        }
    }
}
