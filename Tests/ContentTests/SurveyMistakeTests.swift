import Testing

@Suite("Mistakes in survey exports")
struct SurveyMistakeTests {
    let file = "schools/oak/surveys/baseline-student.csv"

    @Test("An answer that is not on the scale is told by row and field, with the scale, and never quoted")
    func offScale() throws {
        #expect(
            try ContentSample([file: "t1,t2\nYes,No\nYes,SECRET\n"]).text() == """
                Content/\(file):3:2: error: the answer in this field is not on the scale
                  hint: expected No, Partly, Yes
                """)
    }

    @Test("A thousand answers off the scale are twenty messages and a count")
    func manyOffScale() throws {
        let rows = String(repeating: "SECRET,SECRET\n", count: 500)
        let messages = try ContentSample([file: "t1,t2\n" + rows]).messages()
        #expect(messages.count == 21)
        #expect(messages.contains("Content/\(file): error: 980 more answers are not on the scale"))
    }

    @Test("An item without a column is told with the nearest column's number")
    func missingColumn() throws {
        try expectText(
            [file: "t1,I was sent out without reason\nYes,No\n"],
            contains: "Content/\(file): error: no column answers the item t2, \"I was \"sent out\" without a reason.\"",
            "column 2 is nearest", "Content/\(file):1:2: warning: this column matches no item and is not read")
    }

    @Test("Two columns of one item are told, since only one can count")
    func twoColumns() throws {
        try expectText([file: "t1,t2,T1\nYes,No,No\n"], contains: "\(file):1:3: error: two columns answer the item t1")
    }

    @Test("A short row and a quotation mark that is never closed are told by line")
    func brokenRows() throws {
        try expectText(
            [file: "t1,t2\nYes\n"], contains: "\(file):2:1: error: this row has 1 field where the header has 2")
        try expectText([file: "t1,t2\nYes,\"No\n"], contains: "\(file):2:2: error: a quotation mark in this row")
    }

    @Test("An empty file, and one with fewer header rows than its tool writes, are told as such")
    func tooShort() throws {
        try expectText([file: ""], contains: "\(file): error: a plain export begins with 1 header row")
        let school = ContentSample.school.replacing("format: plain", with: "format: qualtrics")
        try expectText(
            ["schools/oak/school.yaml": school, file: "Status,Q1\n"],
            contains: "a qualtrics export begins with 3 header rows")
    }

    @Test(
        "The wrong format is one message that names the format that the file looks like",
        arguments: SurveyFile.Format.allCases, SurveyFile.Format.allCases)
    func wrongFormat(declared: SurveyFile.Format, real: SurveyFile.Format) throws {
        // A plain table and one of Google Forms are read in the same way.
        let pair: Set = [declared, real]
        guard declared != real, pair != [.plain, .googleForms] else { return }
        let messages = try SurveyFile.sample(format: declared, SurveyFile.example(real)).messages()
        #expect(messages.count == 1)
        #expect(messages.first?.hasPrefix("Content/\(file):") == true)
        let looks = real == .googleForms && declared == .surveyMonkey ? "google-forms" : real.rawValue
        #expect(messages.first?.contains(looks) == true, "\(messages)")
    }

    @Test("A file of a wave or a group that does not exist is told with the nearest name")
    func names() throws {
        try expectText(
            ["schools/oak/surveys/baseline-studnet.csv": "t1,t2\n"],
            contains: "error: a survey file is named <wave>-<group>.csv", "\"baseline-student.csv\"?")
        try expectText(["schools/oak/surveys/spring.csv": "t1,t2\n"], contains: "named <wave>-<group>.csv")
        try expectText(["schools/oak/surveys/basline-student.csv": "t1,t2\n"], contains: "\"baseline-student.csv\"?")
    }

    @Test("A file of a wave that is not declared yet is not taken for another wave's")
    func undeclaredWave() throws {
        try expectText(
            ["schools/oak/surveys/midline1-student.csv": "t1,t2\n"],
            contains: "declare the wave in Content/schools/oak/school.yaml first")
    }

    @Test("A file of a group that the questionnaire does not ask would be lost, and is told")
    func groupNotAsked() throws {
        try expectText(
            ["schools/oak/surveys/baseline-parent.csv": "t1,t2\nYes,No\n"],
            contains: "baseline-parent.csv: error: the questionnaire climate does not ask the group \"parent\"")
    }

    @Test("More answers than people invited are told")
    func moreThanInvited() throws {
        let rows = String(repeating: "Yes,No\n", count: 41)
        try expectMessages(
            [file: "t1,t2\n" + rows], "Content/\(file): warning: more people answered than were invited")
    }

    @Test("No diagnostic holds an answer to a choice or a comment either")
    func noChoiceIsQuoted() throws {
        for marker in ["Hallwayy", "SECRET", "1-3 SECRET", "Other SECRET"] {
            for row in [
                "\(marker),Never,Office,x", "Yes,\(marker),Office,x", "Yes,Never,\"Office; \(marker)\",\(marker)",
                "Yes,Never,\(marker),\(marker),\(marker)", "\(marker),\(marker),\"\(marker),\(marker)",
            ] {
                let text = try SurveyFile.sample("r1,s1,m1,c1\n\(row)\n", instrument: SurveyFile.instrument).text()
                #expect(!text.contains(marker), "\(row)")
            }
        }
    }

    @Test("What is wrong in an answer is told beside what is wrong in another file")
    func withOthers() throws {
        let sample = try ContentSample([
            "schools/oak/plan.yaml": "gaols: []\n", file: "t1,t2,extra\nYes,SECRET,x\n",
        ])
        #expect(sample.messages().count == 3)
    }

    @Test(
        "No diagnostic ever holds an answer, whatever is wrong with the file",
        arguments: ["google-forms", "surveymonkey", "qualtrics", "plain"])
    func noAnswerIsQuoted(format: String) throws {
        // Each marker is close to what is looked for, so that a hint would take it if it looked among the answers.
        let markers = ["I trust the officer's wort", "t1x", "Statuss", "Yess", "SECRET"]
        let school = ContentSample.school.replacing("format: plain", with: "format: \(format)")
        for marker in markers {
            let exports = [
                "\(marker),\(marker)x\n\(marker),No\n", "Timestamp,Question\n2025,\(marker)\n",
                "t1,t2\n\(marker),\(marker)\nNo,\(marker)\n", "t1,t2\n\(marker)\n", "t1,t2\nYes,\"\(marker)\n",
                "t1,t2\nYes,\"\(marker)\"\(marker)\n", "a,b\nc,d\ne,f\n\(marker),\(marker)\n",
                "t1;t2\n\(marker),\(marker)\n",
                "Status,t1\n\(marker),\(marker)\n\(marker),\(marker)\n\(marker),\(marker)\n",
                "\(marker),t1,t2,\(marker)\nYes,No,\(marker),\(marker)\n", "t1,t1,\(marker)\nYes,\(marker),No\n",
                "Respondent ID,t1,t2,\(marker)\n,Response,\(marker),\(marker)\n\(marker),\(marker),2-Jan,\(marker)\n",
                "ResponseId,EndDate,t1,t2\n\(marker)E+1,\(marker),Yes,No\n\(marker)E+1,\(marker),\(marker),No\n",
                SurveyFile.example(.qualtrics) + "\(marker),\(marker),\(marker),\(marker)\n\(marker)\n",
                SurveyFile.example(.surveyMonkey) + "\(marker),\(marker),\(marker),\(marker)\n",
                SurveyFile.example(.googleForms) + "\(marker),\(marker),Other: \(marker)\n",
            ]
            for export in exports {
                let text = try ContentSample([file: export, "schools/oak/school.yaml": school]).text()
                #expect(!text.contains(marker), "\(export)")
            }
        }
    }
}
