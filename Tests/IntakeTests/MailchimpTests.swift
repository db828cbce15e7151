import Consent
import Testing

@testable import Intake

@Suite("Mailchimp's exports taken in")
struct MailchimpTests {
    static let subscribed = """
        Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LAST_CHANGED,TAGS
        ana@example.org,Ana,Ruiz,2,2025-09-05 09:00:00,192.0.2.1,2025-09-05 09:01:00,192.0.2.2,2025-09-05 09:01:00,"a ""b"" c"
        ben@example.org,Ben,,2,2025-09-05 09:00:00,192.0.2.3,2025-09-05 09:00:00,192.0.2.4,,
        cy@example.org,,,2,,,2025-09-05 09:00:00,,,
        di@example.org,,,2,,,,,,

        """
    static let unsubscribed = """
        Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,UNSUB_TIME,UNSUB_CAMPAIGN_TITLE,UNSUB_CAMPAIGN_ID,UNSUB_REASON,UNSUB_REASON_OTHER,LEID,EUID,NOTES,TAGS
        eve@example.org,Eve,,2,2025-09-05 09:00:00,,2025-09-05 09:01:00,,2026-01-09 16:02:55,Issue 5,c71,NORMAL,,1,e1,,
        flo@example.org,Flo,,2,2025-09-05 09:00:00,,2025-09-05 09:01:00,,,,,OTHER,Too many mails,2,e2,,
        gus@example.org,Gus,,2,2025-09-05 09:00:00,,2025-09-05 09:01:00,,yesterday,,,,,3,e3,,

        """
    static let cleaned = """
        Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,CLEAN_TIME,CLEAN_CAMPAIGN_TITLE,CLEAN_CAMPAIGN_ID
        hal@example.org,Hal,,1,2025-09-05 09:00:00,,2025-09-05 09:01:00,,2026-01-10 10:00:00,Issue 5,c71

        """

    @Test("Who was asked back and answered has double opt-in, who was not has single, and an upload proves nothing")
    func grades() throws {
        var sample = try IntakeSample(["a.csv": Self.subscribed])
        sample.options.notice = IntakeSample.notice
        let rows = try sample.rows("a.csv")
        #expect(rows.allSatisfy { $0.tool == "mailchimp" })
        #expect(rows.map { $0.facts.first?.grade } == [.doubleOptIn, .singleOptIn, .unproven, .unproven])
        #expect(
            rows.map { $0.timeline.joined() } == [
                "imported 2025-09-05T09:01:00Z", "imported 2025-09-05T09:00:00Z", "imported 2025-09-05T09:00:00Z",
                "imported some time",
            ])
        #expect(rows.map { $0.person?.name } == ["Ana Ruiz", "Ben", "", ""])
        #expect(rows.allSatisfy { $0.facts.first?.notice == IntakeSample.notice.notice.digest })
        #expect(rows[0].facts[0].details.isEmpty && rows[0].facts[0].method == .mailTool)
        sample.options.recordsIP = true
        #expect(try sample.rows("a.csv").map { $0.facts.first?.details.ip } == ["192.0.2.2", "192.0.2.4", nil, nil])
    }

    @Test("Without the words on record, or before the form showed them, nothing is proof")
    func withoutNotice() throws {
        var sample = try IntakeSample(["a.csv": Self.subscribed])
        #expect(
            try sample.rows("a.csv").allSatisfy { $0.facts.first?.grade == .unproven && $0.facts.first?.notice == nil })
        sample.options.notice = IntakeSample.notice
        try sample.folder.write("b.csv", Self.subscribed.replacing("2025-09", with: "2025-08"))
        let early = try sample.rows("b.csv")
        #expect(early[0].facts.first?.grade == .unproven && early[0].facts.first?.notice == nil)
    }

    @Test("Who unsubscribed left, with the reason and even where the time can't be read")
    func unsubscribed() throws {
        let rows = try IntakeSample(["a.csv": Self.unsubscribed]).rows("a.csv")
        #expect(
            rows.map { $0.timeline.joined() } == [
                "withdrawn 2026-01-09T16:02:55Z", "withdrawn some time", "withdrawn some time",
            ])
        #expect(rows.map { $0.facts.first?.details.reason } == ["NORMAL", "Too many mails", nil])
        #expect(rows[2].person?.refusal?.contains("\"UNSUB_TIME\" is no time") == true)
        #expect(rows[0].person?.refusal == nil && rows[1].person?.refusal == nil)
    }

    @Test("A cleaned address bounced, and who never subscribed is refused")
    func others() throws {
        let sample = try IntakeSample([
            "cleaned.csv": Self.cleaned,
            "nonsubscribed_members_1.csv": "Email Address,First Name\nida@example.org,Ida\n",
        ])
        #expect(try sample.rows("cleaned.csv").map { $0.timeline.joined() } == ["bounced 2026-01-10T10:00:00Z"])
        #expect(
            try sample.rows("nonsubscribed_members_1.csv").first?.reason == "this person never subscribed to the list")
    }

    @Test("The address's own label may be anything, as lists have their own, and stands first")
    func labels() throws {
        let text = "Correo,Nombre,OPTIN_TIME,CONFIRM_TIME\nana@example.org,Ana,2025-09-05 09:00:00,\n"
        #expect(try IntakeSample(["a.csv": text]).rows("a.csv").first?.person?.address.key == "ana@example.org")
    }

    @Test("A file called unsubscribed without the column for it is not taken for the list")
    func misnamed() throws {
        let sample = try IntakeSample(["unsubscribed_members_1.csv": Self.subscribed])
        let problems = sample.problems("unsubscribed_members_1.csv")
        #expect(problems.contains { $0.message == "there is no column \"UNSUB_TIME\"" })
    }

    @Test("Who left is never taken for the list, whatever the file is called and though the column is misspelled")
    func neverTheList() throws {
        let sample = try IntakeSample([
            "subscribed_members_1.csv": Self.unsubscribed,
            "list.csv": Self.unsubscribed.replacing("UNSUB_TIME", with: "UNSUB_TIEM"),
        ])
        #expect(
            try sample.rows("subscribed_members_1.csv").flatMap(\.facts).map(\.kind) == [
                .withdrawn, .withdrawn, .withdrawn,
            ])
        #expect(sample.problems("list.csv").map(\.message) == ["there is no column \"UNSUB_TIME\""])
    }
}
