import Dates

/// The exact words and policy versions that a subscriber agreed to. They are known by their digest, so that nobody can change
/// them later.
public struct Notice: Hashable, Sendable {
    /// The language in which the form spoke (BCP 47).
    public let language: String
    /// The version of the privacy policy.
    public let privacyVersion: String
    /// The version of the terms of service.
    public let termsVersion: String
    /// The words.
    public let words: ConsentWords
    /// The SHA-256 of ``canonicalJSON``, in lower-case hexadecimal.
    public let digest: String
    /// What the digest is of: canonical JSON (RFC 8785) of all that was shown.
    public let canonicalJSON: [UInt8]

    /// Creates a notice.
    public init(language: String, privacyVersion: String, termsVersion: String, words: ConsentWords) {
        self.language = language
        self.privacyVersion = privacyVersion
        self.termsVersion = termsVersion
        self.words = words
        var writer = CanonicalJSON()
        writer.object { object in
            object.add("language", language)
            object.add("newsletter-words", words.newsletter)
            object.add("privacy-version", privacyVersion)
            object.add("privacy-words", words.privacy)
            object.add("terms-version", termsVersion)
            object.add("terms-words", words.terms)
        }
        canonicalJSON = writer.bytes
        digest = Digest.hex(of: writer.bytes)
    }

    /// Reads a notice as ``canonicalJSON`` writes it; nil for anything else.
    public init?(canonicalJSON bytes: [UInt8]) {
        let texts = bytes.withUnsafeBytes { bytes -> [String: String]? in
            guard var members = JSONMembers(bytes) else { return nil }
            var texts: [String: String] = [:]
            while let (key, value) = members.next() {
                texts[String(decoding: bytes.part(key), as: UTF8.self)] = bytes.text(value)
            }
            return members.isAtEnd ? texts : nil
        }
        guard let texts, let language = texts["language"], let privacyVersion = texts["privacy-version"],
            let termsVersion = texts["terms-version"], let privacy = texts["privacy-words"],
            let terms = texts["terms-words"], let newsletter = texts["newsletter-words"]
        else { return nil }
        self.init(
            language: language, privacyVersion: privacyVersion, termsVersion: termsVersion,
            words: ConsentWords(privacy: privacy, terms: terms, newsletter: newsletter))
        guard canonicalJSON == bytes else { return nil }
    }
}

/// The three statements of the sign-up form.
public struct ConsentWords: Hashable, Sendable {
    /// That the privacy policy was read.
    public let privacy: String
    /// That the terms are accepted.
    public let terms: String
    /// That the newsletter is wanted.
    public let newsletter: String

    /// Creates the words.
    public init(privacy: String, terms: String, newsletter: String) {
        self.privacy = privacy
        self.terms = terms
        self.newsletter = newsletter
    }
}

/// A notice as `notices.yaml` names it.
public struct NamedNotice: Hashable, Sendable {
    /// The name that the practice gave it.
    public let id: String
    /// The first day on which the form showed it.
    public let shownFrom: CalendarDate
    /// What was shown.
    public let notice: Notice

    /// Creates a named notice.
    public init(id: String, shownFrom: CalendarDate, notice: Notice) {
        self.id = id
        self.shownFrom = shownFrom
        self.notice = notice
    }
}
