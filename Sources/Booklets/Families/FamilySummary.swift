import Content
import Evaluation
import Layouts

/// Two pages in plain language for a school's families: what its template is given, all of it after disclosure control.
///
/// It is made in each of its languages, whatever the school's is. The school's own words stay in the school's language and are
/// marked with it.
struct FamilySummary: Sendable {
    /// The languages that every school's summary is made in.
    static let languages = ["en", "es"]

    /// The school's booklet in the summary's language.
    let booklet: Booklet

    var school: School { booklet.school }
    var words: Wording { booklet.words }

    /// The values of `families.mustache`.
    func values() throws -> [String: TemplateValue] {
        let name = school.profile.name
        let content: [(String, TemplateValue?)] = try [
            ("asked", asked()), ("well", points(.strength, school.plan?.opportunities ?? [])),
            ("work", points(.challenge, school.plan?.challenges ?? [])), ("plan", plan()), ("done", done()),
        ]
        var values: [String: TemplateValue] = [
            "school": .text(name), "title": .text(try words("families.document-title", ["school": name])),
            "about": .text(try words("families.about", ["practice": booklet.practice])),
            "has-officer": .flag(school.profile.sroCount != 0), "sample": .flag(school.profile.isSample),
            "date": .optional(try school.date.map { try words("families.date", ["date": words.date($0)]) }),
            "is-empty": .flag(content.allSatisfy { $0.1 == nil }), "few": .text(try few()),
            "is-a4": .flag(booklet.settings.pageSize == .a4),
        ]
        for (name, part) in content { values[name] = part ?? .null }
        return values
    }

    /// From how many people on something is told.
    private func few() throws -> String {
        let rule = booklet.evaluation.rule
        let families = words.number(rule.studentsAndFamilies)
        if let consenting = booklet.consenting {
            return try words(
                "families.privacy.agreed.\(consenting)", ["families": families, "staff": words.number(rule.staff)])
        }
        return rule.staff == rule.studentsAndFamilies
            ? try words("families.privacy.few-same", ["families": families])
            : try words("families.privacy.few", ["families": families, "staff": words.number(rule.staff)])
    }

    /// Words that the school or the practice wrote about it, cut where they are long, in their own language.
    func own(_ text: String, _ length: Length) -> TemplateValue {
        ["text": .text(Self.cut(text, length)), "lang": .optional(isInOwnLanguage ? nil : school.profile.language)]
    }

    /// Whether the school's language is the summary's.
    private var isInOwnLanguage: Bool { Self.primary(school.profile.language) == words.language }

    /// A questionnaire's words, and the language that they are in where it is not the summary's.
    func wording(of text: TranslatedText) -> (text: String, language: String?) {
        let tags = Set(text.translations.keys.map(Self.primary))
        // The language of the original is not on record: it is the school's unless there is a translation into that.
        let isOther =
            !isInOwnLanguage && !tags.contains(words.language) && !tags.contains(Self.primary(school.profile.language))
        return (text.text(in: words.language), isOther ? school.profile.language : nil)
    }

    private static func primary(_ tag: String) -> String { String(tag.prefix { $0 != "-" }).lowercased() }

    /// How many characters of a text are printed at most, so that the summary keeps to its two pages.
    enum Length: Int {
        case role = 40
        case title = 80
        case sentence = 140
    }

    /// A text, cut between two words where it is long.
    static func cut(_ text: String, _ length: Length) -> String {
        guard text.count > length.rawValue else { return text }
        let start = text.prefix(length.rawValue)
        return (start.lastIndex(of: " ").map { start[..<$0] } ?? start) + "…"
    }
}
