import Consent
import Content
import Dates
import TestSupport
import Testing

@testable import Subscribers

/// A ledger of invented people, in memory.
struct TestLedger {
    /// The notice that most of them agreed to, and a newer one.
    static let words = notice(privacy: "1.0", "I want the letter.")
    static let newWords = notice(privacy: "2.0", "I want the letter, and can stop it.")

    private var subscribers: [Subscriber] = []
    private var entries: [LedgerEntry] = []
    /// Where the state of the last person stands.
    var unsubscribeURL: (@Sendable (SubjectID) -> String)?

    /// Adds a person with events, which get that person's number.
    mutating func add(_ address: String, _ name: String = "", _ events: [ConsentEvent], details: ConsentDetails? = nil)
    {
        guard let subject = SubjectID(Int64(subscribers.count + 1) * 1001) else { return }
        var notices = NoticeTable()
        var fold: [FoldEvent] = []
        for event in events {
            var event = event
            event.subject = subject
            let sequence = Int64(entries.count + 1)
            fold.append(FoldEvent(event, sequence: sequence, notices: &notices))
            entries.append(
                LedgerEntry(
                    sequence: sequence, digest: Digest.hex(of: Array("entry \(sequence)".utf8)), event: event,
                    details: event.kind == .requested || event.kind == .withdrawn ? details : nil))
        }
        let state = ConsentState.fold(fold)
        subscribers.append(
            Subscriber(
                subject: subject, identity: Identity(address: address, name: name), state: state,
                notice: state.notice.map { notices[$0] }))
    }

    /// What the ledger tells; people in the order in which a generator puts them.
    func snapshot(shuffledBy random: SeededGenerator? = nil) -> SubscriberSnapshot {
        var people = subscribers
        if var random { people.shuffle(using: &random) }
        let entries = Dictionary(grouping: entries, by: \.event.subject)
        return SubscriberSnapshot(
            subscribers: people,
            notices: [Self.words.digest: Self.words, Self.newWords.digest: Self.newWords],
            head: self.entries.last?.digest, unsubscribeURL: unsubscribeURL
        ) { subjects in subjects.flatMap { entries[$0] ?? [] } }
    }

    func roll(_ policies: Policies = Policies()) throws -> SubscriberRoll {
        try SubscriberRoll(snapshot(), policies: policies)
    }

    private static func notice(privacy: String, _ words: String) -> Notice {
        Notice(
            language: "en", privacyVersion: privacy, termsVersion: "1.0",
            words: ConsentWords(privacy: "I have read the policy.", terms: "I accept the terms.", newsletter: words))
    }
}

/// Events at a minute after 2026-01-01T12:00:00Z.
enum Events {
    static let start = 1_767_268_800

    static func asked(_ minute: Int, newsletter: Bool = true, notice: Notice? = TestLedger.words) -> ConsentEvent {
        var event = event(.requested, minute, .form, notice)
        event.statements = ConsentStatements(privacyRead: true, termsAccepted: true, newsletterWanted: newsletter)
        event.grade = .singleOptIn
        event.form = "newsletter"
        event.page = "/newsletter/"
        event.language = "en"
        return event
    }

    static func confirmed(_ minute: Int, notice: Notice? = TestLedger.words) -> ConsentEvent {
        var event = event(.confirmed, minute, .link, notice)
        event.grade = .doubleOptIn
        return event
    }

    static func imported(_ minute: Int, _ grade: EvidenceGrade, notice: Notice? = TestLedger.words) -> ConsentEvent {
        var event = event(.imported, minute, .mailTool, notice)
        event.grade = grade
        event.time = EventTime(seconds: start + minute * 60, precision: .minute, assumedZone: "America/New_York")
        event.source = EventSource(tool: "mailchimp", file: Digest.hex(of: Array("file".utf8)), row: 7)
        return event
    }

    static func ended(_ minute: Int, _ kind: EventKind = .withdrawn) -> ConsentEvent {
        event(kind, minute, kind == .withdrawn ? .oneClick : .mailTool, nil)
    }

    private static func event(
        _ kind: EventKind, _ minute: Int, _ method: ConsentMethod, _ notice: Notice?
    ) -> ConsentEvent {
        var event = ConsentEvent(
            kind: kind, time: EventTime(seconds: start + minute * 60), recorded: start + minute * 60 + 1, method: method
        )
        event.notice = notice?.digest
        return event
    }
}

extension TestLedger {
    /// One person of each kind, over four months.
    static let sample: TestLedger = {
        let month = 30 * 24 * 60
        var ledger = TestLedger()
        ledger.add(
            "Ana.Ruiz@example.org", "Ana Ruiz", [Events.asked(0), Events.confirmed(12)],
            details: ConsentDetails(ip: "192.0.2.7", userAgent: "Browser/1.0"))
        ledger.add(
            "ben@example.com", "Ben", [Events.asked(5), Events.confirmed(9), Events.ended(2 * month)],
            details: ConsentDetails(reason: "Too many\nletters"))
        ledger.add("carla@example.net", "", [Events.imported(month, .doubleOptIn)])
        ledger.add("dan@example.org", "=Dan, \"Danny\" Poe", [Events.asked(month), Events.confirmed(month + 3)])
        ledger.add(
            "+eve@example.org", "Eve Ünal",
            [Events.asked(2 * month, notice: newWords), Events.confirmed(2 * month + 1, notice: newWords)])
        ledger.add("fay@example.com", "Fay", [Events.asked(3 * month)])
        ledger.add("gus@example.com", "Gus", [Events.asked(3 * month, newsletter: false)])
        ledger.add("hal@example.com", "Hal", [Events.imported(month, .unproven, notice: nil)])
        ledger.add("ida@example.com", "Ida", [Events.asked(1), Events.confirmed(2), Events.ended(month, .bounced)])
        ledger.add("jo@example.com", "Jo", [Events.asked(1), Events.confirmed(2), Events.ended(month, .complained)])
        ledger.unsubscribeURL = { "https://www.oak.example/join/unsubscribe?token=\($0.number)" }
        return ledger
    }()

    /// A small site that knows both notices.
    static func library(_ site: String = "", _ files: [String: String] = [:]) throws -> Library {
        // A tag of Mailchimp's would be none of another tool's.
        let least =
            SmallContent.site.split(separator: "\n").filter { !$0.contains("*|") }.joined(separator: "\n") + "\n"
        let notices = """
            - {id: first, from: 2025-01-01, privacy-version: "1.0", terms-version: "1.0", privacy: I have read the policy., \
            terms: I accept the terms., newsletter: I want the letter.}

            """
        let folder = try TemporaryFolder(
            SmallContent.with(
                [
                    "site.yaml": least + site, "subscribers/notices.yaml": notices,
                    "legal/privacy-policy.md": SmallContent.page(
                        "title: Policy\nversion: \"1.0\"\neffective: 2025-01-01"),
                    "legal/terms-of-service.md": SmallContent.page(
                        "title: Terms\nversion: \"1.0\"\neffective: 2025-01-01"),
                ].merging(files) { _, new in new }))
        let date = try #require(CalendarDate(iso8601: "2026-06-01"))
        let (library, log) = Library.read(folder.path, options: ReadingOptions(date: date))
        guard let library else { throw log }
        return library
    }
}
