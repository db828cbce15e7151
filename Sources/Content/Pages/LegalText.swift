import Consent
import Dates

/// What a policy or terms say beside their text.
public struct LegalText: Hashable, Sendable {
    /// The version in force.
    public let current: Version
    /// The versions before, the oldest first.
    public let earlier: [Version]

    /// One version of a policy.
    public struct Version: Hashable, Sendable {
        /// Its name, which consent records have.
        public let name: String
        /// The day from which it applies.
        public let effective: CalendarDate
        /// Whether it changed so much that people have to agree anew.
        public let isMaterial: Bool

        /// Creates a version.
        public init(name: String, effective: CalendarDate, isMaterial: Bool = false) {
            self.name = name
            self.effective = effective
            self.isMaterial = isMaterial
        }
    }

    /// Creates a text of its versions, the earlier ones in any order.
    public init(current: Version, earlier: [Version] = []) {
        self.current = current
        self.earlier = earlier.sorted { ($0.effective, $0.name) < ($1.effective, $1.name) }
    }

    /// The name of the version in force.
    public var version: String { current.name }
    /// The day from which it applies.
    public var effective: CalendarDate { current.effective }

    /// Where a version that somebody agreed to stands today. One that nothing lists counts as the oldest.
    public func standing(of version: String?) -> PolicyStanding {
        if version == current.name { return .current }
        let later = earlier.firstIndex { $0.name == version }.map { earlier[($0 + 1)...] } ?? earlier[...]
        return (later + [current]).contains(where: \.isMaterial) ? .outdated : .older
    }
}

/// Where a version of a policy that somebody agreed to stands today, the best first.
public enum PolicyStanding: Int, Hashable, Comparable, Sendable {
    /// It is in force.
    case current
    /// There is a newer one, which changed nothing that people have to agree to anew.
    case older
    /// A newer one changed so much that they have to agree anew.
    case outdated

    /// Orders from the best to the worst.
    public static func < (left: PolicyStanding, right: PolicyStanding) -> Bool { left.rawValue < right.rawValue }
}

/// The two policies that subscribers agree to.
public struct Policies: Hashable, Sendable {
    /// The privacy policy; nil where the site has none.
    public let privacy: LegalText?
    /// The terms of service; nil where the site has none.
    public let terms: LegalText?

    /// Creates policies.
    public init(privacy: LegalText? = nil, terms: LegalText? = nil) {
        self.privacy = privacy
        self.terms = terms
    }

    /// The policies among pages that are published.
    init(pages: [Page]) {
        func text(_ slug: String) -> LegalText? {
            for page in pages where page.collection == .legal && page.slug == slug {
                if case .legal(let text) = page.details { return text }
            }
            return nil
        }
        self.init(privacy: text("privacy-policy"), terms: text("terms-of-service"))
    }

    /// Where what somebody agreed to stands today: the worse of the two. Words that are not on record stand as the oldest.
    public func standing(of notice: Notice?) -> PolicyStanding {
        max(
            privacy?.standing(of: notice?.privacyVersion) ?? .current,
            terms?.standing(of: notice?.termsVersion) ?? .current)
    }
}

extension LegalText {
    /// Reads the versions from front matter; nil where a key that is needed was reported.
    init?(_ keys: YAMLMapping) {
        let name = keys.required("version", .text)
        let effective = keys.required("effective", .date)
        let isMaterial = keys.optional("material", .flag) ?? false
        let earlier = (keys.optional("earlier-versions", .mappings(distinct: "version")) ?? []).compactMap {
            Version($0, before: effective, of: name)
        }
        guard let name, let effective else { return nil }
        self.init(
            current: Version(name: name, effective: effective, isMaterial: isMaterial), earlier: earlier)
    }
}

extension LegalText.Version {
    fileprivate init?(_ keys: YAMLMapping, before current: CalendarDate?, of currentName: String?) {
        let name = keys.required("version", .text)
        let effective = keys.required("effective", .date)
        let isMaterial = keys.optional("material", .flag) ?? false
        keys.reportUnknownKeys()
        guard let name, let effective else { return nil }
        if name == currentName {
            keys.reader.report(keys.value(of: "version"), "this is the version in force, and no earlier one")
        } else if let current, effective >= current {
            keys.reader.report(
                keys.value(of: "effective"),
                "an earlier version is older than \(current.iso8601), when the present one began")
        }
        self.init(name: name, effective: effective, isMaterial: isMaterial)
    }
}
