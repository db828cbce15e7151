import Dates
import Diagnostics
import Evaluation
import TestSupport
import Testing

@testable import Content

/// A small Content folder that reads without a diagnostic, for a test to change one file of.
struct ContentSample {
    let folder: TemporaryFolder
    private let day: CalendarDate

    /// Makes the folder with these changes: contents by path, nil to leave a file out.
    init(_ changes: [String: String?] = [:]) throws {
        folder = try TemporaryFolder()
        day = try #require(CalendarDate(year: 2026, month: 6, day: 1))
        var files: [String: String?] = Self.files
        files.merge(changes) { _, new in new }
        for (file, text) in files {
            if let text { try folder.write("Content/" + file, text) }
        }
    }

    /// Makes the folder with one more file of any bytes.
    init(_ file: String, bytes: [UInt8]) throws {
        try self.init()
        try folder.write("Content/" + file, bytes: bytes)
    }

    var path: String { folder.path + "/Content" }

    func read(drafts: Bool = false, on date: CalendarDate? = nil, jobs: Int = 1) -> (
        library: Library?, log: DiagnosticLog
    ) {
        Library.read(path, options: ReadingOptions(date: date ?? day, includesDrafts: drafts, jobs: jobs))
    }

    /// All diagnostics as an author sees them, with the folder called `Content`.
    func text(jobs: Int = 1) -> String {
        read(jobs: jobs).log.text.replacing(path, with: "Content")
    }

    /// The first line of each diagnostic: place, severity and message.
    func messages() -> [String] {
        read().log.sorted.map { String($0.text.prefix { $0 != "\n" }).replacing(path, with: "Content") }
    }

    /// The library, which a test expects to be there.
    func library(drafts: Bool = false, on date: CalendarDate? = nil) throws -> Library {
        let (library, log) = read(drafts: drafts, on: date)
        return try #require(library, "\(log.text)")
    }

    /// All that is on record of the schools, before it is evaluated.
    func records() throws -> [SchoolRecord] {
        var log = DiagnosticLog()
        let folder = try #require(ContentFolder(path: path, log: &log))
        let records = SchoolRecords(folder, rule: DisclosureRule(), jobs: 1, log: &log)
        return records.folders.map { records.read($0).record }
    }

    /// A Markdown file with a title and what else its collection asks for.
    static func page(_ keys: String = "", body: String = "") -> String {
        "---\ntitle: A page\n\(keys.isEmpty ? "" : keys + "\n")---\n\(body)"
    }

    static let site = """
        name: Practice
        tagline: A line
        description: What we do.
        base-url: https://www.example.org
        language: en
        email: hello@example.org
        address: {street: 1 Main St, city: Fairhaven, region: OH, postal-code: "43999", country: USA}
        navigation:
          - {title: About, link: pages/about.md}
        newsletter:
          name: News
          description: Now and then.
          from: news@example.org
          form-action: https://forms.example.org/n
          unsubscribe-url: "*|UNSUB|*"
          view-online-url: "*|ARCHIVE|*"
          notice: {privacy: I read it., terms: I accept them., newsletter: I want it.}
        """

    static let notices = """
        - id: now
          from: 2026-01-01
          privacy-version: "2.0"
          terms-version: "1.1"
          privacy: I read it.
          terms: I accept them.
          newsletter: I want it.
        """

    static let instrument = """
        title: Survey
        version: "1"
        scale:
          - {code: 1, label: No}
          - {code: 2, label: Partly}
          - {code: 3, label: "Yes", favorable: true}
        domains:
          - {id: trust, title: Trust}
        groups: [student, teacher]
        items:
          - {id: t1, domain: trust, text: "I trust the officer's word."}
          - {id: t2, domain: trust, text: "I was \\"sent out\\" without a reason.", reverse: true}
        """

    static let school = """
        name: Oak School
        district: Oak District
        city: Oakville
        state: Ohio
        level: middle
        grades: 6–8
        instrument: climate
        waves:
          - {id: baseline, title: Baseline, from: 2025-01-06, to: 2025-01-31, format: plain, invited: {student: 40}}
        """

    private static let files: [String: String] = [
        "site.yaml": site,
        "pages/index.md": "---\ntitle: Home\n---\nWelcome.\n",
        "pages/about.md": "---\ntitle: About\n---\n## Who we are\n\nPeople.\n",
        "services/_index.md": "---\ntitle: Services\nsummary: What we do.\n---\n",
        "services/mediation.md": "---\ntitle: Mediation\nsummary: Talk.\norder: 1\n---\n",
        "instruments/climate.yaml": instrument,
        "schools/oak/school.yaml": school,
        "subscribers/notices.yaml": notices,
        "schools/oak/surveys/baseline-student.csv": "t1,t2\nYes,No\nNo,Partly\n",
        "schools/oak/measures.csv": "period,measure,count\n2024-2025,student-arrests,12\n",
    ]
}

/// Expects exactly these diagnostics, each given by its first line.
func expectMessages(
    _ changes: [String: String?], _ expected: String..., sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
    #expect(try ContentSample(changes).messages().sorted() == expected.sorted(), sourceLocation: sourceLocation)
}

/// Expects that something in the diagnostics says this, hint and source line included.
func expectText(
    _ changes: [String: String?], contains expected: String...,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
    let text = try ContentSample(changes).text()
    for part in expected where !text.contains(part) {
        Issue.record("“\(part)” is not in:\n\(text)", sourceLocation: sourceLocation)
    }
}
