import Testing

@testable import Evaluation

@Suite("What earlier releases told")
struct ReleaseTests {
    private func record(_ answers: Int, after earlier: Int?, audience: String = "school") throws -> SchoolRecord {
        func record(_ answers: Int) throws -> SchoolRecord {
            try EvaluationSample.record(
                EvaluationSample.responses(["a": EvaluationSample.codes((5, 30), (1, answers - 30))]),
                EvaluationSample.responses(.teacher, ["a": EvaluationSample.codes((5, 12), (1, 12))]))
        }
        var record = try record(answers)
        if let earlier {
            let counts = SchoolEvaluation(try self.record(earlier, after: nil)).numbers.counts
            record.releases = [
                Release(date: try EvaluationSample.day("2025-02-01"), audience: audience, counts: counts)
            ]
        }
        return record
    }

    @Test(
        "A few late answers withhold their group, since the difference of two releases would tell of them",
        arguments: 61...69)
    func late(answers: Int) throws {
        let evaluation = SchoolEvaluation(try record(answers, after: 60, audience: "police"))
        #expect(try evaluation.number("survey.students.answered").status == .suppressed)
        #expect(try evaluation.number("a.students.favorable").status == .suppressed)
        #expect(evaluation.withheldByRelease == [.survey(wave: "w1", .stakeholders(.student))])
        #expect(try evaluation.number("a.teachers.favorable").isTold)
    }

    @Test("What a withheld group wrote is not printed: a new comment would be of one of the few")
    func comments() throws {
        let texts = (1...12).map { "They " + String(repeating: "really ", count: $0) + "listen." }
        func record(_ answers: Int) throws -> SchoolRecord {
            let codes: [String: [UInt8]] = ["a": EvaluationSample.codes((5, 30), (1, answers - 30))]
            var record = try EvaluationSample.record(
                SurveyResponses(
                    wave: "w1", group: .student, respondentCount: answers, codes: codes, comments: ["words": texts]))
            record.approvedComments = CommentSelection(record).listed.map { ApprovedComment(id: $0.id, text: $0.text) }
            return record
        }
        let first = SchoolEvaluation(try record(60))
        #expect(first.comments.count == 12)
        var later = try record(61)
        later.releases = [
            Release(date: try EvaluationSample.day("2025-02-01"), audience: "school", counts: first.numbers.counts)
        ]
        #expect(SchoolEvaluation(later).comments.isEmpty)
    }

    @Test("The same answers again, ten more, or a first release withhold nothing")
    func fine() throws {
        for (answers, earlier) in [(60, 60), (70, 60), (61, nil)] as [(Int, Int?)] {
            let evaluation = SchoolEvaluation(try record(answers, after: earlier))
            #expect(evaluation.withheldByRelease.isEmpty)
            #expect(try evaluation.value("survey.students.answered") == Double(answers))
        }
    }

    @Test("Officers that were told apart once are not folded into a group from which they could be taken again")
    func regrouped() throws {
        let leaders = [
            EvaluationSample.responses(.administrator, ["a": [5, 5, 5, 1, 1, 1]]),
            EvaluationSample.responses(.sro, ["a": [5, 5, 1]]),
        ]
        var record = try EvaluationSample.record()
        record.responses = leaders
        record.releases = [
            Release(
                date: try EvaluationSample.day("2025-02-01"), audience: "school",
                counts: ["survey.administrators.answered.w1": 6])
        ]
        #expect(try SchoolEvaluation(record).number("survey.leadership.answered").status == .suppressed)
        record.releases = []
        #expect(try SchoolEvaluation(record).value("survey.leadership.answered") == 9)
    }

    @Test("A count that was corrected by a few is withheld, and with it what would tell it")
    func corrected() throws {
        let period = try #require(SchoolYear("2024-2025"))
        func counts(_ all: Int, _ female: Int) -> [MeasureCount] {
            [
                MeasureCount(period: period, measure: .outOfSchoolSuspensions, count: all),
                MeasureCount(
                    period: period, measure: .outOfSchoolSuspensions, students: .init(sex: .female), count: female),
                MeasureCount(
                    period: period, measure: .outOfSchoolSuspensions, students: .init(sex: .male), count: all - female),
            ]
        }
        var record = SchoolRecord()
        record.measures = counts(60, 20)
        let first = SchoolEvaluation(record).numbers.counts
        record.releases = [Release(date: try EvaluationSample.day("2025-06-01"), audience: "district", counts: first)]
        record.measures = counts(62, 22)
        let table = SchoolEvaluation(record).measures
        #expect(table.rows.map { $0.years.first?.shown?.count } == [nil, nil, 40])
    }
}
