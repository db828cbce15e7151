import Consent
import Dates
import Foundation

/// Reads times as forms and mail tools write them.
///
/// Taken are `2026-03-04T14:22:10Z` and the like (RFC 3339), a day or a minute alone, a blank for the `T`, Go's
/// `2024-05-01 10:11:12.123456 +0000 UTC`, and `04-03-2026 14:22:10` with the day first. Fractions of a second are dropped.
struct RecordedTime {
    /// The zone of times that name none.
    let zone: TimeZone
    private let zoneName: String
    private let isUTC: Bool

    init(zone: TimeZone) {
        self.zone = zone
        isUTC =
            zone.secondsFromGMT(for: .distantPast) == 0
            && zone.nextDaylightSavingTimeTransition(after: .distantPast) == nil
            && (zone.identifier == "GMT" || zone.identifier == "UTC")
        zoneName = isUTC ? "UTC" : zone.identifier
    }

    /// Which moment a clock's time is that it showed twice, or never, when the clocks were changed.
    enum Preference {
        /// The earlier: a consent may count from then on.
        case earlier
        /// The later: a withdrawal comes after what the person did before.
        case later
    }

    /// The moment; nil where the text is no time, or the calendar has no such day.
    func read(_ text: String, prefer preference: Preference = .earlier) -> EventTime? {
        var text = text
        return text.withUTF8 { bytes in
            var scanner = TimeScanner(bytes)
            guard let parts = scanner.read() else { return nil }
            if let offset = parts.offset {
                return EventTime(seconds: parts.localSeconds - offset, precision: parts.precision)
            }
            return EventTime(
                seconds: seconds(ofLocal: parts.localSeconds, preference), precision: parts.precision,
                assumedZone: zoneName)
        }
    }

    /// The moment at which the zone's clocks show a time. What they never show counts by the clock before the change or after it,
    /// whichever the preference says.
    private func seconds(ofLocal local: Int, _ preference: Preference) -> Int {
        guard !isUTC else { return local }
        // Clocks change by less than a day, and no oftener than that.
        let offsets = (offset(at: local - 86_400), offset(at: local + 86_400))
        guard offsets.0 != offsets.1 else { return local - offsets.0 }
        let moments = [local - offsets.0, local - offsets.1]
        let shown = moments.filter { $0 + offset(at: $0) == local }
        let candidates = shown.isEmpty ? moments : shown
        return (preference == .earlier ? candidates.min() : candidates.max()) ?? local
    }

    private func offset(at seconds: Int) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
    }
}
