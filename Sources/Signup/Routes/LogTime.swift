import Dates

/// The time of a line of the log.
enum LogTime {
    /// `2026-03-04T14:22:10Z`.
    static func text(_ seconds: Int) -> String { Timestamp(seconds: seconds).rfc3339 }
}
