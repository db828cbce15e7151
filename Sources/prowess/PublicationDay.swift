import ArgumentParser
import Dates
import Foundation

/// The day of publication, the one place where the clock is read.
enum PublicationDay {
    /// The day that was asked for, else that of SOURCE_DATE_EPOCH, the variable that reproducible builds agree on, else today.
    static func resolve(_ date: CalendarDate?) throws -> CalendarDate {
        if let date { return date }
        if let epoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"], !epoch.isEmpty {
            guard let date = Int(epoch).flatMap(CalendarDate.init(secondsSince1970:)) else {
                throw ValidationError("SOURCE_DATE_EPOCH should be a number of seconds, not \"\(epoch)\".")
            }
            return date
        }
        let now = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
        guard let date = CalendarDate(year: now.year ?? 0, month: now.month ?? 0, day: now.day ?? 0) else {
            throw ValidationError("The machine's clock is not set; give the day with --date.")
        }
        return date
    }
}
