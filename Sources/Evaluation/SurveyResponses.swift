/// All answers that one group gave in one wave, one byte each.
public struct SurveyResponses: Sendable {
    /// The code of an answer that was not given.
    public static let missing: UInt8 = 255

    /// The wave's id.
    public let wave: String
    /// Who answered.
    public let group: StakeholderGroup
    /// The ids of the items, in the order of each respondent's answers.
    public let items: [String]
    /// The number of people who answered.
    public let respondentCount: Int
    private let answers: [UInt8]

    /// Creates responses.
    /// - Parameter answers: each respondent's codes in the order of `items`, one respondent after the other; its count is
    ///   a multiple of the number of items.
    public init(wave: String, group: StakeholderGroup, items: [String], respondentCount: Int, answers: [UInt8]) {
        precondition(answers.count == items.count * respondentCount, "one answer for each respondent and item")
        self.wave = wave
        self.group = group
        self.items = items
        self.respondentCount = respondentCount
        self.answers = answers
    }

    /// The answers to one item, missing ones left out; empty where the item was not asked.
    public func answers(to item: String) -> [UInt8] {
        guard let column = items.firstIndex(of: item) else { return [] }
        return stride(from: column, to: answers.count, by: items.count)
            .map { answers[$0] }
            .filter { $0 != Self.missing }
    }
}
