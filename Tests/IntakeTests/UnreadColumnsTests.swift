import Testing

@testable import Intake

@Suite("Columns of generic files that nobody reads")
struct UnreadColumnsTests {
    private static let header = "submitted_at,email,notice,privacy_read,terms_accepted,newsletter_wanted"

    private func warnings(_ name: String, _ text: String, columns: [String: String] = [:]) throws -> [String] {
        var sample = try IntakeSample([name: text])
        sample.options.format = .generic
        sample.options.columns = columns
        return try sample.open(name).warnings.sorted.map(\.message)
    }

    @Test("They are told by number, and by name where it is one")
    func table() throws {
        let told = try warnings("a.csv", Self.header + ",unsubscribed_at,,ana@example.org\n")
        #expect(told == ["nobody reads columns 7 \"unsubscribed_at\", 8, 9"])
        let one = try warnings("a.csv", Self.header + ",Left?\n")
        #expect(one == ["nobody reads column 7 \"Left?\""])
    }

    @Test("What is read, by our name or by the map, is not told, nor what is left out on purpose")
    func read() throws {
        #expect(try warnings("a.csv", Self.header + ",ip,user_agent,withdrawn_at\n").isEmpty)
        #expect(try warnings("a.csv", Self.header + ",Left\n", columns: ["withdrawn_at": "Left"]).isEmpty)
    }

    @Test("Of a table with hundreds of columns not all are named, and all are counted")
    func many() throws {
        let told = try warnings("a.csv", Self.header + (1...300).map { ",c\($0)" }.joined() + "\n")
        #expect(told.count == 1)
        #expect(told[0].contains("7 \"c1\", 8 \"c2\"") && told[0].hasSuffix(", 260 more"))
    }

    @Test("Of JSON every record's keys are looked at: only who left may have one")
    func json() throws {
        let record = "{\"email\":\"a@example.org\",\"submitted_at\":\"2025-09-13\"}\n"
        let left = "{\"email\":\"b@example.org\",\"left\":\"2026-01-01\",\"b@example.org\":1}\n"
        let told = try warnings("a.jsonl", String(repeating: record, count: 5_000) + left)
        #expect(told == ["nobody reads keys \"left\", 1 more"])
        #expect(try warnings("a.jsonl", record).isEmpty)
    }

    @Test("Other formats have columns of their tools', and are not told of them")
    func otherFormats() throws {
        let sample = try IntakeSample(["a.csv": "email,status,created_at,first_name,favorite_color\n"])
        #expect(try sample.open("a.csv").warnings.isEmpty)
    }
}
