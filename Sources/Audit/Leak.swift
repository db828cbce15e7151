/// Something that a reader can find out although it was to be hidden.
public struct Leak: Hashable, Sendable {
    /// What the reader finds.
    public enum Finding: Hashable, Sendable {
        /// The count itself.
        case exact(Int)
        /// An interval narrower than was demanded, both ends possible.
        case narrow(low: Int, high: Int)
        /// What was published contradicts itself, so that nothing can be said of what a reader would conclude.
        case contradiction
        /// The linear program could not be solved.
        case unsolved
    }

    /// The index of the variable.
    public let variable: Int
    /// Its name.
    public let name: String
    /// What the reader finds.
    public let finding: Finding
}
