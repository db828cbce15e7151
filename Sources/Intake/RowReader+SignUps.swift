import Consent

extension RowReader {
    /// What a row of a form's submissions says: shown, requested, confirmed.
    func signUp(_ cells: IntakeCells) throws(RowRefusal) -> [ConsentFact] {
        guard cells[.trap].isEmpty else {
            throw RowRefusal(reason: "the field that people leave empty was filled in, as machines do")
        }
        guard let submitted = try time(cells, .submittedAt) else {
            throw RowRefusal(reason: "\"\(shape.name(of: .submittedAt))\" is empty")
        }
        let notice = try namedNotice(cells)
        guard wasShown(notice, at: submitted) else {
            throw RowRefusal(
                reason: "this consent is older than the notice \"\(notice.id)\", shown from \(notice.shownFrom.iso8601)"
            )
        }
        let statements = ConsentStatements(
            privacyRead: try flag(cells, .privacyRead), termsAccepted: try flag(cells, .termsAccepted),
            newsletterWanted: try flag(cells, .newsletterWanted))
        var facts: [ConsentFact] = []
        if let shown = try time(cells, .shownAt) { facts.append(fact(.shown, at: shown, cells, notice)) }
        var requested = fact(.requested, at: submitted, cells, notice)
        requested.statements = statements
        requested.grade = .singleOptIn
        if options.recordsIP, !cells[.ip].isEmpty { requested.details.ip = cells[.ip] }
        if options.recordsUserAgent, !cells[.userAgent].isEmpty { requested.details.userAgent = cells[.userAgent] }
        facts.append(requested)
        if let confirmed = try time(cells, .confirmedAt) {
            var fact = fact(.confirmed, at: confirmed, cells, notice)
            fact.method = .link
            fact.grade = .doubleOptIn
            facts.append(fact)
        }
        return facts
    }

    private func fact(
        _ kind: EventKind, at time: EventTime, _ cells: IntakeCells, _ notice: NamedNotice
    ) -> ConsentFact {
        var fact = ConsentFact(kind: kind, time: time, method: .form)
        fact.notice = notice.notice.digest
        fact.form = cells[.form].isEmpty ? nil : cells[.form]
        fact.page = cells[.page].isEmpty ? nil : cells[.page]
        fact.language = cells[.language].isEmpty ? notice.notice.language : cells[.language]
        return fact
    }

    private func flag(_ cells: IntakeCells, _ field: IntakeField) throws(RowRefusal) -> Bool {
        switch cells[field] {
        case "yes", "true", "on", "1": return true
        case "", "no", "false", "off", "0": return false
        case let text:
            switch text.lowercased() {
            case "yes", "true", "on": return true
            case "no", "false", "off": return false
            default: throw RowRefusal(reason: "\"\(shape.name(of: field))\" should be yes or no")
            }
        }
    }
}
