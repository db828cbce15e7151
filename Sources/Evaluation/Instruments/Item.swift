/// One question.
public struct Item: Hashable, Sendable {
    /// The name that plain exports use as a column header.
    public let id: String
    /// The id of the domain the item belongs to; every rating has one.
    public let domain: String?
    /// The full question.
    public let text: TranslatedText
    /// How it is answered.
    public let kind: Kind
    /// The groups that are asked this item.
    public let groups: [StakeholderGroup]

    /// How an item is answered.
    public enum Kind: Hashable, Sendable {
        /// One point of a scale.
        case rating(Rating)
        /// One of several options.
        case singleChoice([Choice])
        /// Any of several options, at most 64.
        case multipleChoice([Choice])
        /// In the respondent's own words.
        case comment
    }

    /// How a rating is scored.
    public struct Rating: Hashable, Sendable {
        /// The answers to choose from.
        public let scale: ResponseScale
        /// Whether agreement is unfavorable.
        public let isReversed: Bool

        /// Creates a rating.
        public init(scale: ResponseScale, isReversed: Bool) {
            self.scale = scale
            self.isReversed = isReversed
        }
    }

    /// One option of a choice.
    public struct Choice: Hashable, Sendable {
        /// The number the option is coded with: its place in the list, from 0, unless the file says another.
        public let code: UInt8
        /// The option's words.
        public let label: TranslatedText

        /// Creates an option.
        public init(code: UInt8, label: TranslatedText) {
            self.code = code
            self.label = label
        }
    }

    /// Creates an item.
    public init(id: String, domain: String?, text: TranslatedText, kind: Kind, groups: [StakeholderGroup]) {
        self.id = id
        self.domain = domain
        self.text = text
        self.kind = kind
        self.groups = groups
    }

    /// The item's scoring, where it is a rating.
    public var rating: Rating? {
        if case .rating(let rating) = kind { rating } else { nil }
    }

    /// The item's options, where it has any.
    public var options: [Choice]? {
        switch kind {
        case .singleChoice(let choices), .multipleChoice(let choices): choices
        case .rating, .comment: nil
        }
    }

    /// Whether answers to both can be compared: the same question, answered in the same way.
    ///
    /// Who is asked and which domain it is scored in may change between two editions of a questionnaire, and translations may be
    /// added; words that both have may not change.
    public func isComparable(with other: Item) -> Bool {
        id == other.id && text.isSameWording(as: other.text) && kind.isComparable(with: other.kind)
    }
}

extension Item.Kind {
    /// Whether both are answered in the same way.
    fileprivate func isComparable(with other: Item.Kind) -> Bool {
        switch (self, other) {
        case (.rating(let one), .rating(let other)):
            one.isReversed == other.isReversed && one.scale.isComparable(with: other.scale)
        case (.singleChoice(let one), .singleChoice(let other)), (.multipleChoice(let one), .multipleChoice(let other)):
            one.count == other.count
                && zip(one, other).allSatisfy { $0.code == $1.code && $0.label.isSameWording(as: $1.label) }
        case (.comment, .comment): true
        default: false
        }
    }
}

/// Words in one or more languages.
public struct TranslatedText: Hashable, Sendable {
    /// The words in the questionnaire's own language.
    public let original: String
    /// Translations by BCP 47 language tag.
    public let translations: [String: String]

    /// Creates a text.
    public init(_ original: String, translations: [String: String] = [:]) {
        self.original = original
        self.translations = translations
    }

    /// The words in a language, or in the questionnaire's own where there are none.
    public func text(in language: String) -> String {
        translations[language] ?? translations[String(language.prefix { $0 != "-" })] ?? original
    }

    /// Whether the words are the same in the questionnaire's own language and in every language that both have.
    public func isSameWording(as other: TranslatedText) -> Bool {
        original == other.original
            && translations.allSatisfy { tag, words in other.translations[tag].map { $0 == words } ?? true }
    }

    /// All wordings, the original first, then by language tag.
    public var all: [String] {
        [original] + translations.sorted { $0.key < $1.key }.map(\.value)
    }
}

extension TranslatedText: ExpressibleByStringLiteral {
    /// A text in one language.
    public init(stringLiteral text: String) {
        self.init(text)
    }
}
