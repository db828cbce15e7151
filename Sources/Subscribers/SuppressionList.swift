import Consent
import Dates

/// Writes the addresses that no tool may write to, for its list of suppressed addresses. Who was erased is not on it: nothing of
/// them is left but what the ledger keeps to know an address again.
public enum SuppressionList {
    /// `email`, as typed, in every spelling on record; why; and since when.
    public static func file(of roll: SubscriberRoll) -> [UInt8] {
        var table = CSVBytes(["email", "reason", "since"], capacity: roll.people.count * 16)
        for person in roll.people {
            // Until a new request is confirmed it may be anybody's, and takes nobody off this list.
            guard let end = person.subscriber.state.end else { continue }
            for address in person.addresses {
                table.addAddress(address)
                table.add(end.status.rawValue)
                table.addTime(end.seconds)
                table.endRow()
            }
        }
        return table.bytes
    }
}

extension Subscriber {
    /// When the event happened that the status rests on (RFC 3339); empty where there is none.
    var since: String { state.since.map { Timestamp(seconds: $0).rfc3339 } ?? "" }
}
