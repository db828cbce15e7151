/// A school year, named by its two calendar years.
public struct SchoolYear: Hashable, Comparable, Sendable {
    /// The calendar year it begins in.
    public let start: Int

    /// Reads `2024-2025`; nil where the second year does not follow the first.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2,
            parts.allSatisfy({ $0.utf8.count == 4 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let start = Int(parts[0]), let end = Int(parts[1]), end == start + 1
        else { return nil }
        self.start = start
    }

    /// The school year as data files write it, such as `2024-2025`.
    public var name: String { "\(start)-\(start + 1)" }

    /// The school year in words, with an en dash.
    public var title: String { "\(start)–\(start + 1)" }

    /// Orders by time.
    public static func < (left: SchoolYear, right: SchoolYear) -> Bool { left.start < right.start }
}
