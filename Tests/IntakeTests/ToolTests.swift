import Consent
import Testing

@testable import Intake

@Suite("Other mail tools' exports taken in")
struct ToolTests {
    private func rows(_ text: String, _ change: (inout IntakeOptions) -> Void = { _ in }) throws -> [IntakeRow] {
        var sample = try IntakeSample(["a.csv": text])
        change(&sample.options)
        return try sample.rows("a.csv")
    }

    private func summary(_ rows: [IntakeRow]) -> [String] {
        rows.map { row in row.reason ?? row.timeline.joined(separator: ", ") }
    }

    @Test("listmonk: Go's times, states, and attributes that are no concern")
    func listmonk() throws {
        let rows = try rows(
            """
            uuid,email,name,attributes,status,created_at,updated_at
            1,ana@example.org,Ana,"{""city"": ""X, Y""}",enabled,2024-05-01 10:11:12.123456 +0000 UTC,2024-05-02 10:11:12 +0000 UTC
            2,ben@example.org,Ben,{},blocklisted,2024-05-01 10:11:12 +0530 IST,2024-05-03 10:11:12.5 +0530 IST
            3,cy@example.org,Cy,{},disabled,2024-05-01 10:11:12 +0000 UTC,0001-01-01 00:00:00 +0000 UTC
            4,di@example.org,Di,{},odd,2024-05-01 10:11:12 +0000 UTC,2024-05-01 10:11:12 +0000 UTC
            5,eve@example.org,Eve,{},enabled,2024-05-41 10:11:12 +0000 UTC,2024-05-01 10:11:12 +0000 UTC

            """)
        #expect(
            summary(rows) == [
                "imported 2024-05-01T10:11:12Z", "withdrawn 2024-05-03T04:41:12Z", "withdrawn some time",
                "\"status\" is none that is known of listmonk",
                "\"created_at\" is no time that the calendar has, such as 2026-03-04T14:22:10Z",
            ])
        #expect(rows[0].facts[0].grade == .unproven && rows[0].facts[0].time?.assumedZone == nil)
        #expect(rows[0].tool == "listmonk")
    }

    @Test("Brevo: semicolons, the day first, and a zone that is assumed")
    func brevo() throws {
        let text = """
            EMAIL;LASTNAME;FIRSTNAME;SMS;EMAIL_BLACKLISTED;SMS_BLACKLISTED;ADDED_TIME;MODIFIED_TIME
            ana@example.org;Ruiz;Ana;;no;no;04-03-2025 14:22:10;05-03-2025
            ben@example.org;Carter;Ben;;Yes;no;04-03-2025;05-03-2025 08:00
            cy@example.org;Cy;;;1;0;04-03-2025;
            di@example.org;Di;;;?;0;04-03-2025;

            """
        let rows = try rows(text) { options in options.timeZone = .init(identifier: "America/New_York") ?? .gmt }
        #expect(
            summary(rows) == [
                "imported 2025-03-04T19:22:10Z", "withdrawn 2025-03-05T13:00:00Z", "withdrawn some time",
                "\"EMAIL_BLACKLISTED\" is none that is known of brevo",
            ])
        #expect(rows[0].person?.name == "Ana Ruiz")
        #expect(rows[0].facts[0].time?.assumedZone == "America/New_York")
        #expect(rows[1].facts[0].time?.precision == .minute)
    }

    @Test("Kit, Buttondown and Ghost: their states and times")
    func others() throws {
        let kit = try rows(
            """
            first_name,email,created_at,status
            Ana,ana@example.org,2024-05-01T10:11:12Z,active
            Ben,ben@example.org,2024-05-01T10:11:12Z,cancelled
            Cy,cy@example.org,2024-05-01T10:11:12Z,bounced
            Di,di@example.org,2024-05-01T10:11:12Z,complained
            Eve,eve@example.org,2024-05-01T10:11:12Z,inactive

            """)
        #expect(kit.first?.tool == "kit")
        #expect(
            summary(kit) == [
                "imported 2024-05-01T10:11:12Z", "withdrawn some time", "bounced some time", "complained some time",
                "the tool never had this address confirmed",
            ])
        let buttondown = try rows(
            """
            email_address,type,creation_date,unsubscription_date,unsubscription_reason,tags
            ana@example.org,regular,2024-05-01T10:11:12.123456Z,,,
            ben@example.org,unsubscribed,2024-05-01T10:11:12Z,2025-01-01T00:00:00Z,Moved away,
            cy@example.org,unactivated,2024-05-01T10:11:12Z,,,

            """)
        #expect(buttondown.first?.tool == "buttondown")
        #expect(
            summary(buttondown) == [
                "imported 2024-05-01T10:11:12Z", "withdrawn 2025-01-01T00:00:00Z",
                "the tool never had this address confirmed",
            ])
        #expect(buttondown[1].facts[0].details.reason == "Moved away")
        let ghost = try rows(
            """
            id,email,name,note,subscribed_to_emails,complimentary_plan,stripe_customer_id,created_at,deleted_at,labels,tiers
            1,ana@example.org,Ana,,true,false,,2024-05-01T10:11:12.000Z,,,
            2,ben@example.org,Ben,,false,false,,2024-05-01T10:11:12.000Z,,,
            3,cy@example.org,Cy,,true,false,,2024-05-01T10:11:12.000Z,2025-01-01T00:00:00.000Z,,

            """)
        #expect(ghost.first?.tool == "ghost")
        #expect(
            summary(ghost) == [
                "imported 2024-05-01T10:11:12Z", "withdrawn some time", "withdrawn 2025-01-01T00:00:00Z",
            ])
    }
}
