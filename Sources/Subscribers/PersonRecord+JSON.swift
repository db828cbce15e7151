import Consent
import Dates

extension PersonRecord {
    /// The record as JSON, with a line for each value.
    public var json: String {
        var writer = JSONBytes(isIndented: true, capacity: 4096)
        writer.object { object in
            object.add("subject", subscriber.subject.number)
            object.add("address", subscriber.identity.address)
            object.add("name", subscriber.identity.name)
            object.add("status", subscriber.state.status?.rawValue)
            object.add("since", subscriber.since.isEmpty ? nil : subscriber.since)
            object.add("evidence", subscriber.state.grade?.rawValue)
            object.add("notice", subscriber.notice)
            object.add("asked_anew", subscriber.state.askedAnew.map { Timestamp(seconds: $0).rfc3339 })
            object.addArray("events") { array in for entry in entries { array.addObject { $0.add(entry) } } }
            object.add("notices") { object in
                for (digest, notice) in notices.sorted(by: { $0.key < $1.key })
                where entries.contains(where: { $0.event.notice == digest }) {
                    object.add(digest) { $0.add(notice) }
                }
            }
        }
        writer.endLine()
        return writer.text
    }
}

extension JSONBytes {
    fileprivate mutating func add(_ entry: LedgerEntry) {
        let event = entry.event
        add("sequence", entry.sequence)
        add("event", event.kind.rawValue)
        add("time", event.time?.rfc3339)
        add("precision", event.time?.precision.rawValue)
        add("assumed_zone", event.time?.assumedZone)
        add("recorded", Timestamp(seconds: event.recorded).rfc3339)
        add("method", event.method.rawValue)
        add("form", event.form)
        add("page", event.page)
        add("language", event.language)
        if let statements = event.statements {
            add("statements") { object in
                object.add("privacy_read", statements.privacyRead)
                object.add("terms_accepted", statements.termsAccepted)
                object.add("newsletter_wanted", statements.newsletterWanted)
            }
        }
        add("evidence", event.grade?.rawValue)
        add("purpose", event.purpose)
        add("basis", event.basis)
        add("notice", event.notice)
        if let source = event.source {
            add("source") { object in
                object.add("tool", source.tool)
                object.add("file", source.file)
                object.add("row", Int64(source.row))
            }
        }
        add("ip", entry.details?.ip)
        add("user_agent", entry.details?.userAgent)
        add("reason", entry.details?.reason)
        add("digest", entry.digest)
    }

    fileprivate mutating func add(_ notice: Notice) {
        add("language", notice.language)
        add("privacy_version", notice.privacyVersion)
        add("terms_version", notice.termsVersion)
        add("privacy_words", notice.words.privacy)
        add("terms_words", notice.words.terms)
        add("newsletter_words", notice.words.newsletter)
    }
}
