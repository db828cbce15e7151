import Consent

/// Writes every event of every person as a table: who, when, how, to which words.
///
/// The words themselves stand once in `notices.csv`, by the name or the digest that each event has.
struct ConsentRecordTable {
    let snapshot: SubscriberSnapshot
    /// Whose events are written, in this order.
    let people: ArraySlice<SubscriberRoll.Person>
    /// The notices' names, by digest.
    let noticeNames: [String: String]

    private static let header = [
        "email", "name", "status", "event", "time", "precision", "assumed_zone", "privacy_read", "terms_accepted",
        "newsletter_wanted", "notice", "privacy_version", "terms_version", "language", "evidence", "method", "form",
        "page", "purpose", "basis", "ip", "user_agent", "reason", "source_tool", "source_file", "source_row",
        "recorded",
        "subject", "sequence",
    ]

    func file() throws -> [UInt8] {
        var table = CSVBytes(Self.header, capacity: people.count * 2048)
        try snapshot.forEach(people) { person, entries in
            for entry in entries { add(entry, of: person, to: &table) }
        }
        return table.bytes
    }

    private func add(_ entry: LedgerEntry, of person: SubscriberRoll.Person, to table: inout CSVBytes) {
        let event = entry.event
        let notice = event.notice.flatMap { snapshot.notices[$0] }
        let identity = identity(of: event, person)
        table.addAddress(identity.address)
        table.addTyped(identity.name)
        table.add(person.subscriber.state.status?.rawValue ?? "")
        table.add(event.kind.rawValue)
        table.addTime(event.time?.seconds)
        table.add(event.time?.precision.rawValue ?? "")
        table.add(event.time?.assumedZone ?? "")
        add(event.statements?.privacyRead, to: &table)
        add(event.statements?.termsAccepted, to: &table)
        add(event.statements?.newsletterWanted, to: &table)
        table.add(event.notice.map { noticeNames[$0] ?? $0 } ?? "")
        table.add(notice?.privacyVersion ?? "")
        table.add(notice?.termsVersion ?? "")
        table.addTyped(event.language ?? "")
        table.add(event.grade?.rawValue ?? "")
        table.add(event.method.rawValue)
        table.addTyped(event.form ?? "")
        table.addTyped(event.page ?? "")
        table.addTyped(event.purpose)
        table.addTyped(event.basis)
        table.addTyped(entry.details?.ip ?? "")
        table.addTyped(entry.details?.userAgent ?? "")
        table.addTyped(entry.details?.reason ?? "")
        table.add(event.source?.tool ?? "")
        table.add(event.source?.file ?? "")
        table.add(event.source.map { String($0.row) } ?? "")
        table.addTime(event.recorded)
        table.add(event.subject.map { String($0.number) } ?? "")
        table.add(String(entry.sequence))
        table.endRow()
    }

    private func identity(of event: ConsentEvent, _ person: SubscriberRoll.Person) -> Identity {
        let own = event.subject == person.subscriber.subject ? nil : person.others.first { $0.subject == event.subject }
        return (own ?? person.subscriber).identity
    }

    private func add(_ flag: Bool?, to table: inout CSVBytes) {
        table.add(flag.map { $0 ? "yes" : "no" } ?? "")
    }
}

/// Writes the notices on record as a table: what each digest stands for.
enum NoticeTableFile {
    static func file(of snapshot: SubscriberSnapshot, noticeNames: [String: String]) -> [UInt8] {
        var table = CSVBytes([
            "digest", "notice", "language", "privacy_version", "terms_version", "privacy_words", "terms_words",
            "newsletter_words",
        ])
        for (digest, notice) in snapshot.notices.sorted(by: { $0.key < $1.key }) {
            table.add(digest)
            table.add(noticeNames[digest] ?? "")
            table.add(notice.language)
            table.add(notice.privacyVersion)
            table.add(notice.termsVersion)
            table.addTyped(notice.words.privacy)
            table.addTyped(notice.words.terms)
            table.addTyped(notice.words.newsletter)
            table.endRow()
        }
        return table.bytes
    }
}
