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
        if options.recordsIP { requested.details.ip = text(cells, .ip) }
        if options.recordsUserAgent { requested.details.userAgent = text(cells, .userAgent) }
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
        fact.form = text(cells, .form)
        fact.page = text(cells, .page)
        let language = cells[.language]
        fact.language = isLanguageTag(language) ? language : notice.notice.language
        return fact
    }

    /// Whether a text has the shape of a language's tag (RFC 5646, 2.1 and 4.4.1), such as `es-MX`.
    private func isLanguageTag(_ text: String) -> Bool {
        (2...35).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
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
