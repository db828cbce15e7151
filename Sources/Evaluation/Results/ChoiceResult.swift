/// What may be told of one group's answers to an item with options, in one wave.
public struct ChoiceResult: Equatable, Sendable {
    /// The wave's id.
    public let wave: String
    /// Who answered.
    public let group: ReportingGroup
    /// The item's id.
    public let item: String
    /// How many answered it.
    public let n: Reported<PublishedCount>
    /// How many chose each option, in the order of the item; all of them, or none.
    public let counts: Reported<[Int]>
}
