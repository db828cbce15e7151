/// The ordered answers of a rating, which of them are favorable, and the answers beside the scale.
public struct ResponseScale: Hashable, Sendable {
    /// One answer of a scale.
    public struct Point: Hashable, Sendable {
        /// The number the answer is coded with, from 0 to 250.
        public let code: UInt8
        /// The answer's words.
        public let label: TranslatedText
        /// How it counts for an item that isn't reversed.
        public let valence: Valence

        /// Creates a point.
        public init(code: UInt8, label: TranslatedText, valence: Valence) {
            self.code = code
            self.label = label
            self.valence = valence
        }
    }

    /// How an answer counts.
    public enum Valence: String, CaseIterable, Sendable {
        case favorable
        case neutral
        case unfavorable
    }

    /// An answer that is none of the scale's points: it is counted by itself and never scored.
    public struct NonSubstantive: Hashable, Sendable {
        /// The number that exports code it with, where they do.
        public let code: UInt8?
        /// The answer's words.
        public let label: TranslatedText
        /// What it means.
        public let kind: Kind

        /// What an answer beside the scale means.
        public enum Kind: String, CaseIterable, Sendable {
            case notApplicable = "not-applicable"
            case dontKnow = "dont-know"
        }

        /// Creates an answer beside the scale.
        public init(code: UInt8?, label: TranslatedText, kind: Kind) {
            self.code = code
            self.label = label
            self.kind = kind
        }
    }

    /// The answers in order, the lowest first; at least one.
    public let points: [Point]
    /// The answers beside the scale.
    public let nonSubstantive: [NonSubstantive]

    /// Creates a scale from its points, the lowest first.
    public init(points: [Point], nonSubstantive: [NonSubstantive] = []) {
        self.points = points
        self.nonSubstantive = nonSubstantive
    }

    /// Whether both offer the same answers, coded and counted in the same way; translations may be added.
    public func isComparable(with other: ResponseScale) -> Bool {
        points.count == other.points.count && nonSubstantive.count == other.nonSubstantive.count
            && zip(points, other.points).allSatisfy {
                $0.code == $1.code && $0.valence == $1.valence && $0.label.isSameWording(as: $1.label)
            }
            && zip(nonSubstantive, other.nonSubstantive).allSatisfy {
                $0.code == $1.code && $0.kind == $1.kind && $0.label.isSameWording(as: $1.label)
            }
    }

    /// Whether any answer is neither favorable nor unfavorable.
    public var hasNeutral: Bool { points.contains { $0.valence == .neutral } }

    /// How each point counts, in order; for a reversed item as the point that mirrors it on the scale.
    public func valences(isReversed: Bool) -> [Valence] {
        let valences = points.map(\.valence)
        return isReversed ? valences.reversed() : valences
    }

    /// The score of each point, in order: its code, or the code of the point that mirrors it where the favorable end would have
    /// the low codes otherwise, so that a higher score is always the more favorable one.
    public func scores(isReversed: Bool) -> [UInt8] {
        let codes = points.map(\.code)
        let isFavorableLow = points.first?.valence == .favorable
        return isReversed != isFavorableLow ? codes.reversed() : codes
    }
}
