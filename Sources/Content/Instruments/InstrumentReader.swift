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
        let language = keys.optional("language", .languageTag)
        let title = keys.required("title", .translated(from: language))
        let version = keys.required("version", .text)
        let scales = ScaleReader(language: language).readAll(keys)
        let domains = keys.entries("domains", distinct: "id").compactMap { readDomain($0, language: language) }
        let groups = keys.optional("groups", .names) ?? StakeholderGroup.allCases
        let reader = ItemReader(scales: scales, domains: domains, groups: groups, language: language)
        let items = keys.entries("items", distinct: "id").compactMap(reader.read)
        keys.reportUnknownKeys()
        guard let title, let version, !items.isEmpty, !domains.isEmpty else { return nil }
        return Instrument(slug: slug, title: title, version: version, domains: domains, groups: groups, items: items)
    }

    private func readDomain(_ keys: YAMLMapping, language: String?) -> Instrument.Domain? {
        let id = keys.required("id", .text)
        let title = keys.required("title", .translated(from: language))
        let summary = keys.optional("description", .translated(from: language))
        keys.reportUnknownKeys()
        guard let id, let title else { return nil }
        return Instrument.Domain(id: id, title: title, summary: summary)
    }
}

extension YAMLMapping {
    /// The entries of a list that has at least one.
    func entries(_ key: String, distinct: String?) -> [YAMLMapping] {
        guard let entries = required(key, .mappings(distinct: distinct)) else { return [] }
        if case .sequence(let sequence) = value(of: key), sequence.isEmpty {
            reader.report(value(of: key), "\"\(key)\" has no entry")
        }
        return entries
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
