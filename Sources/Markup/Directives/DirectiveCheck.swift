import CCMarkGFM
import Diagnostics

extension MarkdownDocument {
    /// Reports what is wrong with the text's directives, each at its place.
    public func checkDirectives(log: inout DiagnosticLog) {
        guard options.readsDirectives else { return }
        for (index, entry) in directives.entries.enumerated() {
            var check = DirectiveCheck(
                entry: entry, parent: entry.parent.map { directives.entries[$0].block.line.name },
                definitions: options.directives)
            check.run(children: directives.entries.count { $0.parent == index })
            for problem in check.problems {
                log.report(source.diagnostic(at: problem.location, problem.message, hint: problem.hint))
            }
        }
        reportMistakes(to: &log)
        reportPersonalizations(to: &log)
    }

    private func reportMistakes(to log: inout DiagnosticLog) {
        // Where too much is opened, what closes it is no mistake of its own.
        if let first = directives.mistakes.first(where: { $0.kind == .tooDeep }) {
            log.report(
                source.diagnostic(
                    at: first.location, "more than \(DirectiveExtension.deepest) directives stand in one another here",
                    hint: "close each with a line of as many colons as it began with"))
            return
        }
        for mistake in directives.mistakes {
            log.report(
                source.diagnostic(
                    at: mistake.location, "these colons close no directive",
                    hint: "they need one above, such as :::lead, with no more colons and not in another list or quote"))
        }
    }

    private func reportPersonalizations(to log: inout DiagnosticLog) {
        let name = Personalization.firstNameDirective
        var places: [Int: Int] = [:]
        for node in directives.personalizations {
            let line = Int(cmark_node_get_start_line(node))
            let place = location(of: ":" + name, node, skipping: places[line, default: 0])
            places[line, default: 0] += 1
            if !options.allowsPersonalization {
                log.report(
                    source.diagnostic(
                        at: place, ":\(name) is for newsletters only", hint: "everybody reads the same page"))
            } else if TextDirective.fallback(of: node)?.contains(where: { !$0.isWhitespace }) != true {
                log.report(
                    source.diagnostic(
                        at: place, "there are no words for readers whose first name is not known",
                        hint: "write them in brackets: :\(name)[colleague]"))
            }
        }
    }
}

/// Holds one directive against the table.
private struct DirectiveCheck {
    let entry: DirectiveSurvey.Entry
    /// The name of the directive around it.
    let parent: String?
    let definitions: [DirectiveDefinition]
    private(set) var problems: [(location: SourceLocation, message: String, hint: String?)] = []

    init(entry: DirectiveSurvey.Entry, parent: String?, definitions: [DirectiveDefinition]) {
        (self.entry, self.parent, self.definitions) = (entry, parent, definitions)
    }

    private var line: DirectiveLine { entry.block.line }
    /// The directive's name as it stands in a sentence.
    private var named: String { line.name.withArticle }

    mutating func run(children: Int) {
        for problem in line.problems { report(at: problem.offset, problem.message, problem.hint) }
        let colons = String(repeating: ":", count: line.colonCount)
        if !entry.block.isClosed {
            report(
                at: line.start, "the \(line.name.prefix(60)) that begins here is never closed",
                "put a line \(colons) after its text")
        }
        guard let definition = definitions.first(where: { $0.name == line.name }) else {
            report(
                at: line.nameOffset, "there is no directive \"\(line.name.prefix(60))\"",
                NearestName.hint(for: line.name, among: definitions.map(\.name).sorted()))
            return
        }
        checkForm(definition)
        checkPlace(definition)
        checkLabel(definition)
        // Of a line that could not be read to its end, what is missing is not known.
        if line.problems.isEmpty { checkAttributes(definition) }
        if case .only(let name, let count) = definition.contents, line.isContainer {
            checkContents(of: name, count: count, children: children)
        }
    }

    private mutating func checkForm(_ definition: DirectiveDefinition) {
        switch definition.form {
        case .container where !line.isContainer:
            report(
                at: line.start, "\(named) holds a text, so it begins with three colons",
                "write :::\(line.name), its text, and a line :::")
        case .leaf where line.isContainer:
            report(at: line.start, "\(named) holds no text, so it begins with two colons", "write ::\(line.name)")
        case .container, .leaf, .either: break
        }
    }

    private mutating func checkPlace(_ definition: DirectiveDefinition) {
        if let place = entry.misplacedIn {
            report(at: line.start, "a directive may not stand in \(place)", "put a blank line before it, and no indent")
        }
        guard let parent else {
            guard !definition.standsAlone else { return }
            let around = definitions.filter { $0.contains(line.name) }.map { $0.name.withArticle }.joined(
                separator: " or ")
            report(at: line.start, "\(named) stands in \(around) only", nil)
            return
        }
        guard let around = definitions.first(where: { $0.name == parent }), !around.contains(line.name) else { return }
        report(
            at: line.start, "\(named) may not stand in \(parent.withArticle)",
            around.contents.names.isEmpty
                ? "close the \(parent) first" : "it may hold \(around.contents.names.joined(separator: ", "))")
    }

    private mutating func checkLabel(_ definition: DirectiveDefinition) {
        let text = line.label ?? ""
        let isEmpty = !text.contains { !$0.isWhitespace }
        let allowsLinks: Bool
        switch definition.label {
        case .none:
            if line.label != nil {
                report(at: line.labelOffset - 1, "\(named) has no text in brackets", "take the brackets out")
            }
            return
        case .optional(let links): allowsLinks = links
        case .required(let links):
            if isEmpty, line.problems.isEmpty {
                report(
                    at: line.nameOffset, "\(named) needs a text in brackets", "write \(line.name)[its text]{…}")
            }
            allowsLinks = links
        }
        guard !allowsLinks, let label = entry.label else { return }
        var hasLink = false
        label.forEachNode { node, _ in if cmark_node_get_type(node) == CMARK_NODE_LINK { hasLink = true } }
        if hasLink {
            report(
                at: line.labelOffset, "the text of \(named) may not have a link in it",
                "it is a link, or stands beside one")
        }
    }

    private mutating func checkAttributes(_ definition: DirectiveDefinition) {
        let names = definition.attributes.map(\.name)
        for given in line.attributes {
            guard let attribute = definition.attributes.first(where: { $0.name == given.name }) else {
                report(
                    at: given.nameOffset, "\(named) has no \"\(given.name.prefix(60))\"",
                    NearestName.hint(for: given.name, among: names.sorted()))
                continue
            }
            let value = entry.block.written[given.name] ?? given.value
            if !value.contains(where: { !$0.isWhitespace }) {
                report(at: given.nameOffset, "\"\(given.name)\" is empty", nil)
            } else if case .checked(let expectation, let isValid) = attribute.kind, !isValid(value) {
                report(
                    at: given.valueOffset,
                    "\"\(given.name)\" should be \(expectation), not the text \"\(value.prefix(60))\"", nil)
            }
            if let needed = attribute.needs, entry.block.written[needed] == nil {
                report(at: given.nameOffset, "\"\(given.name)\" needs \"\(needed)\" too", "write \(needed)=\"…\"")
            }
        }
        for attribute in definition.attributes where attribute.isRequired && entry.block.written[attribute.name] == nil
        {
            // A mistyped key is one mistake.
            if line.attributes.contains(where: { given in
                !names.contains(given.name) && NearestName.match(for: given.name, among: names) == attribute.name
            }) {
                continue
            }
            report(
                at: line.nameOffset, "\(named) needs \"\(attribute.name)\"",
                "write \(line.name){\(attribute.name)=\"…\"}")
        }
    }

    private mutating func checkContents(of name: String, count: Int, children: Int) {
        let types = CMark.shared.directiveTypes
        var child = cmark_node_first_child(entry.node)
        while let current = child {
            let type = cmark_node_get_type(current)
            if type != types.block, type != types.label {
                let delta = Int(cmark_node_get_start_line(current) - cmark_node_get_start_line(entry.node))
                problems.append(
                    (
                        SourceLocation(line: entry.line + delta, column: Int(cmark_node_get_start_column(current))),
                        "\(named) holds \(count) \(name)s and nothing beside them",
                        "put this text into one of its \(name)s"
                    ))
                break
            }
            child = cmark_node_next(current)
        }
        guard children != count, entry.block.isClosed else { return }
        report(at: line.start, "\(named) holds \(count) \(name)s, not \(children)", nil)
    }

    private mutating func report(at offset: Int, _ message: String, _ hint: String?) {
        problems.append((entry.location(ofByte: offset), message, hint))
    }
}

extension DirectiveDefinition {
    fileprivate func contains(_ name: String) -> Bool { contents.names.contains(name) }
}

extension DirectiveDefinition.Contents {
    /// The names of the directives that may stand in it, sorted.
    fileprivate var names: [String] {
        switch self {
        case .text(let directives): directives.sorted()
        case .only(let name, _): [name]
        }
    }
}

extension String {
    /// The name with its article.
    fileprivate var withArticle: String { ("aeiou".contains(prefix(1)) ? "an " : "a ") + self }
}
