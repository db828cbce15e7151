import Dates

/// Reads one line of a ledger of deliveries.
enum LedgerRow {
    /// What is wrong with a line.
    struct Problem: Error {
        let message: String
    }

    /// The delivery of a line, checked against those before it.
    static func read(_ fields: [String], after earlier: [Delivery]) -> Result<Delivery, Problem> {
        guard fields.count == Delivery.columns.count else {
            return problem("this row should have \(Delivery.columns.count) fields")
        }
        let last = earlier.last
        let lastVersion = last?.version ?? 0
        guard let version = Int(fields[0]), version == lastVersion + 1 || version == lastVersion, version > 0 else {
            return problem("versions are counted from 1, each a line or several, none left out")
        }
        guard let date = CalendarDate(iso8601: fields[1]) else {
            return problem("this row has no date such as 2026-03-01")
        }
        if let last, date < last.date { return problem("this row is dated before the one above it") }
        guard !fields[2].isEmpty, !fields[3].isEmpty, !fields[3].contains("/") else {
            return problem("this row has no audience, or no name of a file")
        }
        guard SHA256Digest.isHex(fields[4]), SHA256Digest.isHex(fields[5]) else {
            return problem("this row has no SHA-256 of 64 hexadecimal digits where there should be two")
        }
        if let last, version == last.version, fields[5] != last.snapshotSHA256 {
            return problem("one version can't have told two things")
        }
        let delivery = Delivery(
            version: version, date: date, audience: fields[2], file: fields[3], sha256: fields[4],
            snapshotSHA256: fields[5])
        guard !earlier.contains(where: { $0.isOfSameFile(as: delivery) }) else {
            return problem("this row stands here twice")
        }
        return .success(delivery)
    }

    private static func problem(_ message: String) -> Result<Delivery, Problem> {
        .failure(Problem(message: message))
    }
}

extension Delivery {
    /// Whether two deliveries are of the very same file to the same audience, on whatever day.
    public func isOfSameFile(as other: Delivery) -> Bool {
        version == other.version && audience == other.audience && sha256 == other.sha256
    }
}
