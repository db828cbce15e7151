import Dates

/// When a message is dated.
public enum MailDate: Hashable, Sendable {
    /// A day, at 09:00 UTC.
    case day(CalendarDate)
    /// A moment.
    case moment(Timestamp)

    /// The date as RFC 5322 (3.3) has it, such as `Tue, 17 Mar 2026 09:00:00 +0000`.
    func headerText() throws(MailError) -> String {
        switch self {
        case .day(let day): return Self.text(of: day, time: "09:00:00")
        case .moment(let moment):
            guard let day = CalendarDate(secondsSince1970: moment.seconds) else { throw .noSuchDate }
            return Self.text(of: day, time: String(moment.rfc3339.dropFirst(11).prefix(8)))
        }
    }

    private static func text(of day: CalendarDate, time: String) -> String {
        let year = String(repeating: "0", count: max(0, 4 - String(day.year).count)) + String(day.year)
        return "\(weekday(of: day)), \(day.day) \(months[day.month - 1]) \(year) \(time) +0000"
    }

    /// The day of the week in the Gregorian calendar (T. Sakamoto's method, comp.lang.c, 1992).
    private static func weekday(of day: CalendarDate) -> String {
        let year = day.month < 3 ? day.year - 1 : day.year
        return weekdays[(year + year / 4 - year / 100 + year / 400 + shifts[day.month - 1] + day.day) % 7]
    }

    private static let shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
