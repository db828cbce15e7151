import Evaluation
import Testing

@testable import Content

@Suite("Files of the Civil Rights Data Collection")
struct CivilRightsTests {
    static let key = "010000500870"
    let file = "crdc/2020-2021/Referrals and Arrests.csv"

    /// All columns of one measure for boys and girls, in the order of the file, and one school's values: each is 0 unless it
    /// is given.
    func table(_ values: [String: Int], columns left: [String] = [], more rows: String = "") -> String {
        let races = ["HI", "AM", "AS", "HP", "BL", "WH", "TR"]
        var names: [String] = []
        for measure in ["REF", "ARR"] {
            for sex in ["M", "F"] {
                names += races.map { "SCH_DISCWODIS_\(measure)_\($0)_\(sex)" } + ["TOT_DISCWODIS_\(measure)_\(sex)"]
                names += ["SCH_DISCWODIS_\(measure)_LEP_\(sex)"]
                names += races.map { "SCH_DISCWDIS_\(measure)_IDEA_\($0)_\(sex)" }
                names += ["TOT_DISCWDIS_\(measure)_IDEA_\(sex)", "SCH_DISCWDIS_\(measure)_LEP_\(sex)"]
                names += ["SCH_DISCWDIS_\(measure)_504_\(sex)"]
            }
        }
        names += values.keys.filter { !names.contains($0) }.sorted()
        names.removeAll { left.contains($0) }
        let own = names.map { String(values[$0] ?? 0) }.joined(separator: ",")
        let other = names.map { _ in "7" }.joined(separator: ",")
        return "LEA_STATE,SCH_NAME,COMBOKEY,\(names.joined(separator: ","))\n"
            + "AL,\"Elm, Élan\",\"990000500870\",\(other)\nAL,Oak,\"\(Self.key)\",\(own)\n" + rows
    }

    func counts(_ table: String, measures: String = "period,measure,count\n") throws -> [String: Int] {
        let sample = try ContentSample(files(table, measures: measures))
        #expect(sample.text() == "")
        let counts = try #require(try sample.records().first?.measures)
        return Dictionary(
            uniqueKeysWithValues: counts.map {
                ("\($0.measure.rawValue) \($0.students.name) \($0.source.rawValue)", $0.count)
            })
    }

    func files(_ table: String, key: String = key, measures: String = "period,measure,count\n") -> [String: String?] {
        [
            "schools/oak/school.yaml": "combokey: \"\(key)\"\n" + ContentSample.school,
            "schools/oak/measures.csv": measures, file: table,
        ]
    }

    @Test("A number beyond all counts is an error, and is not added to another")
    func beyondCounts() throws {
        let table = table(["SCH_DISCWDIS_REF_504_M": .max, "SCH_DISCWDIS_REF_504_F": .max])
        #expect(try ContentSample(files(table)).text().contains("error: this is no whole number"))
    }

    @Test(
        "Referrals and arrests are read by race and sex, disability and language, and summed where all parts are known")
    func groups() throws {
        let read = try counts(
            table([
                "SCH_DISCWODIS_REF_HI_M": 2, "TOT_DISCWODIS_REF_M": 5, "SCH_DISCWODIS_REF_BL_M": 3,
                "SCH_DISCWDIS_REF_IDEA_BL_F": 4, "TOT_DISCWDIS_REF_IDEA_F": 4, "SCH_DISCWODIS_REF_LEP_M": 1,
                "SCH_DISCWDIS_REF_LEP_M": 1, "TOT_DISCWODIS_ARR_M": 1, "SCH_DISCWODIS_ARR_WH_M": 1,
                "SCH_DISCWDIS_ARR_504_F": 2,
            ]))
        let referrals = "referrals-to-law-enforcement"
        #expect(read["\(referrals) all crdc"] == 9)
        #expect(read["\(referrals) male crdc"] == 5)
        #expect(read["\(referrals) black crdc"] == 7)
        #expect(read["\(referrals) black+female crdc"] == 4)
        #expect(read["\(referrals) black+female+idea crdc"] == 4)
        #expect(read["\(referrals) hispanic+male+no-disability crdc"] == 2)
        #expect(read["\(referrals) idea crdc"] == 4)
        #expect(read["\(referrals) section-504 crdc"] == 0)
        #expect(read["\(referrals) english-learner crdc"] == 2)
        #expect(read["student-arrests all crdc"] == 3)
        #expect(read["student-arrests section-504 crdc"] == 2)
        // The two girls' race is not collected, so that no race of girls has a total.
        #expect(read["student-arrests white+male crdc"] == 1)
        #expect(read["student-arrests white+female crdc"] == nil)
        #expect(read["student-arrests white crdc"] == nil)
        #expect(read["student-arrests white+no-disability crdc"] == 1)
    }

    @Test("A reserve code is never summed, and no total has it for a part", arguments: [-2, -3, -5, -8, -9, -11])
    func reserveCodes(code: Int) throws {
        let read = try counts(
            table(["TOT_DISCWODIS_REF_M": code, "SCH_DISCWODIS_REF_HI_M": code, "SCH_DISCWODIS_REF_BL_M": 3]))
        let referrals = "referrals-to-law-enforcement"
        #expect(read.values.allSatisfy { $0 >= 0 })
        #expect(read["\(referrals) all crdc"] == nil && read["\(referrals) male crdc"] == nil)
        #expect(read["\(referrals) hispanic crdc"] == nil && read["\(referrals) no-disability crdc"] == nil)
        #expect(read["\(referrals) black+male crdc"] == 3)
        #expect(read["\(referrals) female crdc"] == 0)
        #expect(read["student-arrests all crdc"] == 0)
    }

    @Test("Nonbinary students count where they are collected, and where not, nothing lacks them")
    func nonbinary() throws {
        let names = [
            "TOT_DISCWODIS_ARR_X", "TOT_DISCWDIS_ARR_IDEA_X", "SCH_DISCWDIS_ARR_504_X", "TOT_DISCWODIS_REF_X",
            "TOT_DISCWDIS_REF_IDEA_X", "SCH_DISCWDIS_REF_504_X",
        ]
        let none = try counts(table(Dictionary(uniqueKeysWithValues: names.map { ($0, -9) })))
        #expect(none["student-arrests all crdc"] == 0 && none["student-arrests nonbinary crdc"] == nil)
        let some = try counts(table(Dictionary(uniqueKeysWithValues: names.map { ($0, 1) })))
        #expect(some["student-arrests all crdc"] == 3 && some["student-arrests nonbinary crdc"] == 3)
    }

    @Test("What the school counted itself stays")
    func ownCount() throws {
        let read = try counts(
            table(["TOT_DISCWODIS_ARR_M": 4]), measures: "period,measure,count\n2020-2021,student-arrests,6\n")
        #expect(read["student-arrests all school"] == 6 && read["student-arrests all crdc"] == nil)
        #expect(read["student-arrests male crdc"] == 4)
    }

    @Test("A key without its leading zero, and a file in Windows-1252, are read")
    func spreadsheet() throws {
        let saved = table(["TOT_DISCWODIS_ARR_M": 4]).replacing("\"\(Self.key)\"", with: "10000500870")
        let sample = try ContentSample(files("", measures: "period,measure,count\n"))
        try sample.folder.write(
            "Content/" + file, bytes: Array(saved.replacing("É", with: "%").utf8).map { $0 == 0x25 ? 0xC9 : $0 })
        #expect(sample.text() == "")
        #expect(try sample.records().first?.measures.isEmpty == false)
    }

    @Test("Mistakes are told where they are")
    func mistakes() throws {
        let table = table([:])
        try expectMessages(
            files(table, key: "390000000000"),
            "Content/schools/oak/school.yaml: warning: no file of crdc/2020-2021 has the \"combokey\" 390000000000")
        try expectText(
            files(table, key: "3900"), contains: "school.yaml:1:11: error: \"combokey\" should be twelve digits")
        try expectText(files("a,b\n1,2\n"), contains: "\(file):1:1: error: there is no column COMBOKEY")
        try expectText(
            files("COMBOKEY,SCH_ENR_HI_M\n\(Self.key),2\n"), contains: "warning: this file counts no referrals")
        try expectText(
            files("COMBOKEY,TOT_DISCWODIS_ARR_M\n\(Self.key),few\n"),
            contains: "\(file):2:14: error: this is no whole number")
        try expectText(
            files("COMBOKEY,TOT_DISCWODIS_ARR_M\n\(Self.key),1\n\(Self.key),2\n"),
            contains: "\(file):3:1: error: the school \(Self.key) has two rows")
        try expectText(
            [
                "crdc/2021/a.csv": table,
                "schools/oak/school.yaml": "combokey: \"\(Self.key)\"\n" + ContentSample.school,
            ],
            contains: "a file of the collection lies in a folder named by its school year")
        try expectText([file: table], contains: "crdc: warning: nothing reads these files, since no school has")
        try expectText(["crdc/a.csv": table], contains: "crdc/a.csv: warning: nothing reads this file")
    }
}
