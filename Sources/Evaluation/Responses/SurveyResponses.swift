/// All answers that one group gave in one wave, column by column.
///
/// No column tells who answered: addresses, names and places are dropped when an export is read.
public struct SurveyResponses: Sendable {
    /// The code of an answer that was not given.
    public static let missing: UInt8 = 255
    /// The code of "does not apply to me".
    public static let notApplicable: UInt8 = 254
    /// The code of "I don't know".
    public static let dontKnow: UInt8 = 253

    /// The wave's id.
    public let wave: String
    /// Who answered.
    public let group: StakeholderGroup
    /// The number of people who answered.
    public let respondentCount: Int
    /// The codes of ratings and single choices by item, one for each respondent.
    public let codes: [String: [UInt8]]
    /// The options chosen of multiple choices by item, one for each respondent: bit n is the option at place n of the
    /// item's list. Zero where nothing was chosen.
    public let selections: [String: [UInt64]]
    /// The comments by item, in the order of the export, empty ones left out.
    public let comments: [String: [String]]
    /// What became of the rows of the export.
    public let dispositions: CaseDispositions

    /// Creates responses.
    ///
    /// - Precondition: each column of codes and selections has one entry for each respondent.
    public init(
        wave: String, group: StakeholderGroup, respondentCount: Int, codes: [String: [UInt8]],
        selections: [String: [UInt64]] = [:], comments: [String: [String]] = [:],
        dispositions: CaseDispositions? = nil
    ) {
        precondition(codes.values.allSatisfy { $0.count == respondentCount }, "one code for each respondent")
        precondition(selections.values.allSatisfy { $0.count == respondentCount }, "one choice for each respondent")
        self.wave = wave
        self.group = group
        self.respondentCount = respondentCount
        self.codes = codes
        self.selections = selections
        self.comments = comments
        self.dispositions = dispositions ?? CaseDispositions(counted: respondentCount)
    }
}
