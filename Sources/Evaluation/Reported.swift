/// A number on its way to a reader: given, or withheld so that nobody can be picked out, or not there at all.
///
/// Everything after disclosure control handles only these, so no template can come by a withheld number.
public enum Reported<Value: Sendable & Equatable>: Equatable, Sendable {
    case value(Value)
    /// Too few people stand behind it.
    case suppressed
    /// The group was not asked.
    case notAsked
    /// The group was asked, and nobody answered.
    case noAnswers

    /// The same with another value.
    public func map<Other>(_ transform: (Value) -> Other) -> Reported<Other> {
        switch self {
        case .value(let value): .value(transform(value))
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
