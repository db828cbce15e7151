import Evaluation
import Testing

@testable import Content

@Suite("Counts of groups of students")
struct StudentGroupTests {
    let place = "Content/schools/oak"

    func measures(_ rows: String...) -> [String: String?] {
        ["schools/oak/measures.csv": (["period,measure,students,count"] + rows).joined(separator: "\n") + "\n"]
    }

    @Test("A measure may be split by group, all students first")
    func groups() throws {
        let counts = try ContentSample(
            measures(
                "2024-2025,student-arrests,female+black,3", "2024-2025,student-arrests,,12",
                "2024-2025,student-arrests,male,9", "2023-2024,trainings,all,2")
        ).records().first?.measures
        #expect(counts?.map(\.students.name) == ["all", "male", "black+female", "all"])
        #expect(counts?.map(\.count) == [12, 9, 3, 2])
        #expect(counts?.allSatisfy { $0.source == .school } == true)
    }

    @Test(
        "A row that can't be right is told with its line",
        arguments: [
            (
                ["2024-2025,student-arrests,femal,1"], "2:27: error: there is no group of students \"femal\"",
                "\"female\"?"
            ),
            (
                ["2024-2025,student-arrests,blak+femal,1"], "2:27: error: there is no group of students \"blak+femal\"",
                "\"black+female\"?"
            ),
            (
                ["2024-2025,student-arrests,male+female,1"], "there is no group of students \"male+female\"",
                "known: all"
            ),
            (
                ["2024-2025,trainings,male,1"], "2:21: error: trainings are no events of students",
                "leave \"students\" empty"
            ),
            (
                ["2024-2025,student-arrests,,3", "2024-2025,student-arrests,male,4"],
                "3:32: error: student-arrests in 2024–2025 are more among male than among all students", "male,4"
            ),
            (
                ["2024-2025,student-arrests,male,3", "2024-2025,student-arrests,male,4"],
                "3:1: error: student-arrests in 2024–2025 among male is given twice, first on line 2", "male,4"
            ),
            (
                [
                    "2024-2025,student-arrests,,9", "2024-2025,student-arrests,black,5",
                    "2024-2025,student-arrests,white,6",
                ],
                "2:28: error: student-arrests in 2024–2025 are 9 among all but together more among black, white",
                "arrests,,9"
            ),
            (
                ["2024-2025,student-arrests,,12", "2024-2025,referrals-to-law-enforcement,,11"],
                "3:41: error: referrals-to-law-enforcement in 2024–2025 include student-arrests, which are more",
                "enforcement,,11"
            ),
            (["2024-2025,student-arrests,male,-1"], "\"-1\" is not a whole number, 0 or more", "male,-1"),
        ])
    func mistakes(rows: [String], message: String, more: String) throws {
        let table = (["period,measure,students,count"] + rows).joined(separator: "\n") + "\n"
        try expectText(["schools/oak/measures.csv": table], contains: message, more)
    }

    @Test("The same group in two years, and a year without enrollment, are fine")
    func years() throws {
        let sample = try ContentSample(
            measures("2023-2024,student-arrests,male,5", "2024-2025,student-arrests,male,4"))
        #expect(sample.text() == "")
    }

    @Test("Enrollment may be given by group")
    func enrollment() throws {
        func school(_ groups: String) -> [String: String?] {
            [
                "schools/oak/school.yaml": ContentSample.school
                    + "\nenrollment: [{year: 2024-2025, students: 900, groups: {\(groups)}}]\n"
            ]
        }
        let read = try ContentSample(school("female: 450, black+female: 0")).library().schools.first
        let year = try #require(read?.profile.enrollment.first)
        #expect(year.students(in: StudentGroup(sex: .female)) == 450)
        #expect(year.students(in: StudentGroup(race: .black, sex: .female)) == 0)
        #expect(year.students(in: StudentGroup(sex: .male)) == nil)
        try expectText(school("femal: 4"), contains: "there is no group of students \"femal\"", "\"female\"?")
        try expectText(school("female: 901"), contains: "this group has more students than the school")
        try expectText(school("female+black: 1, black+female: 2"), contains: "black+female is given twice")
        try expectText(school("female: -1"), contains: "\"female\" should be a whole number")
    }

    @Test("A school may ask for more answers than the practice, and its comments are read where they are approved")
    func schoolKeys() throws {
        let keys = "disclosure: {students-and-families: 15}\nsro-consents: true\nnames-to-mask: [Ana Diaz]\n"
        let comments = """
            comments:
              - {id: a, text: Good., approved: true, wave: baseline, group: student, item: t1}
              - {id: b, text: Bad., approved: false}
            """
        let school = try #require(
            try ContentSample([
                "schools/oak/school.yaml": keys + ContentSample.school, "schools/oak/comments.yaml": comments,
            ]).library().schools.first)
        #expect(school.record.rule == DisclosureRule(studentsAndFamilies: 15, staff: 5))
        #expect(school.record.consenting == [.sro] && school.record.namesToMask == ["Ana Diaz"])
        #expect(school.comments == [ApprovedComment(id: "a", text: "Good.")])
        // Nobody wrote it: an approval that goes nowhere is told.
        try expectText(
            ["schools/oak/comments.yaml": comments],
            contains: "\(place)/comments.yaml: warning: 1 of the approved comments is left out")
        for (key, least) in [("students-and-families", 5), ("staff", 3)] {
            try expectText(
                ["schools/oak/school.yaml": "disclosure: {\(key): \(least - 1)}\n" + ContentSample.school],
                contains: "\(place)/school.yaml:1:", "\"\(key)\" should be a whole number from \(least) to 10000")
        }
    }

    @Test(
        "Officers and administrators agree each for themselves, and an agreement is never assumed",
        arguments: [
            ("", []), ("sro-consents: true", [.sro]), ("administrator-consents: true", [.administrator]),
            ("administrator-consents: true\nsro-consents: true", [.administrator, .sro]),
            ("administrator-consents: false\nsro-consents: true", [.sro]),
        ] as [(String, Set<StakeholderGroup>)])
    func consent(keys: String, consenting: Set<StakeholderGroup>) throws {
        let file = ["schools/oak/school.yaml": keys + "\n" + ContentSample.school]
        let school = try #require(try ContentSample(file).library().schools.first)
        #expect(school.record.consenting == consenting)
        try expectText(
            ["schools/oak/school.yaml": "administrator-consents: perhaps\n" + ContentSample.school],
            contains: "\(place)/school.yaml:1:", "\"administrator-consents\"")
    }

    @Test("No diagnostic of comments.yaml quotes one, whatever is wrong with it")
    func commentsStayApart() throws {
        let texts = [
            "comments: [SECRET]", "comments: SECRET", "SECRET", "- SECRET",
            "comments: [{id: a, text: [SECRET], approved: true}]",
            "comments: [{id: a, text: b, approved: SECRET}]", "comments: [{id: a, SECRET: c}]", "SECRET: 1\nSECRET: 2",
            "comments: [{id: SECRET, text: a, approved: true}, {id: SECRET, text: a, approved: true}]",
            "comments:\n  - {id: a, text: \"SECRET}\n", "comments:\n\t- SECRET: *SECRET",
            "comments: [&SECRET a, *SECRET]",
        ]
        for text in texts {
            let log = try ContentSample(["schools/oak/comments.yaml": text]).text()
            #expect(log.contains("comments.yaml") && !log.contains("SECRET"), "\(log)")
        }
    }
}
