import CSV
import Content
import Diagnostics
import Publishing

/// The subscriber list and the consent records, as artifacts for the practice alone.
public enum SubscriberLists {
    /// Describes `list.csv` for the mail tool and `consent-records.csv` with the proof behind every address.
    /// - Throws: `DiagnosticLog` where a path can't be made; it never is.
    public static func artifacts(of library: Library) throws(DiagnosticLog) -> [Artifact] {
        let records = library.subscribers
        guard !records.events.isEmpty else { return [] }
        do {
            return [
                Artifact(product: .subscribers, path: try ArtifactPath("list.csv"), audience: .private) {
                    .text(list(of: SubscriberFold.subscribers(from: records.events)))
                },
                Artifact(product: .subscribers, path: try ArtifactPath("consent-records.csv"), audience: .private) {
                    .text(consentRecords(of: SubscriberFold.subscribers(from: records.events)))
                },
            ]
        } catch {
            throw DiagnosticLog([Diagnostic(path: library.folder, message: error.description)])
        }
    }

    /// Only people who asked, were shown words that are on record, confirmed, and have not withdrawn.
    static func list(of subscribers: [Subscriber]) -> String {
        var writer = CSVWriter(header: ["email", "name", "subscribed_at", "notice"])
        for subscriber in subscribers where subscriber.status == .subscribed {
            writer.append([
                subscriber.address, CSVWriter.defused(subscriber.name), subscriber.evidence.time?.rfc3339 ?? "",
                subscriber.evidence.notice?.id ?? "",
            ])
        }
        return writer.text
    }

    /// Every event of every person: who, when, how, to which words.
    static func consentRecords(of subscribers: [Subscriber]) -> String {
        var writer = CSVWriter(header: [
            "email", "name", "status", "event", "time", "zone", "privacy_read", "terms_accepted", "newsletter_wanted",
            "notice", "privacy_version", "terms_version", "privacy_words", "terms_words", "newsletter_words", "method",
            "source_file", "source_line",
        ])
        for subscriber in subscribers {
            for event in subscriber.events { writer.append(row(event, of: subscriber)) }
        }
        return writer.text
    }

    private static func row(_ event: ConsentEvent, of subscriber: Subscriber) -> [String] {
        let (name, statements) = describe(event.kind)
        let notice = event.notice
        func flag(_ value: Bool?) -> String { value.map { $0 ? "yes" : "no" } ?? "" }
        return [
            subscriber.address, CSVWriter.defused(subscriber.name), subscriber.status.rawValue, name,
            event.time?.rfc3339 ?? "", event.time.map { $0.hasStatedZone ? "stated" : "assumed UTC" } ?? "",
            flag(statements?.privacyRead), flag(statements?.termsAccepted), flag(statements?.newsletterWanted),
            notice?.id ?? "", notice?.privacyVersion ?? "", notice?.termsVersion ?? "", notice?.words.privacy ?? "",
            notice?.words.terms ?? "", notice?.words.newsletter ?? "", CSVWriter.defused(event.method),
            event.source.file, String(event.source.line),
        ]
    }

    private static func describe(_ kind: ConsentEvent.Kind) -> (name: String, statements: ConsentEvent.Statements?) {
        switch kind {
        case .requested(let statements): ("requested", statements)
        case .confirmed: ("confirmed", nil)
        case .imported(let isConfirmed): (isConfirmed ? "imported, confirmed" : "imported", nil)
        case .withdrawn: ("withdrawn", nil)
        }
    }
}
