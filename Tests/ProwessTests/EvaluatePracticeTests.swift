import Foundation
import TestSupport
import Testing

@Suite("prowess evaluate, in a practice's folder")
struct EvaluatePracticeTests {
    private static let survey = "schools/oak/surveys/w1-student.csv"

    /// So many answers, the first of them with comments, each of six given twice.
    private static func answers(_ count: Int, comments: Int = 0) -> String {
        let words = ["loud", "calm", "cold", "fair", "far", "new"]
        return (0..<count).map { place in
            let comment = place < comments ? "\"Say \"\"\(words[place % words.count])\"\": yes\"" : ""
            return "\(place.isMultiple(of: 3) ? 1 : 2),\(comment)\n"
        }.joined()
    }

    private static let files = [
        "instruments/short.yaml": """
        title: Short
        version: "1"
        scale: [{code: 1, label: "No"}, {code: 2, label: "Yes", favorable: true}]
        domains: [{id: d, title: Trust}]
        groups: [student, teacher]
        items:
          - {id: q1, domain: d, text: Fair?}
          - {id: say, kind: comment, text: What else?}

        """,
        "schools/oak/school.yaml": """
        name: Oak
        district: D
        city: C
        state: OH
        level: high
        grades: 9-12
        instrument: short
        waves:
          - {id: w1, title: Baseline, from: 2025-10-01, to: 2025-10-10, format: plain, invited: {student: 90, teacher: 40}}

        """,
        survey: "q1,say\n" + answers(60, comments: 12),
        "schools/oak/surveys/w1-teacher.csv": "q1,say\n" + answers(30),
    ]

    private let practice: Practice

    init() throws { practice = try Practice(Self.files) }

    private func evaluate(_ arguments: String...) throws -> CommandLineTool.Run {
        try CommandLineTool.run(
            ["evaluate"] + arguments + ["--date", "2026-06-01"], in: practice.folder.path)
    }

    @Test("Nothing internal is written into the site, however the file is reached")
    func intoTheSite() throws {
        let folder = practice.folder
        try folder.write("Output/Site/numbers.csv", "")
        try folder.link("Public", to: "Output")
        for (target, output) in [
            ("Output/Site/numbers.csv", "Output"), ("Public/Site/numbers.csv", "Output"),
            ("Output/Site/numbers.csv", "Public"),
        ] {
            let files = try TemporaryFolder(["in": "", "err": ""])
            try files.link("out", to: folder.path + "/" + target)
            let process = try CommandLineTool.start(
                ["evaluate", "oak", "--internal", "--output", output], in: folder.path, files: files)
            process.waitUntilExit()
            #expect(process.terminationStatus == 64)
            #expect(files.text("err")?.contains("part of the site") == true)
            #expect(folder.text("Output/Site/numbers.csv") == "")
        }
        // What may be told may be written there, and what is internal elsewhere.
        try folder.write("Output/Booklets/numbers.csv", "")
        for (target, arguments) in [("Site", []), ("Booklets", ["--internal"])] {
            let files = try TemporaryFolder(["in": "", "err": ""])
            try files.link("out", to: folder.path + "/Output/\(target)/numbers.csv")
            let process = try CommandLineTool.start(["evaluate", "oak"] + arguments, in: folder.path, files: files)
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
            #expect(folder.text("Output/\(target)/numbers.csv")?.hasPrefix("Oak\n") == true)
        }
    }

    @Test("A mistake in a newsletter or a page keeps no school's numbers back")
    func otherMistakes() throws {
        try practice.folder.write("Content/newsletters/2026-01.md", "no front matter\n")
        try practice.folder.write("Content/pages/odd.md", "---\ntitel: Odd\n---\n[gone](gone.md)\n")
        let run = try evaluate("oak")
        #expect(run.status == 0 && run.errors == "")
        #expect(run.output.contains("Who took part"))
        #expect(try evaluate("oak", "--release", "").status == 64)
    }

    @Test("Comments are printed, each once, as a comments.yaml that reads back, and those approved in it are told")
    func comments() throws {
        let listed = try evaluate("oak", "--comments")
        #expect(listed.status == 0 && listed.errors == "")
        #expect(listed.output.ranges(of: "approved:\n").count == 6)
        let approved = listed.output.replacing("approved:\n", with: "approved: true\n", maxReplacements: 1)
            .replacing("approved:\n", with: "approved: false\n", maxReplacements: 1)
        try practice.folder.write("Content/schools/oak/comments.yaml", approved)
        let text = try evaluate("oak")
        #expect(text.status == 0 && text.errors == "")
        #expect(text.output.ranges(of: "Say \"").count == 1)
        // What was approved stays so when the list is printed anew, in the words that were approved.
        #expect(try evaluate("oak", "--comments").output == approved)
        let edited = approved.replacing(
            /approved: true\n    text: ".*"\n/, with: "approved: true\n    text: \"Shortened.\"\n")
        try practice.folder.write("Content/schools/oak/comments.yaml", edited)
        #expect(try evaluate("oak", "--comments").output == edited && edited.contains("Shortened."))
    }

    @Test("A release is noted once, for the practice alone, and holds back numbers that would differ from it by a few")
    func release() throws {
        let ledger = "Content/schools/oak/releases.csv"
        let first = try evaluate("oak", "--release", "school")
        #expect(first.status == 0 && first.output.contains(": noted: "))
        let noted = try #require(practice.folder.text(ledger)).replacing("\r\n", with: "\n")
        #expect(noted.hasPrefix("date,audience,name,count\n2026-06-01,school,"))
        #expect(noted.contains("2026-06-01,school,survey.students.answered.w1,60\n"))
        let attributes = try FileManager.default.attributesOfItem(atPath: practice.folder.path + "/" + ledger)
        #expect((attributes[.posixPermissions] as? Int) == 0o600)

        #expect(try evaluate("oak", "--release", "school").output.contains("was noted before"))
        #expect(practice.folder.text(ledger)?.replacing("\r\n", with: "\n") == noted)
        let unchanged = try evaluate("oak")
        #expect(unchanged.errors == "" && unchanged.output.contains(/Students +60 +of 90/))

        // An editor that leaves the last line open does not run two rows into one.
        try practice.folder.write(ledger, String(noted.dropLast()))
        #expect(try evaluate("oak", "--release", "police").output.contains(": noted: "))
        #expect(try evaluate("oak").errors == "")
        #expect(practice.folder.text(ledger)?.replacing("\r\n", with: "\n").hasPrefix(noted) == true)

        let more = try #require(Self.files[Self.survey]) + "2,\n1,\n2,\n"
        try practice.folder.write("Content/" + Self.survey, more)
        let later = try evaluate("oak")
        #expect(later.status == 0)
        #expect(later.errors.contains("\(ledger): warning: w1, students is withheld"))
        #expect(later.output.contains(/Students +† +of 90/) && later.output.contains(/Teachers +30 +of 40/))
        #expect(!later.output.contains("63"))
        #expect(try !evaluate("oak", "--format", "csv").output.contains(/,told,6[03],/))
        #expect(try practice.build().status == 0)
        let booklet = try #require(practice.folder.text("Output/Booklets/oak/booklet.html"))
        #expect(
            booklet.contains(
                "<th scope=\"row\">Students</th><td>Baseline</td><td class=\"number\">90</td><td class=\"number\">†</td>"
            ))
    }
}
