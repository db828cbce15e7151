import Consent
import Dates
import Testing

@testable import Content

@Suite("What subscribers/ says")
struct SubscriberTests {
    static let notices = """
        - {id: old, from: 2025-01-01, privacy-version: 1, terms-version: 1, privacy: P, terms: T, newsletter: N}

        """ + ContentSample.notices

    func files(_ source: String = "format: signups") -> [String: String?] {
        [
            "subscribers/notices.yaml": Self.notices, "subscribers/sources.yaml": "- {file: s.csv, \(source)}\n",
            "subscribers/s.csv": "whatever it holds\n",
        ]
    }

    @Test("A notice is what was shown: words, versions and language, under a digest")
    func notice() throws {
        var changes = files()
        changes["subscribers/notices.yaml"] = Self.notices + "\n  language: es\n"
        let records = try ContentSample(changes).library().subscribers
        #expect(records.notices.map(\.id) == ["old", "now"])
        #expect(records.notices.map(\.notice.language) == ["en", "es"])
        let expected = Notice(
            language: "en", privacyVersion: "1", termsVersion: "1",
            words: ConsentWords(privacy: "P", terms: "T", newsletter: "N"))
        #expect(records.notices[0].notice == expected)
    }

    @Test("The form shows the last notice that began")
    func current() throws {
        let library = try ContentSample(files()).library()
        #expect(library.currentNotice?.id == "now")
        func shown(_ text: String) -> String? {
            CalendarDate(iso8601: text).flatMap { library.subscribers.notice(on: $0)?.id }
        }
        #expect(shown("2024-12-31") == nil && shown("2025-01-01") == "old")
        #expect(shown("2025-12-31") == "old" && shown("2026-01-01") == "now")
    }

    @Test("A source has its format, notice, zone and columns; nothing of its file is read")
    func source() throws {
        let source = "format: generic, notice: old, time-zone: America/New_York, columns: {email: E-mail, name: Who}"
        let read = try #require(try ContentSample(files(source)).library().subscribers.sources.first)
        #expect(read.file == "s.csv" && read.path.hasSuffix("Content/subscribers/s.csv"))
        #expect(read.format == "generic" && read.notice?.id == "old" && read.timeZone == "America/New_York")
        #expect(read.columns == ["email": "E-mail", "name": "Who"])
        let auto = try #require(try ContentSample(files("format: auto")).library().subscribers.sources.first)
        #expect(auto.format == nil && auto.notice == nil && auto.timeZone == nil && auto.columns.isEmpty)
    }

    @Test("What were two formats of Mailchimp's files is one", arguments: ["", "-subscribed", "-unsubscribed"])
    func mailchimp(suffix: String) throws {
        let sources = try ContentSample(files("format: mailchimp\(suffix)")).library().subscribers.sources
        #expect(sources.map(\.format) == ["mailchimp"])
    }

    @Test(
        "A mistake in a source is told at its place",
        arguments: [
            ("format: singups", "sources.yaml:1:25: error: \"format\" should be one of auto, signups,"),
            ("format: signups, notice: nwo", "sources.yaml:1:42: error: \"notice\" should be one of"),
            ("format: signups, time-zone: New York", "sources.yaml:1:45: error: \"time-zone\" should be a time zone"),
            ("format: signups, columns: [email]", "sources.yaml:1:43: error: \"columns\" should be names of columns"),
            ("format: signups, colums: {}", "sources.yaml:1:34: error: there is no key \"colums\" here"),
        ])
    func sourceMistakes(source: String, message: String) throws {
        let text = try ContentSample(files(source)).text()
        #expect(text.contains(message), "\(text)")
        #expect(!text.contains("nothing reads this file"))
    }

    @Test("A file that no source names is told with its next step, and so is a source without a file")
    func sources() throws {
        var changes = files()
        changes["subscribers/extra.csv"] = "email\n"
        try expectText(
            changes, contains: "Content/subscribers/extra.csv: warning: nothing reads this file", "sources.yaml",
            "prowess subscribers import Content/subscribers/extra.csv")
        changes["subscribers/sources.yaml"] = "- {file: S.csv, format: signups}\n- {file: extra.csv, format: signup}\n"
        try expectText(
            changes, contains: "sources.yaml:1:10: error: there is no file \"S.csv\"", "\"s.csv\"?", "\"signups\"?")
    }

    @Test("The ledger and the files that SQLite keeps beside it are no content")
    func ledger() throws {
        var changes = files()
        for name in ["ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm", "ledger.sqlite-journal"] {
            changes["subscribers/" + name] = "SQLite format 3"
        }
        try expectMessages(changes)
        try expectText(["ledger.sqlite": "x"], contains: "Content/ledger.sqlite: warning: nothing reads this")
    }

    @Test(
        "A source is a name and never a path",
        arguments: ["../schools/oak/measures.csv", "/etc/passwd", "..", "a/b.csv"])
    func paths(path: String) throws {
        var changes = files()
        changes["subscribers/sources.yaml"] = "- {file: \(path), format: signups}\n- {file: s.csv, format: signups}\n"
        try expectMessages(
            changes, "Content/subscribers/sources.yaml:1:10: error: there is no file \"\(path)\" in Content/subscribers"
        )
    }

    @Test("A notice or a source that is given twice is told at the second")
    func twice() throws {
        var changes = files()
        changes["subscribers/notices.yaml"] = Self.notices.replacing("id: now", with: "id: old")
        try expectText(changes, contains: "notices.yaml:2:7: error: the id \"old\" is given twice", "on line 1")
        changes = files()
        changes["subscribers/sources.yaml"] = "- {file: s.csv, format: signups}\n- {file: s.csv, format: signups}\n"
        try expectText(changes, contains: "sources.yaml:2:10: error: the file \"s.csv\" is given twice")
    }

    @Test("The form must show the words and the versions that its notice records")
    func outdated() throws {
        var changes = files()
        changes["subscribers/notices.yaml"] = Self.notices.replacing("I want it.", with: "I want it!")
        try expectText(changes, contains: "the notice \"now\" has other words than the sign-up form")
        changes = files()
        changes["legal/privacy-policy.md"] = ContentSample.page("version: 2.1\neffective: 2026-01-01")
        try expectText(changes, contains: "the notice \"now\" names version 2.0 of privacy-policy, which is now 2.1")
    }

    @Test("Notices that are missing or wrong are told once")
    func noticeMistakes() throws {
        var changes = files("format: signups, notice: now")
        changes["subscribers/notices.yaml"] = Self.notices.replacing("from: 2026", with: "form: 2026")
        try expectMessages(changes, "Content/subscribers/notices.yaml:3:3: error: there is no key \"form\" here")
        changes["subscribers/notices.yaml"] = "- {"
        #expect(try ContentSample(changes).messages().count == 1)
        changes["subscribers/notices.yaml"] = .some(nil)
        try expectMessages(changes, "Content/subscribers/notices.yaml: error: there is no such file")
    }

    @Test("Without notices.yaml the site has no form, which is a warning with the next step")
    func missingNotices() throws {
        let changes: [String: String?] = ["subscribers/notices.yaml": nil]
        try expectMessages(
            changes,
            "Content/subscribers/notices.yaml: warning: there is no such file, so the site shows no sign-up form")
        try expectText(changes, contains: "list in it the words of newsletter.notice in site.yaml")
        #expect(try ContentSample(changes).library().currentNotice == nil)
    }
}
