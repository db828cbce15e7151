import Diagnostics

/// Which template includes which, and what the blocks of layouts are filled with.
struct PartialGraph {
    let tags: [String: [TemplateTag]]
    private let templates: [String: SourceFile]
    private let uses: [String: [Use]]

    /// What can contain itself.
    private enum Part: Hashable {
        case template(String)
        /// What a layout's block of this name is filled with.
        case block(String)
    }

    /// A tag of a template by which one part contains another.
    private struct Use {
        let part: Part
        let used: Part
        let tag: TemplateTag
    }

    init(templates: [String: SourceFile]) {
        self.templates = templates
        tags = templates.mapValues { TemplateTags.scan(String(decoding: $0.bytes, as: UTF8.self)) }
        uses = Dictionary(uniqueKeysWithValues: tags.map { ($0, Self.uses(in: $0, $1)) })
    }

    /// Reports partials that are missing, and templates and blocks that include themselves, by whatever way.
    func report(to log: inout DiagnosticLog) {
        for (name, source) in templates.sorted(by: { $0.key < $1.key }) {
            for tag in partials(of: name) {
                if templates[tag.name] == nil {
                    log.report(
                        source.diagnostic(
                            at: tag.location, "there is no template \"\(tag.name)\"",
                            hint: NearestName.hint(for: tag.name, among: templates.keys.sorted())))
                } else if reached(from: tag.name).contains(name) {
                    log.report(
                        source.diagnostic(
                            at: tag.location,
                            tag.name == name
                                ? "this template includes itself"
                                : "this template includes \"\(tag.name)\", which includes this one"))
                }
            }
        }
        reportBlocks(to: &log)
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
        (tags[name] ?? []).filter { $0.kind == .partial || $0.kind == .parent }
    }

    /// What a block is filled with goes wherever a template that is included has a block of that name, so within itself too:
    /// looked at for each template with all that it includes.
    private func reportBlocks(to log: inout DiagnosticLog) {
        var reported: Set<Diagnostic> = []
        for name in templates.keys.sorted() {
            let reached = reached(from: name)
            let all = reached.flatMap { uses[$0] ?? [] }
            for template in reached {
                guard let source = templates[template] else { continue }
                for use in uses[template] ?? [] {
                    guard case .block(let block) = use.part, Self.reaches(use.part, from: use.used, by: all) else {
                        continue
                    }
                    let diagnostic = source.diagnostic(
                        at: use.tag.location, "what the block \"\(block)\" is filled with would contain itself",
                        hint: "give the inner block another name")
                    if reported.insert(diagnostic).inserted { log.report(diagnostic) }
                }
            }
        }
    }

    private static func reaches(_ part: Part, from start: Part, by uses: [Use]) -> Bool {
        var seen: Set<Part> = [start]
        var rest = [start]
        while let next = rest.popLast() {
            if next == part { return true }
            for use in uses where use.part == next && seen.insert(use.used).inserted { rest.append(use.used) }
        }
        return false
    }

    private static func uses(in template: String, _ tags: [TemplateTag]) -> [Use] {
        var uses: [Use] = []
        var open: [(kind: TemplateTag.Kind, part: Part)] = []
        for tag in tags {
            let part = open.last?.part ?? .template(template)
            switch tag.kind {
            case .partial: uses.append(Use(part: part, used: .template(tag.name), tag: tag))
            case .parent:
                uses.append(Use(part: part, used: .template(tag.name), tag: tag))
                open.append((.parent, part))
            case .block where open.last?.kind == .parent: open.append((.block, .block(tag.name)))
            case .block:
                uses.append(Use(part: part, used: .block(tag.name), tag: tag))
                open.append((.block, part))
            case .section: open.append((.section, part))
            case .close: _ = open.popLast()
            case .variable, .unfinished, .other: break
            }
        }
        return uses
    }
}
