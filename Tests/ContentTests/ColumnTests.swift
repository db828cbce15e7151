import Evaluation
import Testing

@testable import Content

@Suite("Columns of survey exports")
struct ColumnTests {
    let file = SurveyFile.path

    @Test(
        "An item's text is found in any language and typography",
        arguments: [
            "I trust the officer.", "I TRUST  the officer.", "I trust the officer. *", "Confío en el oficial.",
            "Conf&iacute;o en el oficial.:", "I&#32;trust&#x20;the&nbsp;officer.", " i trust the officer.", "r1", "R1",
        ])
    func texts(header: String) throws {
        let responses = try SurveyFile.responses(
            "\(header),s1,m1,c1\nYes,,,\n", instrument: SurveyFile.instrument)
        #expect(responses.codes["r1"] == [3])
    }

    @Test("The wave may name a column by its header, and others that are not read")
    func named() throws {
        let responses = try SurveyFile.responses(
            "Do you trust?,t2,Bus line,t1\nYes,No,7,No\n",
            wave: "columns: {t1: \"Do you trust?\"}, ignore-columns: [Bus line, t1]")
        #expect(responses.codes["t1"] == [3])
    }

    @Test("Of two grids with a row in common, the question before the row tells")
    func grids() throws {
        let export = """
            Respondent ID,This year:,,Last year:,
            ,Word,Out,Word,Out
            118,Yes,No,No,No

            """
        let responses = try SurveyFile.responses(
            format: .surveyMonkey, export,
            wave: "columns: {t1: \"This year: - Word\", t2: \"This year: - Out\"}, "
                + "ignore-columns: [\"Last year: - Word\", \"Last year: - Out\"]")
        #expect(responses.codes == ["t1": [3], "t2": [1]])
    }

    @Test("A name for a column that is not there, and one for an item that is not, are told")
    func misnamed() throws {
        let missing = try SurveyFile.sample("t1,t2\nYes,No\n", wave: "columns: {t1: Nothing}").text()
        #expect(missing.contains("this file has no column by the header that \"columns\" in school.yaml names for t1"))
        let item = try SurveyFile.sample("t1,t2\nYes,No\n", wave: "columns: {t3: t1}").text()
        #expect(item.contains("there is no item \"t3\" in the questionnaire climate"))
    }

    @Test(
        "A column that tells who answered is neither read nor missed",
        arguments: [
            "Email", "E-mail address", "Your name", "Name (optional)", "Student ID", "IP address", "IPAddress",
            "LocationLatitude", "First Name", "RecipientEmail", "External Reference", "Custom Data 1",
            "What is your name?",
        ])
    func identity(header: String) throws {
        let responses = try SurveyFile.responses("\(header),t1,t2\nAna,Yes,No\n")
        #expect(Set(responses.codes.keys) == ["t1", "t2"])
    }

    @Test("An item that reads like such a column is told in the questionnaire")
    func identityItem() throws {
        let instrument = ContentSample.instrument.replacing("I trust the officer's word.", with: "Your name")
        try expectText(
            ["instruments/climate.yaml": instrument],
            contains: "climate.yaml:11:", "a column by this name tells who answered and is never read")
    }

    @Test("One column for two items, and two for one, are errors")
    func twice() throws {
        let instrument = ContentSample.instrument.replacing(
            "I was \\\"sent out\\\" without a reason.", with: "I trust the officer's word"
        )
        .replacing("the officer's word.", with: "the officer's word")
        #expect(
            try SurveyFile.sample("I trust the officer's word\nYes\n", instrument: instrument).messages() == [
                "Content/\(file):1:1: error: this column answers two items, t1 and t2"
            ])
        #expect(
            try SurveyFile.sample("t1,I trust the officer's word.,t2\nYes,No,No\n").messages() == [
                "Content/\(file):1:2: error: two columns answer the item t1"
            ])
    }

    @Test("An option without a column and a column without an option are told")
    func options() throws {
        let export = """
            Respondent ID,I trust the officer.,How often do you talk?,Where did you meet?,,Anything else?
            ,Response,Response,Hallway,Gym,Open-Ended Response
            118,Yes,Never,Hallway,,

            """
        let messages = try SurveyFile.sample(
            format: .surveyMonkey, export, instrument: SurveyFile.instrument
        ).messages()
        #expect(messages.count == 3, "\(messages)")
        #expect(
            messages.contains { $0.hasSuffix(":1:5: error: this column is of the item m1, and of none of its choices") }
        )
        #expect(messages.contains { $0.hasSuffix("no column answers choice 2 of the item m1, \"Office, front\"") })
    }

    @Test("Of 100,000 columns that match nothing, some are told and the others counted")
    func many() throws {
        let header = (0..<100_000).map { "question \($0)" }.joined(separator: ",")
        let messages = try SurveyFile.sample("t1,t2,\(header)\n").messages()
        #expect(messages.count == 21)
        #expect(messages.contains("Content/\(file): warning: 99980 more columns match no item and are not read"))
        #expect(try SurveyFile.sample("\(header)\n").messages().count == 23)
    }

    @Test("A group that nobody invited, and a wave without rows")
    func groups() throws {
        let school = ContentSample.school.replacing("{student: 40}", with: "{student: 0}")
        try expectMessages(
            ["schools/oak/school.yaml": school], "Content/\(file): warning: more people answered than were invited")
        let records = try ContentSample([
            file: "t1,t2\n", "schools/oak/surveys/baseline-teacher.csv": "t1,t2\nYes,No\n",
        ]).records()
        #expect(records.first?.responses.map(\.respondentCount) == [0, 1])
    }

    @Test("A wave may use an edition of the questionnaire of its own")
    func edition() throws {
        let second = ContentSample.instrument.replacing("version: \"1\"", with: "version: \"2\"").replacing(
            "id: t1", with: "id: u1")
        let school = ContentSample.school.replacing("title: Baseline", with: "title: Baseline, instrument: second")
        let read = try ContentSample([
            "instruments/second.yaml": second, "schools/oak/school.yaml": school, file: "u1,t2\nYes,No\n",
        ]).records().first
        #expect(read?.waves.map(\.instrument.version) == ["2"])
        #expect(read?.responses.first?.codes["u1"] == [3])
    }
}
