/// A questionnaire: its items, the domains they are scored in, and the scale they are answered on.
public struct Instrument: Hashable, Sendable {
    /// The file's name without its ending.
    public let slug: String
    /// The questionnaire's name.
    public let title: String
    /// Waves are compared only within one version.
    public let version: String
    /// The answers every item offers.
    public let scale: ResponseScale
    /// The domains, in the order of a booklet.
    public let domains: [Domain]
    /// Who is asked.
    public let groups: [StakeholderGroup]
    /// The questions, in the order of a booklet.
    public let items: [Item]

    /// Creates an instrument; whoever reads one checks that items name known domains and that ids are unique.
    public init(
        slug: String, title: String, version: String, scale: ResponseScale, domains: [Domain],
        groups: [StakeholderGroup], items: [Item]
    ) {
        self.slug = slug
        self.title = title
        self.version = version
        self.scale = scale
        self.domains = domains
        self.groups = groups
        self.items = items
    }

    /// Items that are scored together, such as trust or communication.
    public struct Domain: Hashable, Sendable {
        /// The name that items use.
        public let id: String
        /// The name that readers see.
        public let title: String
        /// What the domain is about, in a sentence.
        public let summary: String

        /// Creates a domain.
        public init(id: String, title: String, summary: String) {
            self.id = id
            self.title = title
            self.summary = summary
        }
    }

    /// One question.
    public struct Item: Hashable, Sendable {
        /// The name that plain exports use as a column header.
        public let id: String
        /// The id of the domain the item belongs to.
        public let domain: String
        /// The full question.
        public let text: String
        /// Whether agreement is unfavorable.
        public let isReversed: Bool
        /// The groups that are asked this item.
        public let groups: [StakeholderGroup]

        /// Creates an item.
        public init(id: String, domain: String, text: String, isReversed: Bool, groups: [StakeholderGroup]) {
            self.id = id
            self.domain = domain
            self.text = text
            self.isReversed = isReversed
            self.groups = groups
        }
    }
}

/// The ordered answers of a rating item, and which of them are favorable.
public struct ResponseScale: Hashable, Sendable {
    /// One answer of a scale.
    public struct Point: Hashable, Sendable {
        /// The number the answer is coded with, from 0 to 250.
        public let code: UInt8
        /// The answer's words.
        public let label: String
        /// Whether choosing it counts as favorable.
        public let isFavorable: Bool

        /// Creates a point.
        public init(code: UInt8, label: String, isFavorable: Bool) {
            self.code = code
            self.label = label
            self.isFavorable = isFavorable
        }
    }

    /// The answers in order, the lowest first.
    public let points: [Point]

    /// Creates a scale from its points, the lowest first.
    public init(points: [Point]) {
        self.points = points
    }

    /// The codes that count as favorable; for a reversed item those that mirror them on the scale.
    public func favorableCodes(isReversed: Bool) -> Set<UInt8> {
        let favorable = points.indices.filter { points[$0].isFavorable }
        return Set(favorable.map { points[isReversed ? points.count - 1 - $0 : $0].code })
    }
}
