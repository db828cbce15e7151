import Consent

extension ConsentEvent {
    /// The event that a fact becomes.
    init(_ fact: ConsentFact, of subject: SubjectID, source: EventSource?, recorded: Int, identity: String?) {
        self.init(kind: fact.kind, subject: subject, time: fact.time, recorded: recorded, method: fact.method)
        // Events stay for good, and pages' addresses can have people's in them.
        form = fact.form.flatMap(Self.withoutAddress)
        page = fact.page.map(Self.withoutQuery).flatMap(Self.withoutAddress)
        language = fact.language
        notice = fact.notice
        statements = fact.statements
        grade = fact.grade
        self.source = source
        self.identity = identity
    }

    private static func withoutQuery(_ page: String) -> String {
        guard let end = page.utf8.firstIndex(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }) else {
            return page
        }
        return String(page[..<end])
    }

    private static func withoutAddress(_ text: String) -> String? {
        var isEscape = (percent: false, four: false)
        for byte in text.utf8 {
            if byte == UInt8(ascii: "@") || isEscape.four && byte == UInt8(ascii: "0") { return nil }
            isEscape = (byte == UInt8(ascii: "%"), isEscape.percent && byte == UInt8(ascii: "4"))
        }
        return text
    }
}
