import Evaluation
import Testing

@testable import Content

@Suite("Survey exports")
struct SurveyExportTests {
    static let first = "I trust the officer's word."
    static let second = "I was \"sent out\" without a reason."
    static let quotedSecond = "\"I was \"\"sent out\"\" without a reason.\""

    /// The answers that were read, by item.
    func answers(_ bytes: [UInt8], format: String) throws -> [[UInt8]] {
        let school = ContentSample.school.replacing("format: plain", with: "format: \(format)")
        let sample = try ContentSample(["schools/oak/school.yaml": school])
        try sample.folder.write("Content/schools/oak/surveys/baseline-student.csv", bytes: bytes)
        #expect(sample.text() == "")
        let responses = try #require(try sample.records().first?.responses.first)
        return ["t1", "t2"].map { item in
            (responses.codes[item] ?? []).filter { $0 != SurveyResponses.missing }
        }
    }

    @Test("Google Forms: a time and the full question, or a grid's row in brackets")
    func googleForms() throws {
        let plain = "Timestamp,\(Self.first),\(Self.quotedSecond)\n1/6/2025 9:00:00,Yes,No\n1/6/2025 9:01:00,,Partly\n"
        #expect(try answers(Array(plain.utf8), format: "google-forms") == [[3], [1, 2]])
        let grid = "Timestamp,\(Self.quotedSecond),Please rate [\(Self.first)]\n1/6/2025,No,Yes\n"
        #expect(try answers(Array(grid.utf8), format: "google-forms") == [[3], [1]])
    }

    @Test("SurveyMonkey: two header rows, of a question and its part or of a single question")
    func surveyMonkey() throws {
        let export = """
            Respondent ID,Collector ID,Please rate:,,IP Address
            ,,\(Self.first),\(Self.quotedSecond),
            1,7,Yes,No,192.0.2.1
            2,7,Partly,,192.0.2.2
            """
        #expect(try answers(Array(export.utf8), format: "surveymonkey") == [[3, 2], [1]])
        let single = "Respondent ID,\(Self.first),\(Self.quotedSecond)\n,Response,Response\n1,Yes,No\n"
        #expect(try answers(Array(single.utf8), format: "surveymonkey") == [[3], [1]])
    }

    @Test("Qualtrics: three header rows; previews, tests, spam and unfinished answers don't count")
    func qualtrics() throws {
        let header = """
            Status,Progress,Finished,Q1_1,Q1_2
            Response Type,Progress,Finished,Please rate: - \(Self.first),"Please rate: - I was ""sent out"" without a reason."
            "{""ImportId"":""status""}","{""ImportId"":""progress""}","{""ImportId"":""finished""}","{""ImportId"":""QID1_1""}","{""ImportId"":""QID1_2""}"

            """
        let words =
            "IP Address,100,True,Yes,No\nSurvey Preview,100,True,No,No\nIP Address,49,False,No,No\nSpam,100,True,No,No\n"
        #expect(try answers(Array((header + words).utf8), format: "qualtrics") == [[3], [1]])
        let numbers = [
            "0,100,1,3,1", "1,100,1,1,1", "2,100,1,1,1", "4,100,1,2,2", "8,100,1,1,1", "9,100,1,1,1", "16,100,1,3,3",
            "17,100,1,1,1", "0,20,0,1,1",
        ]
        #expect(
            try answers(Array((header + numbers.joined(separator: "\n")).utf8), format: "qualtrics")
                == [[3, 2, 3], [1, 2, 3]])
    }

    @Test("Plain: item ids or question texts, labels or codes, in any order and case")
    func plain() throws {
        #expect(try answers(Array("T2,t1\n 1 ,YES\n2,partly\n".utf8), format: "plain") == [[3, 2], [1, 2]])
    }

    @Test("Semicolons, tabs, Windows line ends and a byte order mark are read", arguments: [";", "\t"])
    func separators(separator: String) throws {
        let export = "\u{FEFF}t1,t2\r\nYes,No\r\n\r\n".replacing(",", with: separator)
        #expect(try answers(Array(export.utf8), format: "plain") == [[3], [1]])
    }

    @Test("Curly quotation marks, entities, doubled and trailing blanks are no other question")
    func typography() throws {
        let export =
            "I  trust the officer\u{2019}s word. ,I was \u{201C}sent out\u{201D}\u{A0}without a reason.\nYes,No\n"
        #expect(try answers(Array(export.utf8), format: "plain") == [[3], [1]])
        let entities = "I trust the officer&#39;s word.,I was &quot;sent out&quot; without a reason.\nYes,No\n"
        #expect(try answers(Array(entities.utf8), format: "plain") == [[3], [1]])
    }

    @Test("Exports in Windows-1252 and UTF-16 are read")
    func encodings() throws {
        let windows = Array("I trust the officer".utf8) + [0x92] + Array("s word.,t2\nYes,No\n".utf8)
        #expect(try answers(windows, format: "plain") == [[3], [1]])
        let utf16: [UInt8] = "\u{FEFF}t1\tt2\r\nYes\tNo\r\n".utf16.flatMap { unit -> [UInt8] in
            [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        }
        #expect(try answers(utf16, format: "plain") == [[3], [1]])
    }

    @Test("A wave that nobody answered is a wave all the same, and an empty row is nobody")
    func headerOnly() throws {
        for export in ["t1,t2\n", "t1,t2", "t1,t2\n,\n", "t1,t2\n\" \",\"\"\n"] {
            let sample = try ContentSample(["schools/oak/surveys/baseline-student.csv": export])
            #expect(sample.text() == "")
            #expect(try sample.records().first?.responses.map(\.respondentCount) == [0])
        }
    }
}
