/// A number on its way to a reader: given, or withheld so that nobody can be picked out, or not there at all.
///
/// Everything after disclosure control handles only these, so no template can come by a withheld number.
public enum Reported<Value: Sendable & Equatable>: Equatable, Sendable {
    case value(Value)
    /// Too few people stand behind it, or it would tell another number that is withheld.
    case suppressed
    /// The group was not asked, or nothing was counted.
    case notAsked
    /// The group was asked, and nobody answered.
    case noAnswers

    /// The same with another value.
    public func map<Other>(_ transform: (Value) -> Other) -> Reported<Other> {
        flatMap { .value(transform($0)) }
    }

    /// What another step makes of the value; what is not there stays as it is.
    public func flatMap<Other>(_ transform: (Value) -> Reported<Other>) -> Reported<Other> {
        switch self {
        case .value(let value): transform(value)
        case .suppressed: .suppressed
        case .notAsked: .notAsked
        case .noAnswers: .noAnswers
        }
    }

    /// The value, if it may be shown.
    public var shown: Value? {
        if case .value(let value) = self { value } else { nil }
    }
}
