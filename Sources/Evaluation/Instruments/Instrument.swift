/// A questionnaire: its items, the domains they are scored in, and who is asked.
public struct Instrument: Hashable, Sendable {
    /// The file's name without its ending.
    public let slug: String
    /// The questionnaire's name.
    public let title: TranslatedText
    /// What the practice calls this edition of the questionnaire, for readers.
    public let version: String
    /// The domains, in the order of a booklet.
    public let domains: [Domain]
    /// Who is asked.
    public let groups: [StakeholderGroup]
    /// The questions, in the order of a booklet.
    public let items: [Item]

    /// Creates an instrument; whoever reads one checks that items name known domains and that ids are unique.
    public init(
        slug: String, title: TranslatedText, version: String, domains: [Domain], groups: [StakeholderGroup],
        items: [Item]
    ) {
        self.slug = slug
        self.title = title
        self.version = version
        self.domains = domains
        self.groups = groups
        self.items = items
    }

    /// The items that a group is asked, in order.
    public func items(for group: StakeholderGroup) -> [Item] {
        items.filter { $0.groups.contains(group) }
    }

    /// The items that are scored in a domain, in order: only ratings are.
    public func ratings(in domain: Domain) -> [Item] {
        items.filter { $0.domain == domain.id && $0.rating != nil }
    }

    /// Items that are scored together, such as trust or communication.
    public struct Domain: Hashable, Sendable {
        /// The name that items use.
        public let id: String
        /// The name that readers see.
        public let title: TranslatedText
        /// What the domain is about, in a sentence; nil where that is not said.
        public let summary: TranslatedText?

        /// Creates a domain.
        public init(id: String, title: TranslatedText, summary: TranslatedText? = nil) {
            self.id = id
            self.title = title
            self.summary = summary
        }
    }
}
