import Crypto
import Diagnostics
import Foundation
import Layouts

/// The receiver's pages in each language that there are words in.
///
/// All but those with a button or a form are rendered once, when the receiver starts: the same bytes for everyone, and no
/// mistake in a template is first found by a reader.
struct Pages: Sendable {
    private let layouts: LayoutLibrary
    private let shared: SharedContext
    private let phrases: [String: PhraseBook]
    private let values: [String: String]
    private let practice: Practice
    private let defaultLanguage: String
    private let basePath: String
    private var fixed: [String: [PageKind: String]] = [:]
    /// The source that the policy of every page allows for its style (CSP Level 3, 8.3).
    let styleSource: String

    init(_ configuration: SignupConfiguration, _ layouts: LayoutLibrary) throws(DiagnosticLog) {
        self.layouts = layouts
        practice = configuration.practice
        basePath = configuration.basePath
        values = [
            "practice": practice.name, "newsletter": practice.newsletter, "hours": String(configuration.hours),
        ]
        let practiceValues = practice.values
        let style = try layouts.render("style.css", ["practice": practiceValues])
        styleSource = "'sha256-\(Data(SHA256.hash(data: Data(style.utf8))).base64EncodedString())'"
        shared = SharedContext(["practice": practiceValues, "style": .text(style)])
        var phrases: [String: PhraseBook] = [:]
        for language in layouts.phraseLanguages { phrases[language] = try layouts.phrases(in: language) }
        self.phrases = phrases
        _ = try layouts.phrases(in: configuration.language)
        defaultLanguage = Self.primary(configuration.language)
        for language in phrases.keys {
            for kind in PageKind.allCases { fixed[language, default: [:]][kind] = try render(kind, language) }
            // Rendered to be checked.
            _ = try form(FormProblem(), language)
        }
    }

    /// A page that is the same for everyone.
    func page(_ kind: PageKind, _ language: String) -> String { fixed[known(language)]?[kind] ?? "" }

    /// A page with a button that posts a token.
    func page(_ kind: PageKind, _ language: String, action: String, token: String) throws(DiagnosticLog) -> String {
        let words = try book(language)
        return try render(
            kind, known(language),
            button: [
                "action": .text(basePath + action), "token": .text(token),
                "label": .text(try words("pages.\(kind.rawValue).button")),
            ])
    }

    /// The form once more, with what is missing.
    func form(_ problem: FormProblem, _ language: String) throws(DiagnosticLog) -> String {
        let words = try book(language)
        var errors: [TemplateValue] = []
        func error(_ isWrong: Bool, _ field: String, _ phrase: String) throws(DiagnosticLog) -> TemplateValue {
            guard isWrong else { return .null }
            let text = try words("form.\(phrase)-error")
            errors.append(["field": .text(field), "text": .text(text)])
            return .text(text)
        }
        let address = try error(problem.isAddressWrong, "email", "address")
        let name = try error(problem.isNameWrong, "name", "name")
        let statements = problem.statements
        let privacy = try error(!statements.privacyRead, "privacy_read", "privacy")
        let terms = try error(!statements.termsAccepted, "terms_accepted", "terms")
        let newsletter = try error(!statements.newsletterWanted, "newsletter_wanted", "newsletter")
        func link(_ phrase: String, _ url: String) throws(DiagnosticLog) -> TemplateValue {
            ["url": .text(url), "label": .text(try words(phrase))]
        }
        return try layouts.render(
            "form",
            [
                "language": .text(known(language)), "words": words.fixed, "title": .text(try words("form.title")),
                "heading": .text(try words("form.heading")), "errors": .list(errors),
                "action": .text(basePath.isEmpty ? "/" : basePath), "notice": .text(problem.notice),
                "page": .text(problem.page), "email": ["error": address],
                "name": problem.name.map { ["value": .text($0), "error": name] } ?? .null,
                "statements": [
                    [
                        "field": "privacy_read", "text": .text(problem.words.privacy), "error": privacy,
                        "checked": .flag(statements.privacyRead), "link": try link("privacy", practice.privacyURL),
                    ],
                    [
                        "field": "terms_accepted", "text": .text(problem.words.terms), "error": terms,
                        "checked": .flag(statements.termsAccepted), "link": try link("terms", practice.termsURL),
                    ],
                    [
                        "field": "newsletter_wanted", "text": .text(problem.words.newsletter), "error": newsletter,
                        "checked": .flag(statements.newsletterWanted), "link": .null,
                    ],
                ],
            ], shared: shared)
    }

    /// A language that there are words in: the one asked for, or the receiver's own.
    func known(_ language: String) -> String {
        let primary = Self.primary(language)
        return phrases[primary] == nil ? defaultLanguage : primary
    }

    /// The confirmation mail's words and layout.
    func mail(_ language: String, url: String) throws(DiagnosticLog) -> (subject: String, text: String, html: String) {
        let words = try book(language)
        var mail: [String: TemplateValue] = [:]
        for name in words.names(below: "mail") { mail[name] = .text(try words("mail.\(name)", values)) }
        let values: [String: TemplateValue] = [
            "language": .text(known(language)), "words": words.fixed, "mail": .object(mail), "url": .text(url),
        ]
        return (
            try words("mail.subject", self.values), try layouts.render("mail.txt", values, shared: shared),
            try layouts.render("mail.html", values, shared: shared)
        )
    }

    private func render(
        _ kind: PageKind, _ language: String, button: TemplateValue = .null
    ) throws(DiagnosticLog) -> String {
        let words = try book(language)
        let name = "pages.\(kind.rawValue)"
        var paragraphs: [TemplateValue] = [.text(try words("\(name).text", values))]
        if words.has("\(name).more") { paragraphs.append(.text(try words("\(name).more", values))) }
        var link = TemplateValue.null
        if let target = kind.link {
            link = [
                "url": .text(target == .form ? practice.formURL : practice.siteURL),
                "label": .text(try words(target.rawValue)),
            ]
        }
        return try layouts.render(
            "page",
            [
                "language": .text(language), "words": words.fixed, "title": .text(try words("\(name).title", values)),
                "paragraphs": .list(paragraphs), "button": button, "link": link,
            ], shared: shared)
    }

    private func book(_ language: String) throws(DiagnosticLog) -> PhraseBook {
        guard let book = phrases[known(language)] else { return try layouts.phrases(in: language) }
        return book
    }

    private static func primary(_ language: String) -> String { String(language.prefix { $0 != "-" }).lowercased() }
}

extension Practice {
    /// What templates are given of it.
    fileprivate var values: TemplateValue {
        [
            "name": .text(name), "newsletter": .text(newsletter), "site-url": .text(siteURL),
            "privacy-url": .text(privacyURL), "terms-url": .text(termsURL), "address": .text(postalAddress),
            "primary": .text(primaryColor), "accent": .text(accentColor),
        ]
    }
}
