/// The random number under which the ledger keeps what happened to one person; it says nothing of who that is.
///
/// It has at most 53 bits, so that every reader of JSON keeps it exact (RFC 8259, 6).
public struct SubjectID: Hashable, Comparable, Sendable {
    /// From 1 to 2⁵³ − 1.
    public let number: Int64

    /// The largest number.
    public static let largest: Int64 = 1 << 53 - 1

    /// A subject by its number; nil outside 1 to 2⁵³ − 1.
    public init?(_ number: Int64) {
        guard (1...Self.largest).contains(number) else { return nil }
        self.number = number
    }

    /// A new subject.
    public static func random(using generator: inout some RandomNumberGenerator) -> SubjectID {
        SubjectID(drawn: Int64.random(in: 1...largest, using: &generator))
    }

    private init(drawn number: Int64) { self.number = number }

    /// Orders by number.
    public static func < (left: SubjectID, right: SubjectID) -> Bool { left.number < right.number }
}
