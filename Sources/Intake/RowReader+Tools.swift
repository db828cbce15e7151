import Consent

extension RowReader {
    /// What Mailchimp says of somebody on the list.
    ///
    /// `CONFIRM_TIME` later than `OPTIN_TIME` is a message that was answered; where they are one, nobody was asked back. Without
    /// the words on record neither is proof.
    func mailchimpSubscriber(_ cells: IntakeCells) throws(RowRefusal) -> ConsentFact {
        let optedIn = try time(cells, .optInTime)
        let confirmed = try time(cells, .confirmTime)
        var grade = EvidenceGrade.unproven
        if let optedIn { grade = confirmed.map { $0 > optedIn } ?? false ? .doubleOptIn : .singleOptIn }
        var fact = imported(at: confirmed ?? optedIn, grade: grade)
        if options.recordsIP { fact.details.ip = text(cells, confirmed == nil ? .optInIP : .confirmIP) }
        return fact
    }

    /// What another tool says of somebody on its list; nothing where they left it.
    func subscriber(_ cells: IntakeCells) throws(RowRefusal) -> [ConsentFact] {
        switch try standing(cells) {
        case .subscribed:
            var fact = imported(at: try time(cells, .createdAt), grade: .unproven)
            if options.recordsIP { fact.details.ip = text(cells, .ip) }
            return [fact]
        case .unconfirmed: throw RowRefusal(reason: "the tool never had this address confirmed")
        case .left, .bounced, .complained: return []
        }
    }

    /// How somebody left, or can't be reached. Where the export has no time for it, that of the row's last change counts, as the
    /// latest at which it can have been; where it has neither there is none.
    func subscriberDeparture(_ cells: IntakeCells) -> (fact: ConsentFact, refusal: String?)? {
        let kind: EventKind
        switch try? standing(cells) {
        case .left: kind = .withdrawn
        case .bounced: kind = .bounced
        case .complained: kind = .complained
        case .subscribed, .unconfirmed, nil: return nil
        }
        let field = [IntakeField.deletedAt, .updatedAt].first { !cells[$0].isEmpty }
        return departure(kind, by: .mailTool, cells, at: field, reason: text(cells, .reason))
    }

    private func imported(at time: EventTime?, grade: EvidenceGrade) -> ConsentFact {
        var fact = ConsentFact(kind: .imported, time: time, method: .mailTool)
        fact.grade = .unproven
        // A notice that the form did not show yet is not what the person agreed to.
        if let notice = options.notice, time.map({ wasShown(notice, at: $0) }) ?? true {
            fact.notice = notice.notice.digest
            fact.language = notice.notice.language
            fact.grade = grade
        }
        return fact
    }

    private enum Standing { case subscribed, unconfirmed, left, bounced, complained }

    private func standing(_ cells: IntakeCells) throws(RowRefusal) -> Standing {
        let status = cells[.status].lowercased()
        let standing: Standing? =
            switch shape.format {
            case .listmonk: Self.listmonk[status]
            case .buttondown: Self.buttondown[status]
            case .kit: Self.kit[status]
            case .brevo: Self.yes.contains(status) ? .left : Self.no.contains(status) ? .subscribed : nil
            case .ghost where !cells[.deletedAt].isEmpty: .left
            case .ghost: Self.yes.contains(status) ? .subscribed : Self.no.contains(status) ? .left : nil
            case .signups, .netlify, .formspree, .generic, .mailchimp: nil
            }
        guard let standing else {
            throw RowRefusal(reason: "\"\(shape.name(of: .status))\" is none that is known of \(shape.format.rawValue)")
        }
        return standing
    }

    private static let yes: Set<String> = ["yes", "true", "1"]
    private static let no: Set<String> = ["no", "false", "0"]

    /// listmonk, `models`: a disabled subscriber gets no mail either.
    private static let listmonk: [String: Standing] = [
        "enabled": .subscribed, "disabled": .left, "blocklisted": .left, "blacklisted": .left,
    ]

    /// Buttondown's API, subscriber types. Whom the author removed or blocked gets no mail either.
    private static let buttondown: [String: Standing] = [
        "regular": .subscribed, "premium": .subscribed, "gifted": .subscribed, "trialed": .subscribed,
        "churning": .subscribed, "churned": .subscribed, "past_due": .subscribed, "paused": .left,
        "unactivated": .unconfirmed, "unpaid": .unconfirmed, "unsubscribed": .left, "removed": .left, "blocked": .left,
        "spammy": .left, "undeliverable": .bounced, "complained": .complained,
    ]

    /// Kit's API, subscriber states; `inactive` waits for confirmation.
    private static let kit: [String: Standing] = [
        "active": .subscribed, "confirmed": .subscribed, "inactive": .unconfirmed, "unconfirmed": .unconfirmed,
        "cancelled": .left, "canceled": .left, "unsubscribed": .left, "bounced": .bounced, "complained": .complained,
    ]
}
