@testable import Consent

/// Short words for one person's events, each at a second; `nil` for words that are not on record.
struct History {
    static let words = "a0"
    static let newWords = "b1"

    static func asked(
        _ second: Int, privacy: Bool = true, terms: Bool = true, newsletter: Bool = true, notice: String? = words
    ) -> ConsentEvent {
        var event = event(.requested, second, notice)
        event.statements = ConsentStatements(
            privacyRead: privacy, termsAccepted: terms, newsletterWanted: newsletter)
        event.grade = .singleOptIn
        return event
    }

    static func confirmed(_ second: Int, notice: String? = words) -> ConsentEvent {
        var event = event(.confirmed, second, notice)
        event.grade = .doubleOptIn
        return event
    }

    static func imported(
        _ second: Int?, _ grade: EvidenceGrade = .doubleOptIn, notice: String? = words
    ) -> ConsentEvent {
        var event = event(.imported, second, notice)
        event.grade = grade
        return event
    }

    static func withdrawn(_ second: Int?, _ kind: EventKind = .withdrawn) -> ConsentEvent { event(kind, second, nil) }

    static func corrected(_ second: Int, _ grade: EvidenceGrade? = nil) -> ConsentEvent {
        var event = event(.corrected, second, nil)
        event.grade = grade
        return event
    }

    static func event(_ kind: EventKind, _ second: Int?, _ notice: String? = nil) -> ConsentEvent {
        var event = ConsentEvent(
            kind: kind, subject: SubjectID(1), time: second.map { EventTime(seconds: $0) }, recorded: 1_000_000,
            method: .form)
        event.notice = notice
        return event
    }

    /// The state after some events, which the ledger holds in this order.
    static func fold(_ events: [ConsentEvent]) -> ConsentState { folded(events).state }

    /// The state, and the digest of the notice agreed to.
    static func folded(_ events: [ConsentEvent]) -> (state: ConsentState, notice: String?) {
        var notices = NoticeTable()
        let state = ConsentState.fold(
            events.enumerated().map { FoldEvent($1, sequence: Int64($0 + 1), notices: &notices) })
        return (state, state.notice.map { notices[$0] })
    }
}
