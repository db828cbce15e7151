import CCMarkGFM
import Diagnostics

extension MarkdownDocument {
    /// How many mistakes are told of one text. Each is looked up in it, and whoever wrote so many needs no more.
    static let mostMistakes = 100

    /// Reports what is wrong with the text's directives, each at its place.
    public func checkDirectives(log: inout DiagnosticLog) {
        guard options.readsDirectives else { return }
        let problems = problemsOfEntries() + mistakes() + personalizationProblems()
        for problem in problems.prefix(Self.mostMistakes) {
            log.report(source.diagnostic(at: problem.location, problem.message, hint: problem.hint))
        }
        guard problems.count > Self.mostMistakes else { return }
        log.report(
            Diagnostic(
                path: source.path,
                message: "there are more mistakes in directives here than the first \(Self.mostMistakes)"
            ))
    }

    private func problemsOfEntries() -> [DirectiveProblem] {
        var problems: [DirectiveProblem] = []
        var children: [Int: Int] = [:]
        for case let parent? in directives.entries.lazy.map(\.parent) { children[parent, default: 0] += 1 }
        for (index, entry) in directives.entries.enumerated() where problems.count <= Self.mostMistakes {
            var check = DirectiveCheck(
                entry: entry, parent: entry.parent.map { directives.entries[$0].block.line.name },
                definitions: options.directives)
            check.run(children: children[index] ?? 0)
            problems += check.problems
        }
        return problems
    }

    private func mistakes() -> [DirectiveProblem] {
        // Where too much is opened, what closes it is no mistake of its own.
        if let first = directives.mistakes.first(where: { $0.kind == .tooDeep }) {
            return [
                DirectiveProblem(
                    location: first.location,
                    message: "more than \(DirectiveExtension.deepest) directives stand in one another here",
                    hint: "close each with a line of as many colons as it began with")
            ]
        }
        return directives.mistakes.map { mistake in
            DirectiveProblem(
                location: mistake.location, message: "these colons close no directive",
                hint: "they need one above, such as :::lead, with no more colons and not in another list or quote")
        }
    }

    private func personalizationProblems() -> [DirectiveProblem] {
        let name = Personalization.firstNameDirective
        var before: [CInt: Int] = [:]
        var problems: [DirectiveProblem] = []
        for node in directives.personalizations where problems.count <= Self.mostMistakes {
            let line = cmark_node_get_start_line(node)
            defer { before[line, default: 0] += 1 }
            let hasWords = TextDirective.fallback(of: node)?.contains { !$0.isWhitespace } == true
            guard !hasWords || !options.allowsPersonalization else { continue }
            let place = location(of: ":" + name, node, skipping: before[line, default: 0])
            problems.append(
                options.allowsPersonalization
                    ? DirectiveProblem(
                        location: place, message: "there are no words for readers whose first name is not known",
                        hint: "write them in brackets: :\(name)[colleague]")
                    : DirectiveProblem(
                        location: place, message: ":\(name) is for newsletters only",
                        hint: "everybody reads the same page"))
        }
        return problems
    }
}

/// What is wrong with a directive.
struct DirectiveProblem {
    let location: SourceLocation
    let message: String
    let hint: String?
}

/// Holds one directive against the table.
private struct DirectiveCheck {
    let entry: DirectiveSurvey.Entry
    /// The name of the directive around it.
    let parent: String?
    let definitions: [DirectiveDefinition]
    private(set) var problems: [DirectiveProblem] = []

    init(entry: DirectiveSurvey.Entry, parent: String?, definitions: [DirectiveDefinition]) {
        (self.entry, self.parent, self.definitions) = (entry, parent, definitions)
    }

    private var line: DirectiveLine { entry.block.line }
    /// The directive's name as it stands in a sentence.
    private var named: String { line.name.withArticle }

    mutating func run(children: Int) {
        for problem in line.problems.prefix(MarkdownDocument.mostMistakes) {
            report(at: problem.offset, problem.message, problem.hint)
        }
        if !entry.block.isClosed {
            report(
                at: line.start, "the \(line.name.prefix(60)) that begins here is never closed",
                "put a line \(line.colons) after its text")
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
        for given in line.attributes where problems.count <= MarkdownDocument.mostMistakes {
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
            if line.attributes.prefix(MarkdownDocument.mostMistakes).contains(where: { given in
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
                // Some nodes that were made of others have no line of their own.
                let delta = Int(cmark_node_get_start_line(current) - cmark_node_get_start_line(entry.node))
                let place =
                    delta > 0
                    ? SourceLocation(
                        line: entry.line + delta, column: max(1, Int(cmark_node_get_start_column(current))))
                    : entry.location
                problems.append(
                    DirectiveProblem(
                        location: place,
                        message: "\(named) holds \(count) \(name)s and nothing beside them",
                        hint: "put this text into one of its \(name)s"))
                break
            }
            child = cmark_node_next(current)
        }
        guard children != count, entry.block.isClosed else { return }
        report(at: line.start, "\(named) holds \(count) \(name)s, not \(children)", nil)
    }

    private mutating func report(at offset: Int, _ message: String, _ hint: String?) {
        problems.append(DirectiveProblem(location: entry.location(ofByte: offset), message: message, hint: hint))
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
