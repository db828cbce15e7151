import Diagnostics
import Mustache

/// A phrase as the file has it.
struct Phrase: Sendable {
    let text: String
    let location: SourceLocation
    private let form: Form

    private enum Form: Sendable {
        /// The text names nothing.
        case fixed
        case plain(PlainPhrase)
        case template(MustacheTemplate)
    }

    /// - Throws: an error where a tag in it is not closed.
    init(_ text: String, at location: SourceLocation) throws {
        self.text = text
        self.location = location
        if !text.contains("{{") {
            form = .fixed
        } else if let phrase = PlainPhrase(text) {
            form = .plain(phrase)
        } else {
            form = .template(try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}" + text))
        }
    }

    /// Whether it names nothing.
    var isFixed: Bool { if case .fixed = form { true } else { false } }

    /// The phrase with what it names put in, and the names that are not given.
    func text(_ values: [String: String]) -> (text: String, missing: Set<String>) {
        switch form {
        case .fixed: return (text, [])
        case .plain(let phrase): return phrase.text(values)
        case .template(let template):
            let context = StrictContext(
                values: values.mapValues { TemplateValue.text($0).mustache(named: "") }, shared: [:])
            let text = template.render(context)
            return (text, context.missing)
        }
    }
}
