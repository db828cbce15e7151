/// Where a person's consent stands: what follows from the events, and nothing that is stored.
public struct ConsentState: Hashable, Sendable {
    /// Where it stands.
    public var status: ConsentStatus?
    /// The proof of the consent in force, or of the one that awaits its confirmation.
    public var grade: EvidenceGrade?
    /// The notice agreed to, as its place in the table that the events were read with; nil where none is on record.
    public var notice: NoticeTable.Index?
    /// The event that the status rests on, by its place in the ledger; nil before the first that counts.
    public var evidence: Int64?
    /// When that event happened: seconds since 1970-01-01T00:00:00Z.
    public var since: Int?
    /// When the person was last asked to agree anew, while they have not.
    public var askedAnew: Int?

    /// How the person ended it last, until an answer to a message shows that a new request is their own: anybody can send a
    /// form with anybody's address.
    public private(set) var end: End?
    /// Whether only an answer to a message makes the person one that mail may be sent to: after an end, and after a correction
    /// of the address.
    private var mustConfirm = false
    /// Whether the person ever ended it: from then on no import proves anything.
    private var hasEnded = false
    /// A complete request of somebody who is on the list already: once confirmed, it is what they agreed to.
    private var renewal: FoldEvent?

    /// How and when a person ended it.
    public struct End: Hashable, Sendable {
        /// The status that it led to.
        public let status: ConsentStatus
        /// When: seconds since 1970-01-01T00:00:00Z.
        public let seconds: Int
    }

    /// Nothing happened yet.
    public init() {}

    /// What follows from one person's events, in any order.
    ///
    /// Events are taken by time. In one second things happened in the order in which they can; what a person ended in it stays
    /// ended. Only a request of the person's own turns a withdrawal back; an import never does, however new.
    public static func fold(_ events: some Sequence<FoldEvent>) -> ConsentState {
        fold(sorted: events.sorted())
    }

    /// What follows from one person's events in their order.
    public static func fold(sorted events: some Sequence<FoldEvent>) -> ConsentState {
        var state = ConsentState()
        for event in events { state.apply(event) }
        return state
    }

    /// The state after one more event, which is no earlier than those before.
    mutating func apply(_ event: FoldEvent) {
        guard status != .erased else { return }
        switch event.kind {
        case .shown, .exported: break
        case .requested: request(event)
        case .confirmed: confirm(event)
        case .imported: importing(event)
        case .withdrawn, .complained, .erased: end(event)
        case .bounced: if status?.isEnded != true { end(event) }
        case .reconsentRequested: askedAnew = event.seconds
        case .corrected: correct(event)
        }
    }

    private mutating func request(_ event: FoldEvent) {
        let isComplete = event.statements?.areAllTrue == true && event.notice != nil
        switch (status, isComplete) {
        case (.subscribed, true): renewal = event
        case (nil, false), (.declined, false): rest(on: event, .declined, nil, event.notice)
        // Anybody can send half a form with anybody's address: it takes nothing away.
        case (_, false): break
        case (_, true): rest(on: event, .pending, .singleOptIn, event.notice)
        }
    }

    private mutating func confirm(_ event: FoldEvent) {
        guard event.notice != nil else { return }
        if status == .pending || status == .subscribed && renewal != nil {
            rest(on: event, .subscribed, .doubleOptIn, event.notice)
            end = nil
            mustConfirm = false
        }
    }

    private mutating func importing(_ event: FoldEvent) {
        guard !hasEnded else { return }
        let grade = event.notice == nil ? .unproven : event.grade ?? .unproven
        switch status {
        case .subscribed, .declined, .withdrawn, .complained, .bounced, .erased: return
        case .pending where grade != .doubleOptIn: return
        case .unproven where grade == .unproven: return
        case .pending, .unproven, nil: break
        }
        switch grade {
        case .doubleOptIn: rest(on: event, .subscribed, grade, event.notice)
        case .singleOptIn: rest(on: event, .pending, grade, event.notice)
        case .unproven: rest(on: event, .unproven, grade, event.notice)
        }
    }

    private mutating func end(_ event: FoldEvent) {
        let status: ConsentStatus =
            switch event.kind {
            case .complained: .complained
            case .bounced: .bounced
            case .erased: .erased
            default: .withdrawn
            }
        rest(on: event, status, nil, nil)
        self.end = End(status: status, seconds: event.seconds)
        mustConfirm = true
        hasEnded = true
    }

    /// An address that was put right has not answered anything yet: a correction with a grade takes the proof back to it.
    private mutating func correct(_ event: FoldEvent) {
        guard let grade = event.grade else { return }
        mustConfirm = true
        if let current = self.grade, grade < current { self.grade = grade }
        if status == .subscribed { status = .pending }
    }

    private mutating func rest(
        on event: FoldEvent, _ status: ConsentStatus, _ grade: EvidenceGrade?, _ notice: NoticeTable.Index?
    ) {
        self.status = status
        self.grade = grade
        self.notice = notice
        evidence = event.sequence
        since = event.seconds
        renewal = nil
        askedAnew = nil
    }

    /// Whether mail may be sent where a practice demands so much proof.
    public func isMailable(demanding grade: EvidenceGrade) -> Bool {
        guard !mustConfirm, let proof = self.grade, proof >= grade else { return false }
        switch status {
        case .subscribed, .pending: return true
        case .unproven: return grade == .unproven
        case .withdrawn, .bounced, .complained, .declined, .erased, nil: return false
        }
    }
}

/// Where a person's consent stands, in one word.
public enum ConsentStatus: String, Hashable, Sendable, CaseIterable {
    /// Asked for the newsletter, was shown words that are on record, and confirmed.
    case subscribed
    /// Asked, but has not confirmed.
    case pending
    /// Wants no more.
    case withdrawn
    /// The address takes no mail.
    case bounced
    /// Called an issue spam.
    case complained
    /// Was imported from a mail tool without the words they agreed to, or without an act of theirs.
    case unproven
    /// Sent the form without wanting the newsletter, or without agreeing to what it asks for.
    case declined
    /// Was forgotten.
    case erased

    /// Whether only a request of the person's own leads on from here.
    public var isEnded: Bool {
        switch self {
        case .withdrawn, .bounced, .complained, .erased: true
        case .subscribed, .pending, .unproven, .declined: false
        }
    }
}
