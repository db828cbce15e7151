/// A number of people as it may be told: itself, or the range that it is in.
public enum PublishedCount: Hashable, Sendable {
    case exactly(Int)
    /// Both ends included.
    case between(Int, Int)

    /// The smallest number that it can be.
    public var least: Int {
        switch self {
        case .exactly(let count): count
        case .between(let least, _): least
        }
    }

    /// The number itself, where it is told.
    public var exact: Int? {
        if case .exactly(let count) = self { count } else { nil }
    }
}
