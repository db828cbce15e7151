import Content
import Diagnostics
import TestSupport
import Testing

@Suite("Damaged files")
struct DamageTests {
    private static let files = [
        "site.yaml", "pages/about.md", "services/mediation.md", "instruments/climate.yaml", "schools/oak/school.yaml",
        "schools/oak/surveys/baseline-student.csv", "schools/oak/measures.csv",
        "schools/oak/comments.yaml", "schools/oak/surveys/spring-student.csv", "crdc/2020-2021/a.csv",
    ]
    /// What the smallest content lacks: a wave of every kind of item, comments, and counts of the whole country.
    private static let more: [String: String?] = [
        "schools/oak/school.yaml": "combokey: \"010000500870\"\n" + ContentSample.school
            + "\n  - {id: spring, title: S, from: 2025-03-03, to: 2025-03-31, format: google-forms, instrument: all}\n",
        "instruments/all.yaml": SurveyFile.instrument,
        "schools/oak/surveys/spring-student.csv": """
        Timestamp,I trust the officer.,How often do you talk?,Where did you meet?,Anything else?
        3/4/2025 9:00:00,Yes,1-2,"Office, front;Hallway",Good
        3/5/2025 9:00:00,I don't know,Never,"Hallway, Office",

        """,
        "schools/oak/comments.yaml": "comments:\n  - {id: a, text: Good., approved: false}\n",
        "crdc/2020-2021/a.csv": "COMBOKEY,TOT_DISCWODIS_ARR_M,SCH_DISCWODIS_ARR_HI_M\n\"010000500870\",3,-9\n",
    ]
    /// Bytes that mean something to YAML, Markdown or CSV, and some that are no UTF-8.
    private static let bytes = Array("\n\r\t \"'#:-,;[]{}&*!|>%@`\\?~a0=\0\u{7}".utf8) + [0x80, 0xC3, 0xFE, 0xFF]

    @Test(
        "However a file is damaged, reading it ends, and every place that is named lies in the file", arguments: files)
    func damage(file: String) throws {
        let sample = try ContentSample(Self.more)
        #expect(sample.text() == "")
        let whole = Array((sample.folder.text("Content/" + file) ?? "").utf8)
        try #require(!whole.isEmpty)
        var random = SeededGenerator(seed: UInt64(file.utf8.count))
        for round in 0..<60 {
            var damaged = whole
            for _ in 0..<Int.random(in: 1...4, using: &random) { Self.damage(&damaged, using: &random) }
            try sample.folder.write("Content/" + file, bytes: damaged)
            let (library, log) = sample.read(jobs: 2)
            #expect((library == nil) == log.hasErrors)
            let end = SourceFile(path: file, bytes: damaged).location(ofByte: damaged.count)
            for diagnostic in log.diagnostics where diagnostic.path.hasSuffix(file) {
                guard let place = diagnostic.location else { continue }
                #expect((1...end.line).contains(place.line) && place.column >= 1, "\(round): \(diagnostic.text)")
                #expect(diagnostic.excerpt.map { $0.caret <= $0.text.unicodeScalars.count } ?? true)
            }
        }
    }

    private static func damage(_ file: inout [UInt8], using random: inout SeededGenerator) {
        let start = Int.random(in: 0...file.count, using: &random)
        let end = min(file.count, start + Int.random(in: 0...20, using: &random))
        switch Int.random(in: 0...3, using: &random) {
        case 0: file.removeSubrange(start..<end)
        case 1: file.insert(contentsOf: file[start..<end], at: Int.random(in: 0...file.count, using: &random))
        default: if let byte = bytes.randomElement(using: &random) { file.insert(byte, at: start) }
        }
    }
}
