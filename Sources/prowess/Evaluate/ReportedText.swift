import Evaluation

extension Reported {
    /// The value in words, or the mark that stands for why there is none.
    func words(_ told: (Value) -> String) -> String {
        switch self {
        case .value(let value): told(value)
        case .suppressed: "†"
        case .notAsked: "–"
        case .noAnswers: "no answers"
        }
    }
}
