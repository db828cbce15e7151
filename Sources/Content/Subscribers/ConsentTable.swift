import CSV
import Dates
import Diagnostics

/// One file of sign-ups or of a mail tool's contacts on its way to consent events.
struct ConsentTable {
    let table: CSVTable
    let source: ConsentSource
    let notices: [Notice]
    /// Whether no notice is unknown for a mistake that was reported already.
    let areAllNoticesRead: Bool

    /// The events of all rows; a row that can't be read is reported by its line and left out.
    func events(log: inout DiagnosticLog) -> [ConsentEvent] {
        guard table.rowCount > 0 else { return [] }
        let header = table.row(0).map(\.trimmed)
        var columns: [String: Int] = [:]
        for (index, name) in header.enumerated() where columns[name] == nil { columns[name] = index }
        for name in requiredColumns where columns[name] == nil {
            log.report(
                table.diagnostic(
                    row: 0, "there is no column \"\(name)\"", hint: nearestColumn(to: name, in: header, of: header)))
        }
        guard requiredColumns.allSatisfy({ columns[$0] != nil }) else { return [] }
        for name in optionalColumns where columns[name] == nil {
            // A name's column that nobody finds would be lost in silence; others are the tool's own.
            guard let hint = nearestColumn(to: name, in: header.filter { !knownColumns.contains($0) }, of: header)
            else { continue }
            log.report(table.diagnostic(.warning, row: 0, "there is no column \"\(name)\"", hint: hint))
        }
        var events: [ConsentEvent] = []
        for row in 1..<max(1, table.rowCount) where table.fieldCount(ofRow: row) == header.count {
            let cells = ConsentRow(table: table, row: row, columns: columns)
            guard cells["email", "Email Address"].isAddress else {
                log.report(table.diagnostic(row: row, "this row has no valid e-mail address"))
                continue
            }
            events += self.events(of: cells, log: &log)
        }
        return events
    }

    /// A hint that names the nearest column by its number alone: in a file without headers the first row is a person's.
    private func nearestColumn(to name: String, in candidates: [String], of header: [String]) -> String? {
        NearestName.match(for: name, among: candidates).flatMap(header.firstIndex).map {
            "column \($0 + 1) is nearest; rename it to \"\(name)\""
        }
    }

    /// A misspelled `withdrawn_at` would leave people on the list who want no more, so it has to be there too.
    private var requiredColumns: [String] {
        switch source.format {
        case .signups:
            [
                "submitted_at", "email", "notice", "privacy_read", "terms_accepted", "newsletter_wanted",
                "confirmed_at", "withdrawn_at",
            ]
        case .mailchimpSubscribed: ["Email Address", "OPTIN_TIME", "CONFIRM_TIME"]
        case .mailchimpUnsubscribed: ["Email Address", "UNSUB_TIME"]
        }
    }

    private var optionalColumns: [String] {
        switch source.format {
        case .signups: ["name", "form", "page"]
        case .mailchimpSubscribed, .mailchimpUnsubscribed: ["First Name", "Last Name"]
        }
    }

    private var knownColumns: [String] { requiredColumns + optionalColumns }

    private func events(of row: ConsentRow, log: inout DiagnosticLog) -> [ConsentEvent] {
        switch source.format {
        case .signups: return signUp(row, log: &log)
        case .mailchimpSubscribed:
            let confirmed = time(row, "CONFIRM_TIME", log: &log)
            let optedIn = time(row, "OPTIN_TIME", log: &log)
            return [
                event(
                    row, .imported(confirmed: confirmed != nil), optedIn ?? confirmed, notice: source.notice, log: &log)
            ]
        case .mailchimpUnsubscribed:
            return [event(row, .withdrawn, time(row, "UNSUB_TIME", log: &log), notice: nil, log: &log)]
        }
    }

    private func signUp(_ row: ConsentRow, log: inout DiagnosticLog) -> [ConsentEvent] {
        // Only a row that names no notice takes the one of its file: other words than the person's prove nothing.
        let notice = row["notice"].isEmpty ? source.notice : notices.first { $0.id == row["notice"] }
        if notice == nil, areAllNoticesRead {
            log.report(
                table.diagnostic(
                    row: row.row, "the notice this person agreed to is not in notices.yaml",
                    hint: "add the notice with its exact words; consent without words is not on record"))
        }
        guard let submitted = time(row, "submitted_at", log: &log) else {
            if row["submitted_at"].isEmpty { log.report(table.diagnostic(row: row.row, "\"submitted_at\" is empty")) }
            return []
        }
        let statements = ConsentEvent.Statements(
            privacyRead: flag(row, "privacy_read", log: &log), termsAccepted: flag(row, "terms_accepted", log: &log),
            newsletterWanted: flag(row, "newsletter_wanted", log: &log))
        var events = [event(row, .requested(statements), submitted, notice: notice, log: &log)]
        if let confirmed = time(row, "confirmed_at", log: &log) {
            events.append(event(row, .confirmed, confirmed, notice: notice, log: &log))
        }
        if let withdrawn = time(row, "withdrawn_at", log: &log) {
            events.append(event(row, .withdrawn, withdrawn, notice: nil, log: &log))
        }
        return events
    }

    private func event(
        _ row: ConsentRow, _ kind: ConsentEvent.Kind, _ time: Timestamp?, notice: Notice?, log: inout DiagnosticLog
    ) -> ConsentEvent {
        let fullName = [row["First Name"], row["Last Name"]].filter { !$0.isEmpty }.joined(separator: " ")
        let place = [row["form"], row["page"]].filter { !$0.isEmpty }.joined(separator: ", ")
        let method =
            switch source.format {
            case .signups: place.isEmpty ? "sign-up form" : "sign-up form, \(place)"
            case .mailchimpSubscribed, .mailchimpUnsubscribed: "Mailchimp export"
            }
        reportLateNotice(notice, time, row, log: &log)
        return ConsentEvent(
            address: row["email", "Email Address"], name: source.format == .signups ? row["name"] : fullName,
            kind: kind, time: time, notice: notice, method: method,
            source: .init(file: source.file, line: table.line(ofRow: row.row)))
    }

    /// Nobody can have agreed to words before they were shown. A day's grace is for the zone of the person's clock.
    private func reportLateNotice(_ notice: Notice?, _ time: Timestamp?, _ row: ConsentRow, log: inout DiagnosticLog) {
        guard let notice, let time, let day = CalendarDate(secondsSince1970: time.seconds + 86_400),
            day < notice.shownFrom
        else { return }
        log.report(
            table.diagnostic(
                row: row.row,
                "this consent is older than the notice \"\(notice.id)\", shown from \(notice.shownFrom.iso8601)",
                hint: "name the notice that the form showed then"))
    }

    private func time(_ row: ConsentRow, _ column: String, log: inout DiagnosticLog) -> Timestamp? {
        let text = row[column]
        guard !text.isEmpty else { return nil }
        guard let time = Timestamp(text) else {
            log.report(
                table.diagnostic(
                    row: row.row, "\"\(column)\" is not a time such as 2026-03-04T14:22:10Z"))
            return nil
        }
        return time
    }

    private func flag(_ row: ConsentRow, _ column: String, log: inout DiagnosticLog) -> Bool {
        switch row[column].lowercased() {
        case "true", "yes", "on", "1": return true
        case "false", "no", "off", "0", "": return false
        default:
            log.report(table.diagnostic(row: row.row, "\"\(column)\" should be true or false"))
            return false
        }
    }
}

/// A row whose cells are found by their column's name.
private struct ConsentRow {
    let table: CSVTable
    let row: Int
    let columns: [String: Int]

    /// The cell of the first of these columns that there is; empty where there is none.
    subscript(names: String...) -> String {
        for name in names {
            if let column = columns[name] { return table[row, column].trimmed }
        }
        return ""
    }
}

extension String {
    /// Whether the text has the shape of an e-mail address (RFC 5321 §4.5.3.1 limits); what it names is not looked up.
    fileprivate var isAddress: Bool {
        let parts = split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && (1...64).contains(parts[0].utf8.count) && (3...255).contains(parts[1].utf8.count)
            && parts[1].contains(".") && utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !",;<>()\"".utf8.contains($0) }
    }
}
