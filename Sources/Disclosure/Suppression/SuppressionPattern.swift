/// Which cells of a ``SuppressionProblem`` are shown.
///
/// Primary and complementary cells must look the same to a reader. A mark that told them apart would tell that one is
/// 1…threshold−1.
public struct SuppressionPattern: Hashable, Sendable {
    /// What becomes of a cell.
    public enum Status: Hashable, Sendable {
        /// It is published.
        case shown
        /// It is hidden because it is small.
        case primary
        /// It is hidden because others could be found from it, or because it was not meant to be published.
        case complementary
    }

    /// What becomes of each cell, in the order of the problem.
    public let statuses: [Status]

    init(_ statuses: [Status]) { self.statuses = statuses }

    /// What becomes of the cell at an index of the problem.
    public subscript(cell: Int) -> Status { statuses[cell] }

    /// Whether the cell at an index of the problem is published.
    public func isShown(_ cell: Int) -> Bool { statuses[cell] == .shown }
}
