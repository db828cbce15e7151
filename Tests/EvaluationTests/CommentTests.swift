import Testing

@testable import Evaluation

@Suite("Comments")
struct CommentTests {
    private static let texts = (1...12).map {
        "Sentence number \(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"][$0 - 1])."
    }

    private func record(_ texts: [String], group: StakeholderGroup = .student) throws -> SchoolRecord {
        let responses = SurveyResponses(
            wave: "w1", group: group, respondentCount: 40, codes: [:], comments: ["words": texts])
        return try EvaluationSample.record(responses)
    }

    @Test("Nothing is printed that nobody approved, and approved comments in the words that were approved")
    func approval() throws {
        var record = try record(Self.texts)
        let listed = CommentSelection(record).listed
        #expect(listed.count == 12 && Set(listed.map(\.id)).count == 12)
        #expect(SchoolEvaluation(record).comments.isEmpty)
        record.approvedComments = [
            ApprovedComment(id: listed[3].id, text: "Shortened."), ApprovedComment(id: "c0", text: "Never written."),
        ]
        #expect(SchoolEvaluation(record).comments.map(\.text) == ["Shortened."])
    }

    @Test("The order tells nothing of who wrote what, and does not change with the order of answers")
    func order() throws {
        let listed = CommentSelection(try record(Self.texts)).listed
        #expect(listed.map(\.text) != Self.texts)
        #expect(CommentSelection(try record(Self.texts.reversed())).listed == listed)
    }

    @Test("Comments of fewer people than the rule asks for are not even listed")
    func few() throws {
        #expect(CommentSelection(try record(Array(Self.texts.prefix(9)))).listed.isEmpty)
        #expect(CommentSelection(try record(Array(Self.texts.prefix(5)), group: .teacher)).listed.count == 5)
        #expect(CommentSelection(try record(Array(Self.texts.prefix(4)), group: .teacher)).listed.isEmpty)
    }

    @Test("What could tell who wrote it is masked, also in what was approved")
    func masked() throws {
        let texts = Self.texts + ["Write to pat@example.org or call 555-010-4477, says Ms. Quimby."]
        var record = try record(texts)
        let listed = CommentSelection(record).listed
        #expect(
            !listed.contains {
                $0.text.contains("Quimby") || $0.text.contains("example.org") || $0.text.contains("4477")
            })
        record.approvedComments = [ApprovedComment(id: listed[0].id, text: "Ask Zebulon.")]
        record.namesToMask = ["Zebulon"]
        #expect(!SchoolEvaluation(record).comments.contains { $0.text.contains("Zebulon") })
    }
}
