import Evaluation
import Testing

@testable import Content

@Suite("Which rows of an export count")
struct DispositionTests {
    /// A questionnaire of ten ratings, the last reversed.
    static let ten =
        "title: T\nversion: 1\nscale: [{code: 1, label: \"No\"}, {code: 2, label: \"Yes\", favorable: true}]\n"
        + "domains: [{id: d, title: D}]\ngroups: [student]\nitems:\n"
        + (0..<10).map { "  - {id: q\($0), domain: d, text: Question \($0), reverse: \($0 == 9)}\n" }.joined()

    func dispositions(
        _ format: SurveyFile.Format, _ rows: [String], wave: String = "", instrument: String = ten,
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) throws -> CaseDispositions {
        try SurveyFile.responses(
            format: format, rows.joined(separator: "\n") + "\n", wave: wave, instrument: instrument,
            sourceLocation: sourceLocation
        ).dispositions
    }

    static let qualtricsHeader = [
        "EndDate,Status,Progress,Finished,ResponseId," + (0..<10).map { "q\($0)" }.joined(separator: ","),
        "End Date,Response Type,Progress,Finished,Response ID,"
            + (0..<10).map { "Question \($0)" }.joined(separator: ","),
        ["endDate", "status", "progress", "finished", "_recordId"].map { "\"{\"\"ImportId\"\":\"\"\($0)\"\"}\"" }
            .joined(separator: ",") + ","
            + (0..<10).map { "\"{\"\"ImportId\"\":\"\"QID\($0)\"\"}\"" }.joined(separator: ","),
    ]
    static let surveyMonkeyHeader = [
        "Respondent ID,Start Date," + (0..<10).map { "Question \($0)" }.joined(separator: ","),
        ",," + (0..<10).map { _ in "Response" }.joined(separator: ","),
    ]
    static let mixed = "Yes,No,Yes,No,Yes,No,Yes,No,Yes,No"
    static let straight = (0..<10).map { _ in "Yes" }.joined(separator: ",")

    @Test("Qualtrics: previews, breakoffs, blank rows and earlier rows of the same response are left out and counted")
    func qualtrics() throws {
        let rows = [
            "2025-01-06 09:00:00,Survey Preview,100,True,R_0,\(Self.mixed)",
            "2025-01-06 09:00:00,IP Address,100,True,R_1,\(Self.mixed)",
            "2025-01-06 09:00:00,IP Address,49,False,R_2,\(Self.mixed)",
            "2025-01-06 09:00:00,IP Address,50,False,R_3,\(Self.mixed)",
            "2025-01-06 09:00:00,IP Address,100,True,R_4,,,,,,,,,,",
            "2025-01-06 09:00:00,IP Address,100,True,R_1,\(Self.mixed)",
            "2025-01-06 09:00:00,IP Address,100,True,R_5,\(Self.mixed)",
        ]
        var expected = CaseDispositions(counted: 3)
        (expected.previews, expected.breakoffs, expected.duplicates, expected.blank) = (1, 1, 1, 1)
        #expect(try dispositions(.qualtrics, Self.qualtricsHeader + rows) == expected)
        expected.counted = 4
        expected.breakoffs = 0
        #expect(try dispositions(.qualtrics, Self.qualtricsHeader + rows, wave: "minimum-progress: 20") == expected)
    }

    @Test("SurveyMonkey tells no progress, so that the share of ratings answered stands for it")
    func surveyMonkey() throws {
        let rows = [
            "1,01/06/2025,Yes,No,Yes,No,Yes,,,,,", "2,01/06/2025,Yes,No,Yes,No,,,,,,",
            "3,01/06/2025,\(Self.mixed)",
        ]
        var expected = CaseDispositions(counted: 2)
        expected.breakoffs = 1
        #expect(try dispositions(.surveyMonkey, Self.surveyMonkeyHeader + rows) == expected)
    }

    @Test("Of a response that is there twice, the last row counts")
    func lastCounts() throws {
        let rows = [
            "1,01/06/2025,\(Self.mixed)", "2,01/06/2025,\(Self.mixed)", "1,01/06/2025,\(Self.straight)",
            "1,01/06/2025,,,,,,,,,,",
        ]
        let responses = try SurveyFile.responses(
            format: .surveyMonkey, (Self.surveyMonkeyHeader + rows).joined(separator: "\n"), instrument: Self.ten)
        #expect(responses.codes["q1"] == [1, 2])
        #expect(responses.dispositions.duplicates == 1 && responses.dispositions.blank == 1)
    }

    @Test(
        "Ids that a spreadsheet program rounded are not taken for ids",
        arguments: [
            ["1.14E+11", "1.14E+11", "1.14E+11"], ["114000000000", "114000000000", "114000000001"],
            ["7", "7", "7", "8"],
        ])
    func roundedIDs(ids: [String]) throws {
        let rows = Self.surveyMonkeyHeader + ids.map { "\($0),01/06/2025,\(Self.mixed)" }
        let sample = try SurveyFile.sample(
            format: .surveyMonkey, rows.joined(separator: "\n"), instrument: Self.ten)
        #expect(
            sample.messages() == [
                "Content/\(SurveyFile.path):1:1: warning: the ids of responses were rounded or repeat too often, so that none "
                    + "is taken for a duplicate"
            ])
        #expect(try sample.records().first?.responses.first?.respondentCount == ids.count)
    }

    @Test("One answer to ten ratings, a reversed one among them, is told, and left out only where the wave says so")
    func straightLiners() throws {
        let header = (0..<10).map { "q\($0)" }.joined(separator: ",")
        let nine = (0..<9).map { _ in "Yes" }.joined(separator: ",") + ","
        var expected = CaseDispositions(counted: 3)
        expected.straightLiners = 1
        #expect(try dispositions(.plain, [header, Self.straight, Self.mixed, nine]) == expected)
        expected.counted = 2
        expected.leavesOutStraightLiners = true
        #expect(
            try dispositions(.plain, [header, Self.straight, Self.mixed, nine], wave: "straight-liners: leave-out")
                == expected)
    }

    @Test(
        "Times of any shape are held against the wave, which is from January 6 to 31, 2025",
        arguments: [
            (["1/6/2025 9:00:00", "1/31/2025 23:59:59", "2/1/2025 0:00:00"], 1),
            (["2025/01/06 9:00:00 AM EST", "2025/01/05 9:00:00 AM EST", "2025/01/07 9:00 AM"], 1),
            (["06.01.2025 09:00", "31.01.2025 09:00", "01.02.2025 09:00"], 1),
            (["2025-01-06T09:00:00Z", "2024-12-31T09:00:00-05:00", "2025-01-08"], 1),
            // The fourteenth can be no month, so that 7/1 is January 7.
            (["14/1/2025 9:00", "7/1/2025 9:00", "1/7/2025 9:00"], 1),
            // Nothing but the wave tells that these are the days of January.
            (["6/1/2025 9:00", "7/1/2025 9:00", "8/1/2025 9:00"], 0),
            (["1/6/25 9:00", "1/7/25 9:00", "soon"], 0),
        ])
    func times(times: [String], outside: Int) throws {
        let header = "Timestamp," + (0..<10).map { "Question \($0)" }.joined(separator: ",")
        let rows = [header] + times.map { "\($0),\(Self.mixed)" }
        #expect(try dispositions(.googleForms, rows).outsideWave == outside)
    }

    @Test("Most responses outside the wave are the export of another wave, which is told")
    func otherWave() throws {
        let header = "Timestamp," + (0..<10).map { "Question \($0)" }.joined(separator: ",")
        let rows = [
            header, "5/6/2024 9:00,\(Self.mixed)", "5/7/2024 9:00,\(Self.mixed)", "1/7/2025 9:00,\(Self.mixed)",
        ]
        let sample = try SurveyFile.sample(
            format: .googleForms, rows.joined(separator: "\n"), instrument: Self.ten)
        #expect(
            sample.messages() == [
                "Content/\(SurveyFile.path): warning: 2 of 3 responses are dated outside the wave"
            ])
    }
}
