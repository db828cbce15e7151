import Testing

@testable import Content

@Suite("Subscribers' records")
struct SubscriberTests {
    static let notices = """
        - {id: old, from: 2025-01-01, privacy-version: 1, terms-version: 1, privacy: P, terms: T, newsletter: N}
        - id: now
          from: 2026-01-01
          privacy-version: "2.0"
          terms-version: "1.1"
          privacy: I read it.
          terms: I accept them.
          newsletter: I want it.
        """
    static let header =
        "submitted_at,email,name,notice,privacy_read,terms_accepted,newsletter_wanted,confirmed_at,withdrawn_at\n"

    func files(_ rows: String, header: String = header, source: String = "format: signups") -> [String: String?] {
        [
            "subscribers/notices.yaml": Self.notices, "subscribers/sources.yaml": "- {file: s.csv, \(source)}\n",
            "subscribers/s.csv": header + rows,
        ]
    }

    @Test("A sign-up is three facts, a confirmation and a withdrawal, each with its time and words")
    func signUp() throws {
        let row =
            "2026-02-01T10:00:00-05:00,ana@example.org,Ana,now,yes,1,TRUE,2026-02-01 15:05:00,2026-03-01T00:00:00Z\n"
        let library = try ContentSample(files(row)).library()
        let events = library.subscribers.events
        let statements = ConsentEvent.Statements(privacyRead: true, termsAccepted: true, newsletterWanted: true)
        #expect(events.map(\.kind) == [.requested(statements), .confirmed, .withdrawn])
        #expect(
            events.map { $0.time?.rfc3339 } == ["2026-02-01T15:00:00Z", "2026-02-01T15:05:00Z", "2026-03-01T00:00:00Z"])
        #expect(events.map { $0.notice?.id } == ["now", "now", nil])
        #expect(events.map(\.source.line) == [2, 2, 2])
        #expect(library.currentNotice?.id == "now")
    }

    @Test("Mailchimp's lists of subscribed and unsubscribed contacts are read")
    func mailchimp() throws {
        let subscribed =
            "Email Address,First Name,Last Name,OPTIN_TIME,CONFIRM_TIME\na@example.org,A,B,2026-02-01 10:00:00,\n"
        let first = try ContentSample(
            files(subscribed, header: "", source: "format: mailchimp-subscribed, notice: now")
        )
        .library().subscribers.events
        #expect(first.map(\.kind) == [.imported(confirmed: false)])
        #expect(first.map(\.name) == ["A B"])
        let unsubscribed = "Email Address,UNSUB_TIME\na@example.org,2026-02-01 10:00:00\n"
        let second = try ContentSample(files(unsubscribed, header: "", source: "format: mailchimp-unsubscribed"))
            .library().subscribers.events
        #expect(second.map(\.kind) == [.withdrawn])
    }

    @Test(
        "A row that proves nothing is told by its line",
        arguments: [
            ("2025-12-30T10:00:00Z,ana@example.org,,now,1,1,1,,", "this consent is older than the notice \"now\""),
            (
                "2026-02-01T10:00:00Z,ana@example.org,,next,1,1,1,,",
                "the notice this person agreed to is not in notices"
            ),
            ("yesterday,ana@example.org,,now,1,1,1,,", "\"submitted_at\" is not a time such as"),
            (",ana@example.org,,now,1,1,1,,", "\"submitted_at\" is empty"),
            ("2026-02-01T10:00:00Z,ana@example.org,,now,perhaps,1,1,,", "\"privacy_read\" should be true or false"),
            ("2026-02-01T10:00:00Z,ana@example.org,,now,1,1,1,soon,", "\"confirmed_at\" is not a time such as"),
            ("2026-02-01T10:00:00Z,ana@example.org,,now,1,1,1,,2026-02-30T10:00:00Z", "\"withdrawn_at\" is not a time"),
            ("2026-02-01T10:00:00Z,,,now,1,1,1,,", "this row has no valid e-mail address"),
            ("2026-02-01T10:00:00Z,ana@example@org,,now,1,1,1,,", "this row has no valid e-mail address"),
            ("2026-02-01T10:00:00Z,ana@example.org,,now", "this row has 4 fields where the header has 9"),
        ])
    func rows(row: String, message: String) throws {
        let messages = try ContentSample(files(row + "\n")).messages()
        #expect(messages.count == 1)
        #expect(messages.first?.hasPrefix("Content/subscribers/s.csv:2:1: error: \(message)") == true, "\(messages)")
    }

    @Test("A row that names an unknown notice does not get the words of its file instead")
    func unknownNotice() throws {
        let row = "2026-02-01T10:00:00Z,ana@example.org,,nwo,1,1,1,,\n"
        #expect(try ContentSample(files(row, source: "format: signups, notice: now")).messages().count == 1)
        let unnamed = row.replacing("nwo", with: "")
        let library = try ContentSample(files(unnamed, source: "format: signups, notice: now")).library()
        #expect(library.subscribers.events.map { $0.notice?.id } == ["now"])
    }

    @Test(
        "A column that is missing or misspelled is told, the one of withdrawals too",
        arguments: [
            "email", "newsletter_wanted", "confirmed_at", "withdrawn_at",
        ])
    func missingColumn(name: String) throws {
        let messages = try ContentSample(files("", header: Self.header.replacing(name, with: "x" + name))).text()
        #expect(messages.contains("s.csv:1:1: error: there is no column \"\(name)\""))
        #expect(messages.contains("is nearest; rename it to \"\(name)\""))
    }

    @Test(
        "No diagnostic ever holds an address or a name, whatever is wrong with the file",
        arguments: ["signups", "mailchimp-subscribed", "mailchimp-unsubscribed"])
    func noAddressIsQuoted(format: String) throws {
        // The names are close to those of columns, so that a hint would take them if it looked among people.
        let person = "ana@example.org,Emil,Notiz"
        let exports = [
            "\(person)\n\(person)\n", "email,name,notice\n\(person)\n",
            "Email Address,OPTIN_TIME,CONFIRM_TIME\n\(person)\n",
            "Email Address,UNSUB_TIME\nana@example.org,Emil\n", "Email Address,UNSUB_TIME\nana@example.org\n",
            Self.header + "Emil,ana@example.org,Emil,Notiz,Emil,Emil,Emil,Emil,Emil\n",
            Self.header + "2026-02-01T10:00:00Z,Emil,Emil,now,1,1,1,,\n", "email,\"\(person)\n",
        ]
        for export in exports {
            let text = try ContentSample(files(export, header: "", source: "format: \(format)")).text()
            #expect(!text.contains("ana@") && !text.contains("Emil") && !text.contains("Notiz"), "\(text)")
        }
    }

    @Test("A file that no source names is told, and so is a source without a file")
    func sources() throws {
        var changes = files("")
        changes["subscribers/extra.csv"] = "email\n"
        try expectText(
            changes, contains: "Content/subscribers/extra.csv: warning: nothing reads this file", "sources.yaml")
        changes["subscribers/sources.yaml"] = "- {file: S.csv, format: signups}\n- {file: extra.csv, format: signup}\n"
        try expectText(
            changes, contains: "sources.yaml:1:10: error: there is no file \"S.csv\"", "\"s.csv\"?", "\"signups\"?")
    }

    @Test(
        "A source is a name and never a path",
        arguments: ["../schools/oak/measures.csv", "/etc/passwd", "..", "a/b.csv"])
    func paths(path: String) throws {
        var changes = files("")
        changes["subscribers/sources.yaml"] = "- {file: \(path), format: signups}\n- {file: s.csv, format: signups}\n"
        try expectMessages(
            changes, "Content/subscribers/sources.yaml:1:10: error: there is no file \"\(path)\" in Content/subscribers"
        )
    }

    @Test("A notice or a source that is given twice is told at the second")
    func twice() throws {
        var changes = files("")
        changes["subscribers/notices.yaml"] = Self.notices.replacing("id: now", with: "id: old")
        try expectText(changes, contains: "notices.yaml:2:7: error: the id \"old\" is given twice", "on line 1")
        changes = files("")
        changes["subscribers/sources.yaml"] = "- {file: s.csv, format: signups}\n- {file: s.csv, format: signups}\n"
        try expectText(changes, contains: "sources.yaml:2:10: error: the file \"s.csv\" is given twice")
    }

    @Test("The form must show the words and the versions that its notice records")
    func outdated() throws {
        var changes = files("")
        changes["subscribers/notices.yaml"] = Self.notices.replacing("I want it.", with: "I want it!")
        try expectText(changes, contains: "the notice \"now\" has other words than the sign-up form")
        changes = files("")
        changes["legal/privacy-policy.md"] = ContentSample.page("version: 2.1\neffective: 2026-01-01")
        try expectText(changes, contains: "the notice \"now\" names version 2.0 of privacy-policy, which is now 2.1")
    }

    @Test("Notices that are missing or wrong are told once, and not of each person")
    func noticeMistakes() throws {
        let rows = String(repeating: "2026-02-01T10:00:00Z,ana@example.org,,now,1,1,1,,\n", count: 3)
        var changes = files(rows, source: "format: signups, notice: now")
        changes["subscribers/notices.yaml"] = Self.notices.replacing("from: 2026", with: "form: 2026")
        try expectMessages(changes, "Content/subscribers/notices.yaml:3:3: error: there is no key \"form\" here")
        changes["subscribers/notices.yaml"] = "- {"
        #expect(try ContentSample(changes).messages().count == 1)
        changes.removeValue(forKey: "subscribers/notices.yaml")
        try expectMessages(changes, "Content/subscribers/notices.yaml: error: there is no such file")
    }

    @Test("A misspelled column of names would be lost, and is told by its number")
    func misspelledName() throws {
        let text = try ContentSample(files("", header: Self.header.replacing("name", with: "nmae"))).text()
        #expect(text.contains("s.csv:1:1: warning: there is no column \"name\""))
        #expect(text.contains("column 3 is nearest; rename it to \"name\""))
        try expectMessages(files("", header: Self.header.replacing("name,", with: "ip,")))
    }
}
