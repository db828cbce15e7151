/// A share in percent as it may be told.
public enum PublishedPercent: Hashable, Sendable {
    /// Follows from a published count: 100 · count / n.
    case exactly(count: Int, of: Int)
    /// Rounded to a multiple of `step`, half up, since the number of answers may not be told.
    case rounded(Int, step: Int)
    /// Not more than so many percent.
    case atMost(Int)
    /// Not less than so many percent.
    case atLeast(Int)

    /// The percentage, from 0 to 100; of a bound the bound.
    public var value: Double {
        switch self {
        case .exactly(let count, let n): 100 * Double(count) / Double(n)
        case .rounded(let percent, _), .atMost(let percent), .atLeast(let percent): Double(percent)
        }
    }

    /// The percentage rounded half up to a whole number.
    public var rounded: Int {
        switch self {
        case .exactly(let count, let n): (200 * count + n) / (2 * n)
        case .rounded(let percent, _), .atMost(let percent), .atLeast(let percent): percent
        }
    }

    /// Whether it is only a bound.
    public var isBound: Bool {
        switch self {
        case .exactly, .rounded: false
        case .atMost, .atLeast: true
        }
    }

    /// The percentage as readers see it: `68 %`, `about 70 %`, `at most 8 %`.
    public var text: String {
        switch self {
        case .exactly: "\(rounded) %"
        case .rounded(let percent, let step): step == 1 ? "\(percent) %" : "about \(percent) %"
        case .atMost(let percent): "at most \(percent) %"
        case .atLeast(let percent): "at least \(percent) %"
        }
    }
}
