import Diagnostics
import Evaluation
import Yams

/// Reads the questionnaires of `instruments/`.
struct InstrumentReader {
    let folder: ContentFolder

    /// All instruments that could be read, by slug.
    func readAll(log: inout DiagnosticLog) -> [String: Instrument] {
        var instruments: [String: Instrument] = [:]
        for file in folder.files(in: "instruments", suffix: ".yaml") {
            if let problem = Slug.problem(with: String(file.dropFirst("instruments/".count).dropLast(".yaml".count))) {
                log.report(Diagnostic(path: folder.shown(file), message: problem.message, hint: problem.hint))
            }
            guard let source = folder.read(file, log: &log) else { continue }
            let reader = YAMLReader(source)
            let instrument = reader.mapping(of: 0..<source.bytes.count).flatMap { read($0, slug: file.slug) }
            // Held against a questionnaire with a mistake, each survey would be told of it again.
            if !reader.log.hasErrors { instruments[file.slug] = instrument }
            log.merge(reader.log)
        }
        return instruments
    }

    private func read(_ keys: YAMLMapping, slug: String) -> Instrument? {
        let title = keys.required("title", .text)
        let version = keys.required("version", .text)
        let points = entries(keys, "scale", distinct: "code").compactMap(readPoint)
        checkScale(points, keys)
        let domains = entries(keys, "domains", distinct: "id").compactMap(readDomain)
        let groups = readGroups(keys, "groups") ?? StakeholderGroup.allCases
        let items = entries(keys, "items", distinct: "id").compactMap { readItem($0, domains: domains, groups: groups) }
        keys.reportUnknownKeys()
        guard let title, let version, !items.isEmpty, !points.isEmpty, !domains.isEmpty else { return nil }
        return Instrument(
            slug: slug, title: title, version: version, scale: ResponseScale(points: points), domains: domains,
            groups: groups, items: items)
    }

    /// The entries of a list that has at least one.
    private func entries(_ keys: YAMLMapping, _ key: String, distinct: String) -> [YAMLMapping] {
        guard let entries = keys.required(key, .mappings(distinct: distinct)) else { return [] }
        if case .sequence(let sequence) = keys.value(of: key), sequence.isEmpty {
            keys.reader.report(keys.value(of: key), "\"\(key)\" has no entry")
        }
        return entries
    }

    private func readPoint(_ keys: YAMLMapping) -> ResponseScale.Point? {
        let code = keys.required("code", .integer(0...250))
        let label = keys.required("label", .text)
        let isFavorable = keys.optional("favorable", .flag) ?? false
        keys.reportUnknownKeys()
        guard let code, let label else { return nil }
        return ResponseScale.Point(code: UInt8(code), label: label, isFavorable: isFavorable)
    }

    private func checkScale(_ points: [ResponseScale.Point], _ keys: YAMLMapping) {
        let node = keys.value(of: "scale")
        guard !points.isEmpty else { return }
        if !points.contains(where: \.isFavorable) {
            keys.reader.report(
                node, "no answer of this scale is favorable", hint: "add \"favorable: true\" to those that are")
        }
        if Set(points.map(\.label)).count < points.count {
            keys.reader.report(node, "two answers of this scale have the same label")
        }
    }

    private func readDomain(_ keys: YAMLMapping) -> Instrument.Domain? {
        let id = keys.required("id", .text)
        let title = keys.required("title", .text)
        let summary = keys.optional("description", .text)
        keys.reportUnknownKeys()
        guard let id, let title else { return nil }
        return Instrument.Domain(id: id, title: title, summary: summary ?? "")
    }

    private func readItem(
        _ keys: YAMLMapping, domains: [Instrument.Domain], groups: [StakeholderGroup]
    ) -> Instrument.Item? {
        let id = keys.required("id", .text)
        let domain = keys.required("domain", .choice(of: domains.map(\.id)))
        let text = keys.required("text", .text)
        let isReversed = keys.optional("reverse", .flag) ?? false
        let asked = readGroups(keys, "groups") ?? groups
        for group in asked where !groups.contains(group) {
            keys.reader.report(
                keys.value(of: "groups"), "the questionnaire does not ask the group \"\(group.rawValue)\"",
                hint: "add it to the \"groups\" of the questionnaire, or take it out here")
        }
        keys.reportUnknownKeys()
        guard let id, let domain, let text else { return nil }
        return Instrument.Item(id: id, domain: domain, text: text, isReversed: isReversed, groups: asked)
    }

    private func readGroups(_ keys: YAMLMapping, _ key: String) -> [StakeholderGroup]? {
        keys.optional(key, .names)
    }
}

extension YAMLKind where Value == String {
    /// One of the names that the file itself or another file declares.
    static func choice(of names: [String]) -> Self {
        let expectation =
            names.isEmpty ? "left out, as there is none to name" : "one of \(names.joined(separator: ", "))"
        return YAMLKind(expectation: expectation, names: names) { node, _ in
            node.string.flatMap { names.contains($0) ? $0 : nil }
        }
    }
}

extension YAMLKind where Value == [StakeholderGroup] {
    /// A list of stakeholder groups.
    static var names: Self {
        let known = StakeholderGroup.allCases.map(\.rawValue)
        return YAMLKind(expectation: "a list of \(known.joined(separator: ", "))") { node, reader in
            guard case .sequence(let sequence) = node else { return nil }
            let groups = sequence.compactMap { entry -> StakeholderGroup? in
                if let group = entry.string.flatMap(StakeholderGroup.init(rawValue:)) { return group }
                reader.report(
                    entry, "there is no stakeholder group \"\(entry.string?.prefix(60) ?? "")\"",
                    hint: NearestName.hint(for: entry.string ?? "", among: known))
                return nil
            }
            return Set(groups).sorted()
        }
    }
}
