import Evaluation
import Testing

@Suite("What each tool makes of answers")
struct ExportDetailTests {
    static let missing = SurveyResponses.missing

    func read(
        _ format: SurveyFile.Format, _ export: String, wave: String = "",
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) throws -> SurveyResponses {
        try SurveyFile.responses(
            format: format, export, wave: wave, instrument: SurveyFile.instrument, sourceLocation: sourceLocation)
    }

    @Test("Google Forms: several choices in one cell, with semicolons or commas, whichever an option's own text holds")
    func googleForms() throws {
        let export = """
            Timestamp,I trust the officer.,How often do you talk?,Where did you meet?,Anything else?
            1/6/2025 9:00:00,Yes,1-2,"Office, front;Hallway",Good
            1/7/2025 9:00:00,I don't know,Never,"Hallway, Office, Office, front",
            1/8/2025 9:00:00,Does not apply,3-5,Office;at the gym," "

            """
        let responses = try read(.googleForms, export)
        #expect(responses.codes["r1"] == [3, SurveyResponses.dontKnow, SurveyResponses.notApplicable])
        #expect(responses.codes["s1"] == [1, 0, 2])
        #expect(responses.selections["m1"] == [0b0011, 0b0111, 0b1100])
        #expect(responses.comments["c1"] == ["Good"])
    }

    @Test("An answer typed beside the choices counts as the option for it, or as missing where it says so itself")
    func other() throws {
        let export =
            "r1,s1,m1,c1\nYes,Other: at home,\"Hallway, my own, words\",x\nYes,Never,Other (please specify),x\n"
        let responses = try read(.plain, export)
        #expect(responses.codes["s1"] == [Self.missing, 0])
        #expect(responses.selections["m1"] == [0b1001, 0b1000])
    }

    @Test("SurveyMonkey: a column for each option, and what was typed beside them")
    func surveyMonkey() throws {
        let export = """
            Respondent ID,Start Date,I trust the officer.,How often do you talk?,,Where did you meet?,,,,Anything else?
            ,,Response,Response,Other (please specify),Hallway,"Office, front",Office,Other (please specify),Open-Ended Response
            118,01/06/2025 9:00,Sí,Never,,Hallway,,Office,,Fine
            119,01/06/2025 9:00,En parte,,weekly,,"Office, front",,at a game,

            """
        let responses = try read(.surveyMonkey, export)
        #expect(responses.codes["r1"] == [3, 2])
        #expect(responses.codes["s1"] == [0, Self.missing])
        #expect(responses.selections["m1"] == [0b0101, 0b1010])
    }

    @Test("Qualtrics: numbers or words, options in one field or a column each, and -99 for a question only seen")
    func qualtrics() throws {
        func export(_ names: String, _ texts: String, _ rows: String) -> String {
            let ids = names.split(separator: ",").indices.map { "\"{\"\"ImportId\"\":\"\"QID\($0)\"\"}\"" }
            return "\(names)\n\(texts)\n\(ids.joined(separator: ","))\n\(rows)\n"
        }
        let joined = try read(
            .qualtrics,
            export(
                "Q1,Q2,Q3,Q3_4_TEXT,Q4",
                "I trust the officer.,How often do you talk?,Where did you meet? - Selected Choice,"
                    + "Where did you meet? - Other (please specify) - Text,Anything else?",
                "3,1,\"0,7\",,x\n-99,-99,-99,,-99\n9,2,3,gym,y"))
        #expect(joined.codes["r1"] == [3, SurveyResponses.notApplicable])
        #expect(joined.codes["s1"] == [1, 2])
        #expect(joined.selections["m1"] == [0b0011, 0b1000])
        #expect(joined.dispositions.blank == 1)
        let split = try read(
            .qualtrics,
            export(
                "Q1,Q2,Q3_1,Q3_7,Q3_3,Q3_4,Q4",
                "Rate: - I trust the officer.,How often do you talk?,Where did you meet? - Selected Choice - Hallway,"
                    + "\"Where did you meet? - Selected Choice - Office, front\","
                    + "Where did you meet? - Selected Choice - Office,"
                    + "Where did you meet? - Selected Choice - Other (please specify),Anything else?",
                "Yes,Never,Hallway,,1,,x\nNo,3-5,,\"Office, front\",,,"))
        #expect(split.codes["r1"] == [3, 1])
        #expect(split.selections["m1"] == [0b0101, 0b0010])
    }

    @Test(
        "A range that a spreadsheet program took for a date is read as the range where only one fits",
        arguments: [
            ("2-Jan", 1), ("Jan-02", 1), ("02/01/2025", 1), ("1/2/2025", 1), ("2025-01-02", 1), ("1-Feb", 1),
            ("5-Mar", 2), ("10-Jun", 3), ("3–5", 2),
        ])
    func damagedRange(text: String, code: UInt8) throws {
        let responses = try read(.plain, "r1,s1,m1,c1\nYes,\(text),Office,x\n")
        #expect(responses.codes["s1"] == [code])
    }

    @Test("Another date is told to be one, and not quoted", arguments: ["3-Jan", "7/8/2025"])
    func damaged(text: String) throws {
        let sample = try SurveyFile.sample(
            "r1,s1,m1,c1\nYes,\(text),Office,x\n", instrument: SurveyFile.instrument)
        #expect(
            sample.text() == """
                Content/\(SurveyFile.path):2:2: error: the answer in this field is not on the scale
                  hint: a spreadsheet program has made a date of it: export the file again and don't open it in one
                """)
    }

    @Test("An answer near a label is told with that label")
    func near() throws {
        let sample = try SurveyFile.sample("t1,t2\nPartyl,No\n")
        #expect(sample.text().hasSuffix("hint: expected No, Partly, Yes; nearest is \"Partly\""))
        #expect(!sample.text().contains("Partyl\""))
    }

    @Test("A choice that reads as a number is found by its words before any by its place")
    func numbers() throws {
        let instrument = SurveyFile.instrument.replacing(
            "choices: [Never, 1-2, \"3-5\", \"6-10\"]", with: "choices: [1, 2, 3]")
        let responses = try SurveyFile.responses("r1,s1,m1,c1\n,1,,\n,3,,\n,2,,\n", instrument: instrument)
        #expect(responses.codes["s1"] == [0, 2, 1])
    }

    @Test("One respondent is a respondent, and so is one who only wrote something")
    func few() throws {
        #expect(try read(.plain, "r1,s1,m1,c1\nYes,,,\n").respondentCount == 1)
        let words = try read(.plain, "r1,s1,m1,c1\n,,,Only this\n")
        #expect(words.respondentCount == 1 && words.comments["c1"] == ["Only this"])
    }
}
