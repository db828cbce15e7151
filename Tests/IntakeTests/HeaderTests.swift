import Testing

@testable import Intake

@Suite("Headers of files that are taken in")
struct HeaderTests {
    private let header =
        "submitted_at,email,name,notice,privacy_read,terms_accepted,newsletter_wanted,form,page,confirmed_at,withdrawn_at"

    @Test("A misspelled column is told with the number of the nearest, and the file is not read without it")
    func misspelled() throws {
        let sample = try IntakeSample(["s.csv": header.replacing("withdrawn_at", with: "withdrwan_at") + "\n"])
        let problem = try #require(sample.problems("s.csv").first)
        #expect(problem.message == "this looks like signups, and has no column \"withdrawn_at\"")
        #expect(problem.location?.line == 1)
        #expect(problem.hint == "column 11 is nearest; rename it to \"withdrawn_at\"")
        #expect(sample.problems("s.csv").count == 1)
    }

    @Test("A misspelled column that may be missing is a warning")
    func warning() throws {
        let sample = try IntakeSample(["s.csv": header.replacing(",name,", with: ",nmae,") + "\n"])
        let warnings = try sample.open("s.csv").warnings.sorted
        #expect(warnings.map(\.hint) == ["column 3 is nearest; rename it to \"name\""])
        #expect(try sample.rows("s.csv").isEmpty)
    }

    @Test("Columns that nobody can tell apart are refused, and those that are no concern are not")
    func doubled() throws {
        let sample = try IntakeSample(["a.csv": header + ",Email\n", "b.csv": header + ",x,x\n"])
        #expect(sample.problems("a.csv").map(\.message) == ["columns 2 and 12 have the same name"])
        #expect(sample.problems("b.csv").isEmpty)
    }

    @Test("A file of nobody's format is told all formats and their columns, and nothing of it is quoted")
    func unknown() throws {
        let sample = try IntakeSample(["a.csv": "ana@example.org,Ana,Ruiz\n", "b.json": "[{\"ana@example.org\": 1}]"])
        for file in ["a.csv", "b.json"] {
            let problem = try #require(sample.problems(file).first)
            #expect(problem.message == "nothing here tells which tool wrote this file")
            for format in IntakeFormat.allCases {
                #expect(problem.hint?.contains(format.rawValue + ": ") == true, "\(format)")
            }
            #expect(problem.hint?.contains("ana") == false)
        }
    }

    @Test("A format that is named is held to its columns")
    func named() throws {
        var sample = try IntakeSample(["a.csv": "first_name,email,created_at,state_of_mind\n"])
        sample.options.format = .kit
        #expect(sample.problems("a.csv").map(\.message) == ["there is no column \"status\""])
    }

    @Test("Every shape is known by its own header")
    func everyShape() throws {
        for shape in IntakeShape.forms + IntakeShape.tools {
            let sample = try IntakeSample(["a.csv": shape.columns.map(\.name).joined(separator: ",") + "\n"])
            #expect(try sample.open("a.csv").format == shape.format)
            #expect(try sample.rows("a.csv").isEmpty)
        }
    }

    @Test("JSON that tells of no service is nobody's, whatever addresses it has")
    func unknownJSON() throws {
        let sample = try IntakeSample([
            "a.json": "{\"email\": \"ana@example.org\"}\n",
            "b.json": "{\"email\": \"ana@example.org\", \"created_at\": \"2026-01-01\"}\n",
            "c.json": "{\"Email Address\": \"ana@example.org\", \"UNSUB_TIME\": \"2026-01-01\"}\n",
        ])
        for file in ["a.json", "b.json", "c.json"] {
            #expect(
                sample.problems(file).map(\.message) == ["nothing here tells which tool wrote this file"], "\(file)")
        }
    }

    @Test("A table that is nearest to one format is told what it lacks, without the other formats")
    func nearest() throws {
        let lacking = header.replacing(",confirmed_at,withdrawn_at", with: "")
        var sample = try IntakeSample(["a.csv": lacking + "\n", "b.csv": "email,first_name,created_at\n"])
        #expect(
            sample.problems("a.csv").map(\.message) == [
                "this looks like signups, and has no column \"confirmed_at\"",
                "this looks like signups, and has no column \"withdrawn_at\"",
            ])
        #expect(sample.problems("b.csv").map(\.message) == ["this looks like kit, and has no column \"status\""])
        sample.options.format = .signups
        #expect(sample.problems("a.csv").map(\.message).first == "there is no column \"confirmed_at\"")
    }

    @Test("A table that has too little of the nearest format is told what that has, before all formats")
    func weaklyNearest() throws {
        let sample = try IntakeSample(["a.csv": "submitted_at,email,notice,privacy_read\n"])
        let problem = try #require(sample.problems("a.csv").first)
        #expect(problem.message == "nothing here tells which tool wrote this file")
        #expect(problem.hint?.hasPrefix("it is nearest to signups, which also has \"confirmed_at\", ") == true)
        #expect(problem.hint?.contains("Columns that each needs: signups: ") == true)
    }
}
