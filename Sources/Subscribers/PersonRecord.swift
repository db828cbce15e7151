import Consent
import Dates

/// Everything that is held of one person, for their own eyes (GDPR, Art. 15) or the practice's.
public struct PersonRecord: Sendable {
    let subscriber: Subscriber
    let entries: [LedgerEntry]
    let notices: [String: Notice]

    /// Creates a record.
    /// - Parameters:
    ///   - entries: all of the person's events.
    ///   - notices: the notices on record, by digest; those that no event names are left out.
    public init(_ subscriber: Subscriber, entries: [LedgerEntry], notices: [String: Notice]) {
        self.subscriber = subscriber
        self.entries = entries.sorted(by: LedgerEntry.isBefore)
        self.notices = notices
    }

    /// The notices that the events name, in their order.
    private var namedNotices: [Notice] {
        var seen: Set<String> = []
        return entries.compactMap(\.event.notice).filter { seen.insert($0).inserted }.compactMap { notices[$0] }
    }

    /// The record as plain text. Line ends and other control characters in what people typed are shown as a space, so that nobody
    /// can write lines of their own into it.
    public var text: String {
        var lines = [
            line("address", subscriber.identity.address),
            line("name", subscriber.identity.name.isEmpty ? "–" : subscriber.identity.name),
            line("status", subscriber.state.status?.rawValue ?? "nothing that counts"),
        ]
        if !subscriber.since.isEmpty { lines.append(line("since", subscriber.since)) }
        if let grade = subscriber.state.grade { lines.append(line("proof", grade.rawValue)) }
        if let notice = subscriber.notice { lines.append(line("agreed to", notice)) }
        if let asked = subscriber.state.askedAnew {
            lines.append(line("asked anew", Timestamp(seconds: asked).rfc3339))
        }
        lines.append(line("number", String(subscriber.subject.number)))
        for entry in entries { lines += [""] + self.lines(of: entry) }
        for notice in namedNotices { lines += [""] + self.lines(of: notice) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func lines(of entry: LedgerEntry) -> [String] {
        let event = entry.event
        var lines = ["\(entry.sequence). \(event.kind.rawValue)"]
        func add(_ name: String, _ text: String?) {
            if let text, !text.isEmpty { lines.append("   " + line(name, text)) }
        }
        add("when", event.time.map(\.words) ?? "not on record")
        add("recorded", Timestamp(seconds: event.recorded).rfc3339)
        add("how", event.method.rawValue)
        add("form", event.form)
        add("page", event.page)
        add("language", event.language)
        if let statements = event.statements {
            add("privacy read", statements.privacyRead ? "yes" : "no")
            add("terms accepted", statements.termsAccepted ? "yes" : "no")
            add("wanted", statements.newsletterWanted ? "yes" : "no")
        }
        add("proof", event.grade?.rawValue)
        add("purpose", event.purpose)
        add("basis", event.basis)
        add("notice", event.notice)
        add("read from", event.source.map { "\($0.tool), row \($0.row) of the file \($0.file)" })
        add("IP address", entry.details?.ip)
        add("browser", entry.details?.userAgent)
        add("reason", entry.details?.reason)
        add("digest", entry.digest)
        return lines
    }

    private func lines(of notice: Notice) -> [String] {
        [
            "notice \(notice.digest)", "   " + line("language", notice.language),
            "   " + line("privacy policy", "version \(notice.privacyVersion): \(notice.words.privacy)"),
            "   " + line("terms", "version \(notice.termsVersion): \(notice.words.terms)"),
            "   " + line("newsletter", notice.words.newsletter),
        ]
    }

    private func line(_ name: String, _ text: String) -> String {
        let isControl = { (scalar: Unicode.Scalar) in
            [.control, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
        }
        let safe = String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? " " : $0 }))
        return name + String(repeating: " ", count: max(1, 16 - name.count)) + safe
    }
}

extension EventTime {
    /// The time with what is known of it: "2026-03-04T14:22:10Z", "2026-03-04 (the day alone)".
    fileprivate var words: String {
        let time =
            switch precision {
            case .second: rfc3339
            case .minute: String(rfc3339.prefix(16)) + "Z (to the minute)"
            case .day: String(rfc3339.prefix(10)) + " (the day alone)"
            }
        return assumedZone.map { "\(time) (its record names no zone; \($0) was assumed)" } ?? time
    }
}
