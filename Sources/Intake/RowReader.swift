import Consent
import Dates
import Mail

/// Makes a person and facts of a row's cells.
struct RowReader {
    let shape: IntakeShape
    let options: IntakeOptions
    let times: RecordedTime
    private let notices: [String: NamedNotice]

    init(shape: IntakeShape, options: IntakeOptions) {
        self.shape = shape
        self.options = options
        times = RecordedTime(zone: options.timeZone)
        var notices: [String: NamedNotice] = [:]
        for notice in options.notices + (options.notice.map { [$0] } ?? []) {
            notices[notice.id] = notice
            notices[notice.notice.digest] = notice
        }
        self.notices = notices
    }

    /// What a row says.
    func content(of cells: IntakeCells) -> IntakeRow.Content {
        let address: EmailAddress
        do throws(EmailAddressProblem) {
            address = try EmailAddress(cells[.email])
        } catch {
            return .refused(reason: "this row has no valid e-mail address: \(error)")
        }
        var facts: [ConsentFact] = []
        var refusal: String?
        do throws(RowRefusal) {
            facts = try consent(cells)
        } catch {
            refusal = error.reason
        }
        // Whoever wants no more is not written to, whatever else is wrong with the row.
        if let departure = departure(cells) {
            facts.append(departure.fact)
            refusal = (refusal ?? departure.refusal).map { $0 + "; that the person left counts all the same" }
        }
        guard !facts.isEmpty else { return .refused(reason: refusal ?? "this row tells of no consent") }
        return .person(IntakePerson(address: address, name: name(cells), facts: facts, refusal: refusal))
    }

    private func consent(_ cells: IntakeCells) throws(RowRefusal) -> [ConsentFact] {
        switch shape.kind {
        case .signUp: try signUp(cells)
        case .subscribed: [try mailchimpSubscriber(cells)]
        case .subscriber: try subscriber(cells)
        case .unsubscribed, .cleaned: []
        case .neverSubscribed: throw RowRefusal(reason: "this person never subscribed to the list")
        }
    }

    private func departure(_ cells: IntakeCells) -> (fact: ConsentFact, refusal: String?)? {
        switch shape.kind {
        case .signUp:
            cells[.withdrawnAt].isEmpty ? nil : departure(.withdrawn, by: .form, cells, at: .withdrawnAt)
        case .unsubscribed:
            departure(
                .withdrawn, by: .mailTool, cells, at: .unsubscribeTime,
                reason: text(cells, .otherReason) ?? text(cells, .unsubscribeReason))
        case .cleaned: departure(.bounced, by: .mailTool, cells, at: .cleanTime)
        case .subscriber: subscriberDeparture(cells)
        case .subscribed, .neverSubscribed: nil
        }
    }

    /// A fact of leaving; with a time that can't be read it counts all the same, without one.
    func departure(
        _ kind: EventKind, by method: ConsentMethod, _ cells: IntakeCells, at field: IntakeField?, reason: String? = nil
    ) -> (fact: ConsentFact, refusal: String?) {
        var fact = ConsentFact(kind: kind, method: method)
        var refusal: String?
        do throws(RowRefusal) {
            fact.time = try field.flatMap { field throws(RowRefusal) in try time(cells, field, prefer: .later) }
        } catch {
            refusal = error.reason
        }
        fact.details.reason = reason
        return (fact, refusal)
    }

    /// The time in a column; nil where it is empty.
    func time(
        _ cells: IntakeCells, _ field: IntakeField, prefer preference: RecordedTime.Preference = .earlier
    ) throws(RowRefusal) -> EventTime? {
        let text = cells[field]
        // Go's zero time stands for none.
        guard !text.isEmpty, !text.hasPrefix("0001-01-01 00:00:00") else { return nil }
        guard let time = times.read(text, prefer: preference) else {
            throw RowRefusal(
                reason: "\"\(shape.name(of: field))\" is no time that the calendar has, such as 2026-03-04T14:22:10Z")
        }
        return time
    }

    /// The notice that a row names, or the file's.
    func namedNotice(_ cells: IntakeCells) throws(RowRefusal) -> NamedNotice {
        let name = cells[.notice]
        guard !name.isEmpty else {
            guard let notice = options.notice else {
                throw RowRefusal(reason: "this row names no notice, so that the words are not on record")
            }
            return notice
        }
        // Other words than the person's prove nothing, so an unknown name does not fall back on the file's.
        guard let notice = notices[name] ?? notices[name.lowercased()] else {
            throw RowRefusal(reason: "the notice that this row names is not in notices.yaml")
        }
        return notice
    }

    /// Whether a form showed a notice at a time. A day's grace is for the zone of the person's clock.
    func wasShown(_ notice: NamedNotice, at time: EventTime) -> Bool {
        CalendarDate(secondsSince1970: time.seconds + 86_400).map { $0 >= notice.shownFrom } ?? false
    }

    private func name(_ cells: IntakeCells) -> String {
        let whole = cells[.name]
        let name =
            whole.isEmpty ? [cells[.firstName], cells[.lastName]].filter { !$0.isEmpty }.joined(separator: " ") : whole
        return Self.plain(name, limit: 200)
    }

    /// A cell's text, or nil where it is empty, as an event may keep it.
    func text(_ cells: IntakeCells, _ field: IntakeField) -> String? {
        let text = cells[field]
        return text.isEmpty ? nil : Self.plain(text, limit: 500)
    }

    /// A text on one line and of so many characters at most: a line end has no meaning here, and in names has been used to add lines
    /// to messages; what has no end fills the ledger.
    private static func plain(_ text: String, limit: Int) -> String {
        guard text.utf8.count > limit || !text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return text }
        let scalars = text.unicodeScalars.prefix(limit * 8).map { $0.breaksHeaders ? " " : $0 }
        return String(String(String.UnicodeScalarView(scalars)).prefix(limit)).trimmed
    }
}

extension String {
    /// The text without white space around it.
    var trimmed: String {
        guard let first = utf8.first, let last = utf8.last,
            first <= 0x20 || last <= 0x20 || first >= 0x80 || last >= 0x80
        else { return self }
        let start = drop(while: \.isWhitespace)
        return String(start[..<(start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex)])
    }
}
