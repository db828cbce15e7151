import Dates

/// When something happened, in UTC, and how exactly that is known.
public struct EventTime: Hashable, Comparable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z; where only a minute or a day is known, its beginning.
    public let seconds: Int
    /// How much of the time was on record.
    public let precision: Precision
    /// The zone that was assumed, such as `America/New_York`, where the record named none; nil where it did.
    public let assumedZone: String?

    /// How much of a time was on record.
    public enum Precision: String, Sendable, CaseIterable {
        case second, minute, day
    }

    /// Creates a time.
    public init(seconds: Int, precision: Precision = .second, assumedZone: String? = nil) {
        self.seconds = seconds
        self.precision = precision
        self.assumedZone = assumedZone
    }

    /// The time in UTC (RFC 3339), such as `2026-03-04T14:22:10Z`.
    public var rfc3339: String { Timestamp(seconds: seconds).rfc3339 }

    /// Orders by time.
    public static func < (left: EventTime, right: EventTime) -> Bool { left.seconds < right.seconds }
}
