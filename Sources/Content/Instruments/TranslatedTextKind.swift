import Evaluation
import Yams

extension YAMLKind where Value == TranslatedText {
    /// A text, or one in each of several languages such as `{en: Yes, es: Sí}`.
    ///
    /// - Parameter language: the language of the original; where it is nil, the first of several is.
    static func translated(from language: String?) -> Self {
        let original = language ?? "en"
        return YAMLKind(
            expectation:
                "text, or a text in each language such as {\(original): …, \(original == "es" ? "en" : "es"): …}"
        ) { node, reader in
            guard case .mapping(let mapping) = node else {
                return YAMLKind<String>.text.read(node, reader).map { TranslatedText($0) }
            }
            let translations = mapping.compactMap { readTranslation($0.key, $0.value, reader) }
            guard translations.count == mapping.count, let first = translations.first else { return nil }
            guard let original = language.map({ tag in translations.first { $0.tag == tag } }) ?? first else {
                return nil
            }
            let others = translations.filter { $0.tag != original.tag }
            return TranslatedText(
                original.text, translations: Dictionary(others.map { ($0.tag, $0.text) }) { first, _ in first })
        }
    }

    private static func readTranslation(
        _ key: Node, _ value: Node, _ reader: YAMLReader
    ) -> (tag: String, text: String)? {
        guard let tag = YAMLKind<String>.languageTag.read(key, reader),
            let text = YAMLKind<String>.text.read(value, reader)
        else { return nil }
        return (tag, text)
    }
}
