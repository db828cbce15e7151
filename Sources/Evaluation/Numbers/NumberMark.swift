/// The marks that stand in a table where there is no number, explained in its key.
public enum NumberMark {
    /// Withheld, so that nobody can be picked out.
    public static let withheld = "†"
    /// Not asked, or not counted.
    public static let none = "–"
    /// Asked, and nobody answered.
    public static let noAnswers = "no answers"
}

extension Reported {
    /// The value in words, or the mark that stands for why there is none.
    /// - Parameter withheld: what stands for a withheld value.
    public func words(withheld: String = NumberMark.withheld, _ told: (Value) -> String) -> String {
        switch self {
        case .value(let value): told(value)
        case .suppressed: withheld
        case .notAsked: NumberMark.none
        case .noAnswers: NumberMark.noAnswers
        }
    }
}
