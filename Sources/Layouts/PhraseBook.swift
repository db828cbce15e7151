import Diagnostics

/// The words of a product in one language: `words/es.yaml` in its folder of layouts.
///
/// The file maps names to phrases, nested as deep as one likes: `plan: {title: Strategic plan}` is `plan.title`. A phrase is
/// Mustache, so that each language puts what it names where it wants it. Where a number decides the form, the phrase has two,
/// `one` and `other` (Unicode CLDR, plural rules of English and Spanish).
public struct PhraseBook: Sendable {
    /// The language, a BCP 47 tag without a region.
    public let language: String
    /// The phrases that name nothing, by their names, for templates: `{{words.plan.title}}`.
    public let fixed: TemplateValue
    private let source: SourceFile
    private let phrases: [String: Phrase]
    private let order: [String: [String]]

    /// Reads the words.
    /// - Throws: `DiagnosticLog` with every name and phrase that is empty, and every phrase that is no text or can't be compiled.
    init(language: String, source: SourceFile) throws(DiagnosticLog) {
        var reader = PhraseReader(source: source)
        reader.read()
        if reader.log.hasErrors { throw reader.log }
        self.language = language
        self.source = source
        phrases = reader.phrases
        order = reader.order
        fixed = Self.fixed("", reader.phrases, reader.order)
    }

    /// A phrase with what it names put in; nothing is escaped.
    /// - Parameters:
    ///   - name: the phrase's name, such as `plan.progress`.
    ///   - values: what it may name.
    /// - Throws: `DiagnosticLog` where there is no such phrase, or where it names something that is not given.
    public func callAsFunction(
        _ name: String, _ values: [String: String] = [:]
    ) throws(DiagnosticLog) -> String {
        guard let phrase = phrases[name] else { throw DiagnosticLog([missing(name)]) }
        let (text, missing) = phrase.text(values)
        guard let unknown = missing.min() else { return text }
        throw DiagnosticLog([
            source.diagnostic(
                at: phrase.location, "the phrase \"\(name)\" uses \"\(unknown)\", which it is not given",
                hint: NearestName.hint(for: unknown, among: values.keys.sorted()))
        ])
    }

    /// A phrase in the form that goes with a number: `name.one` for 1, `name.other` for all else.
    public func callAsFunction(
        _ name: String, count: Int, _ values: [String: String]
    ) throws(DiagnosticLog) -> String {
        try self(name + (count == 1 ? ".one" : ".other"), values)
    }

    /// The names right below a name, in the order of the file.
    public func names(below name: String) -> [String] { order[name] ?? [] }

    /// Whether there is a phrase of a name.
    public func has(_ name: String) -> Bool { phrases[name] != nil }

    /// The names of all phrases, sorted.
    public var names: [String] { phrases.keys.sorted() }

    /// What a phrase puts in, such as `count` for `{{count}}`; none where there is no such phrase.
    public func placeholders(of name: String) -> Set<String> {
        Set(TemplateTags.scan(phrases[name]?.text ?? "").filter(\.isValue).map(\.name))
    }

    /// A phrase as the file has it, with its `{{…}}`; nil where there is no such phrase.
    public func text(of name: String) -> String? { phrases[name]?.text }

    private func missing(_ name: String) -> Diagnostic {
        Diagnostic(
            path: source.path, message: "there is no phrase \"\(name)\"",
            hint: NearestName.hint(for: name, among: phrases.keys.sorted()))
    }

    /// The phrases below a name that name nothing, as values of a template.
    private static func fixed(
        _ name: String, _ phrases: [String: Phrase], _ order: [String: [String]]
    ) -> TemplateValue {
        if let phrase = phrases[name] { return phrase.isFixed ? .text(phrase.text) : .null }
        let prefix = name.isEmpty ? "" : name + "."
        return .object(
            Dictionary(
                (order[name] ?? []).map { ($0, fixed(prefix + $0, phrases, order)) },
                uniquingKeysWith: { first, _ in first }))
    }
}

extension LayoutLibrary {
    /// The words of a language, a BCP 47 tag of which only the first part counts: those of `words/<language>.yaml`.
    /// - Throws: `DiagnosticLog` where there are none, or where they can't be read.
    public func phrases(in language: String) throws(DiagnosticLog) -> PhraseBook {
        let primary = Self.primary(language)
        let file = Self.phraseFile(primary)
        guard let bytes = files[file] else {
            let known = phraseLanguages.joined(separator: ", ")
            throw DiagnosticLog([
                Diagnostic(
                    path: "\(folder)/\(file)", message: "there are no words in the language \"\(language)\"",
                    hint: "known: \(known); translate words/en.yaml to add one")
            ])
        }
        return try PhraseBook(language: primary, source: SourceFile(path: "\(folder)/\(file)", bytes: bytes))
    }

    /// Whether there are words in a language, a BCP 47 tag of which only the first part counts.
    public func hasPhrases(in language: String) -> Bool { files[Self.phraseFile(Self.primary(language))] != nil }

    private static func primary(_ language: String) -> String { String(language.prefix { $0 != "-" }).lowercased() }

    private static func phraseFile(_ primary: String) -> String { "words/\(primary).yaml" }

    /// The languages that there are words in, sorted.
    public var phraseLanguages: [String] {
        files.keys.filter { $0.hasPrefix("words/") && $0.hasSuffix(".yaml") }
            .map { String($0.dropFirst("words/".count).dropLast(".yaml".count)) }.sorted()
    }
}
