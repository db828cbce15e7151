import Dates
import Evaluation
import TestSupport
import Testing

@testable import Content

@Suite("Deliveries of booklets")
struct DeliveryTests {
    private static let zip = String(repeating: "a", count: 64)
    private static let header = Delivery.columns.joined(separator: ",") + "\n"
    private static let secret = "Sheriff"

    private func json(_ sample: ContentSample) throws -> String {
        String(decoding: try #require(try sample.library().schools.first).snapshot.json(), as: UTF8.self)
    }

    private func line(
        _ version: Int, _ snapshot: String, date: String = "2026-01-05", to audience: String = secret,
        zip: String = zip
    ) -> String {
        "\(version),\(date),\(audience),oak-v\(version).zip,\(zip),\(SHA256Digest.hex(of: Array(snapshot.utf8)))\n"
    }

    private func files(_ ledger: String, _ snapshots: [Int: String]) -> [String: String?] {
        var files: [String: String?] = ["schools/oak/deliveries.csv": Self.header + ledger]
        for (version, text) in snapshots { files["schools/oak/deliveries/\(version).json"] = text }
        return files
    }

    @Test("A booklet of which nothing was delivered is version 1, with nothing to compare with")
    func first() throws {
        let school = try #require(try ContentSample().library().schools.first)
        #expect(school.deliveries.isEmpty && school.edition.version == 1 && !school.edition.isDelivered)
        #expect(school.edition.previous == nil && school.edition.changes == nil)
    }

    @Test("What tells the same as version n is version n and compares with n − 1; anything else is n + 1")
    func versions() throws {
        let now = try json(ContentSample())
        let before = try json(ContentSample(["schools/oak/measures.csv": "period,measure,count\n"]))
        #expect(now != before)

        let next = try ContentSample(files(line(1, before), [1: before]))
        #expect(next.text() == "")
        let school = try #require(try next.library().schools.first)
        #expect(school.edition.version == 2 && !school.edition.isDelivered)
        #expect(school.edition.previous == school.deliveries.first)
        #expect(school.edition.changes?.measures.map(\.kind) == [.new])

        let both = line(1, before) + line(1, before, date: "2026-01-06", to: "district") + line(2, now)
        let dated = both.replacing("2,2026-01-05", with: "2,2026-02-01")
        let again = try ContentSample(files(dated, [1: before, 2: now]))
        let same = try #require(try again.library().schools.first)
        #expect(same.edition.version == 2 && same.edition.isDelivered && same.deliveries.count == 3)
        #expect(same.edition.previous?.audience == Self.secret)
        #expect(same.edition.changes == school.edition.changes)
        #expect(same.snapshot == school.snapshot)

        let only = try ContentSample(files(line(1, now), [1: now]))
        let one = try #require(try only.library().schools.first)
        #expect(one.edition.version == 1 && one.edition.isDelivered && one.edition.changes == nil)
    }

    @Test("However a ledger is damaged, it is one error at its file that quotes nobody")
    func damage() throws {
        let now = try json(ContentSample())
        let good = line(1, now)
        let next = line(2, now + " ", date: "2026-02-01")
        let ledgers: [(String, [Int: String], String)] = [
            ("x\n", [1: now], "this row should have 6 fields"),
            (line(2, now), [2: now], "versions are counted from 1"),
            (good + line(3, now), [1: now], "versions are counted from 1"),
            (good.replacing("1,2026", with: "one,2026"), [1: now], "versions are counted from 1"),
            (good.replacing("01-05", with: "02-30"), [1: now], "no date such as"),
            (good + line(2, now + " ", date: "2025-12-31"), [1: now, 2: now + " "], "dated before the one above it"),
            (line(1, now, to: ""), [1: now], "no audience"),
            (good.replacing("oak-v1", with: "../oak-v1"), [1: now], "no name of a file"),
            (line(1, now, zip: "A" + Self.zip.dropFirst()), [1: now], "no SHA-256"),
            (good + line(1, now + " ", to: "police"), [1: now], "can't have told two things"),
            (good + good, [1: now], "stands here twice"),
            (good, [:], "deliveries.csv says that it was delivered"),
            (good, [1: now + " "], "is not the one that was delivered"),
            (good + next, [1: now], "deliveries.csv says that it was delivered"),
            (good, [1: now, 3: now], "deliveries.csv has no line for this file"),
            (line(1, "{}"), [1: "{}"], "this is no snapshot of a booklet"),
        ]
        for (ledger, snapshots, message) in ledgers {
            let sample = try ContentSample(files(ledger, snapshots))
            let log = sample.read().log
            let errors = log.diagnostics.filter { $0.severity == .error }
            #expect(errors.count == 1 && errors.allSatisfy { $0.path.contains("schools/oak/deliveries") }, "\(ledger)")
            #expect(log.text.contains(message) && log.text.contains("put the file back"), "\(log.text)")
            #expect(!log.text.contains(Self.secret) && sample.read().library == nil)
        }
        try expectText(["schools/oak/deliveries.csv": "date,audience\n"], contains: "this is no ledger of deliveries")
        try expectText(["schools/oak/deliveries.csv": ""], contains: "this is no ledger of deliveries")
    }

    @Test("A snapshot that a delivery left when it was cut off is told, and keeps nothing back")
    func cutOff() throws {
        let now = try json(ContentSample())
        let sample = try ContentSample(files(line(1, now), [1: now, 2: now + " "]))
        #expect(
            sample.messages() == [
                "Content/schools/oak/deliveries/2.json: warning: deliveries.csv has no line for this file"
            ])
        #expect(try sample.library().schools.first?.edition.version == 1)
    }

    @Test("school.yaml says who agreed that the booklet is handed over, and when")
    func permission() throws {
        func school(_ line: String) -> [String: String?] {
            ["schools/oak/school.yaml": line + "\n" + ContentSample.school]
        }
        let given = try ContentSample(school("permission-to-deliver: {from: \"Principal's office\", date: 2026-01-05}"))
        let permission = try #require(try given.library().schools.first?.profile.deliveryPermission)
        #expect(permission.from == "Principal's office" && permission.date.iso8601 == "2026-01-05")
        #expect(try ContentSample().library().schools.first?.profile.deliveryPermission == nil)
        try expectText(school("permission-to-deliver: true"), contains: "should be keys with values")
        try expectText(school("permission-to-deliver: {from: A}"), contains: "\"date\" is missing")
        try expectText(school("permission-to-deliver: {date: 2026-01-05}"), contains: "\"from\" is missing")
        try expectText(
            school("permission-to-deliver: {from: A, date: 2026-02-30}"), contains: "\"date\" should be a date")
        try expectText(
            school("permission-to-deliver: {form: A, date: 2026-01-05}"), contains: "no key \"form\"", "\"from\"")
    }

    @Test("A comment awaits a decision until \"approved\" is true or false")
    func decisions() throws {
        let comments = """
            comments:
              - {id: a, text: Good., approved: true}
              - {id: b, text: Bad., approved: false}
              - {id: c, text: Long., approved: }
              - {id: d, text: Short.}
            """
        let school = try #require(
            try ContentSample(["schools/oak/comments.yaml": comments]).library().schools.first)
        #expect(school.comments.map(\.id) == ["a"] && school.declinedComments == ["b"])
    }
}
