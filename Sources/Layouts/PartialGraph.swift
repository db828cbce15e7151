import Diagnostics

/// Which template includes which.
struct PartialGraph {
    let tags: [String: [TemplateTag]]
    private let templates: [String: SourceFile]

    init(templates: [String: SourceFile]) {
        self.templates = templates
        tags = templates.mapValues { TemplateTags.scan(String(decoding: $0.bytes, as: UTF8.self)) }
    }

    /// Reports partials that are missing and templates that include themselves, by whatever way.
    func report(to log: inout DiagnosticLog) {
        for (name, source) in templates.sorted(by: { $0.key < $1.key }) {
            for tag in partials(of: name) {
                let place = SourceLocation(line: tag.line, column: tag.column)
                if templates[tag.name] == nil {
                    log.report(
                        source.diagnostic(
                            at: place, "there is no template \"\(tag.name)\"",
                            hint: NearestName.hint(for: tag.name, among: templates.keys.sorted())))
                } else if reached(from: tag.name).contains(name) {
                    log.report(
                        source.diagnostic(
                            at: place,
                            tag.name == name
                                ? "this template includes itself"
                                : "this template includes \"\(tag.name)\", which includes this one"))
                }
            }
        }
    }

    /// A template and all it includes, the nearest first.
    func reached(from name: String) -> [String] {
        var order = [name]
        var seen: Set<String> = [name]
        var index = 0
        while index < order.count {
            for tag in partials(of: order[index]) where seen.insert(tag.name).inserted { order.append(tag.name) }
            index += 1
        }
        return order
    }

    private func partials(of name: String) -> [TemplateTag] {
        (tags[name] ?? []).filter { $0.kind == .partial }
    }
}
