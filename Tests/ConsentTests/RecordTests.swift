import TestSupport
import Testing

@testable import Consent

@Suite("Records of consent events")
struct RecordTests {
    @Test("A record is canonical JSON with its keys in order and without what is not known")
    func canonicalForm() {
        var event = ConsentEvent(kind: .withdrawn, subject: SubjectID(7), recorded: 1_767_268_800, method: .mailTool)
        event.time = EventTime(seconds: 1_767_182_400, precision: .day, assumedZone: "America/New_York")
        event.source = EventSource(tool: "mailchimp", file: "ab", row: 3)
        #expect(
            String(decoding: event.record, as: UTF8.self)
                == #"{"basis":"consent","kind":"withdrawn","method":"mail tool","precision":"day","purpose":"newsletter","#
                + #""recorded":"2026-01-01T12:00:00Z","source":{"file":"ab","row":3,"tool":"mailchimp"},"subject":7,"#
                + #""time":"2025-12-31T12:00:00Z","zone":"America/New_York"}"#)
    }

    @Test("Reading a record gives the event that was written")
    func roundTrip() {
        var generator = SeededGenerator(seed: 6)
        for _ in 0..<2000 {
            let event = Self.event(&generator)
            let read = event.record.withUnsafeBytes { ConsentEvent(record: $0) }
            #expect(read == event)
        }
    }

    @Test("The part that a fold reads from a record is that of the event")
    func foldEvents() {
        var generator = SeededGenerator(seed: 7)
        var (left, right) = (NoticeTable(), NoticeTable())
        for sequence in 1...2000 {
            let event = Self.event(&generator)
            let read = event.record.withUnsafeBytes {
                FoldEvent(record: $0, sequence: Int64(sequence), notices: &left)
            }
            #expect(read == FoldEvent(event, sequence: Int64(sequence), notices: &right))
        }
    }

    @Test("An event to fold takes 32 bytes, so that a million of them are held at once")
    func foldEventSize() {
        #expect(MemoryLayout<FoldEvent>.stride == 32)
    }

    @Test(
        "What is no record is refused",
        arguments: [
            "", "{}", "{", "[]", #"{"kind":"shown"}"#,
            #"{"kind":"shown","method":"form","recorded":"2026-01-01T12:00:00Z"}x"#,
            #"{"kind":"shown","method":"form","recorded":"2026-01-01T12:00:00Z""#,
            #"{"kind":"shown","method":"form","recorded":"2026-01-01T12:00:00Z",}"#,
            #"{"kind":"shown","method":"form","more":1,"recorded":"2026-01-01T12:00:00Z"}"#,
            #"{"kind":"sold","method":"form","recorded":"2026-01-01T12:00:00Z"}"#,
            #"{"kind":"shown","method":"form","recorded":"2026-13-01T12:00:00Z"}"#,
        ])
    func malformed(text: String) {
        let event = Array(text.utf8).withUnsafeBytes { ConsentEvent(record: $0) }
        #expect(event == nil)
    }

    private static func event(_ generator: inout SeededGenerator) -> ConsentEvent {
        func maybe<Value>(_ make: @autoclosure () -> Value) -> Value? { Bool.random(using: &generator) ? make() : nil }
        func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: values.indices, using: &generator)] }
        let texts = ["", "a", "é\u{1F600}", "quote \" and \\", "tab\tline\r\n\u{01}\u{08}\u{0C}", #"{"kind":"}"#]
        var event = ConsentEvent(
            kind: pick(EventKind.allCases),
            subject: maybe(SubjectID.random(using: &generator)),
            recorded: Int.random(in: 0...4_000_000_000, using: &generator),
            method: pick(ConsentMethod.allCases))
        event.time = maybe(
            EventTime(
                seconds: Int.random(in: -9_000_000_000...9_000_000_000, using: &generator),
                precision: pick(EventTime.Precision.allCases),
                assumedZone: maybe("Europe/Berlin")))
        event.form = maybe(pick(texts))
        event.page = maybe(pick(texts))
        event.language = maybe("es-US")
        event.notice = maybe(Digest.hex(of: [UInt8.random(in: 0...3, using: &generator)]))
        event.statements = maybe(
            ConsentStatements(
                privacyRead: Bool.random(using: &generator), termsAccepted: Bool.random(using: &generator),
                newsletterWanted: Bool.random(using: &generator)))
        event.grade = maybe(pick(EvidenceGrade.allCases))
        event.source = maybe(
            EventSource(
                tool: pick(texts), file: "f", row: .random(in: 0...9, using: &generator)))
        event.identity = maybe("i")
        event.details = maybe("d")
        event.suppression = maybe("s")
        event.export = maybe(ExportSummary(tool: "kit", count: 3, list: "l", head: "h"))
        return event
    }
}
