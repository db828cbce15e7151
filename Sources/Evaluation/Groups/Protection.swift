/// How the counts of a group are protected.
struct Protection: Hashable, Sendable {
    /// The fewest people of whom anything is told; counts from 1 to one less are not told either.
    let threshold: Int

    /// Nothing is withheld: for the practice's own eyes, and for groups in which everybody agreed.
    static let none = Protection(threshold: 1)

    /// Everything is withheld.
    static let complete = Protection(threshold: .max)

    /// Whether anything is withheld or blurred at all.
    var isOn: Bool { threshold > 1 }

    /// Whether a count would point at people: it is not zero, and below the threshold.
    func isSmall(_ count: Int) -> Bool { (1..<max(1, threshold)).contains(count) }

    /// How many of everybody who took part may be told to have given a valid answer: their number, or where few gave none, a
    /// range that leaves open how few.
    func published(_ valid: Int, of respondents: Int) -> Reported<PublishedCount> {
        guard respondents > 0 else { return .noAnswers }
        guard !isSmall(respondents) else { return .suppressed }
        guard valid > 0 else { return .noAnswers }
        guard !isSmall(valid) else { return .suppressed }
        guard isSmall(respondents - valid) else { return .value(.exactly(valid)) }
        // Of fewer, a range told only where the valid answers are not few would leave less than the threshold's width open.
        guard respondents >= 2 * threshold - 1 else { return .suppressed }
        return .value(.between(max(1, respondents - threshold + 1), respondents - 1))
    }
}
