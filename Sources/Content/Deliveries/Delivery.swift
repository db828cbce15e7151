import Dates
import Evaluation

/// One booklet handed over to one audience: a line of a school's deliveries.csv. Confidential, as all of a school is.
public struct Delivery: Hashable, Sendable {
    /// Which version of the booklet it was, from 1.
    public let version: Int
    /// The day on which it was handed over.
    public let date: CalendarDate
    /// To whom: `school`, `police`, `district`.
    public let audience: String
    /// The name of the ZIP that was handed over.
    public let file: String
    /// The SHA-256 of that ZIP, 64 hexadecimal digits in lower case.
    public let sha256: String
    /// The SHA-256 of the snapshot of what the version told, `deliveries/<version>.json`.
    public let snapshotSHA256: String

    /// Creates a delivery.
    public init(
        version: Int, date: CalendarDate, audience: String, file: String, sha256: String, snapshotSHA256: String
    ) {
        self.version = version
        self.date = date
        self.audience = audience
        self.file = file
        self.sha256 = sha256
        self.snapshotSHA256 = snapshotSHA256
    }

    /// The columns of deliveries.csv.
    public static let columns = ["version", "date", "audience", "file", "sha256", "snapshot-sha256"]

    /// The delivery as a row of deliveries.csv.
    public var row: [String] { [String(version), date.iso8601, audience, file, sha256, snapshotSHA256] }
}

/// Which version of a school's booklet the present one is.
///
/// Let version n be the last that was delivered. A booklet that tells the same as version n is version n, and its changes are
/// those since version n − 1; any other is version n + 1, and its changes are those since version n. So a booklet that is
/// built again right after its delivery has not changed.
public struct Edition: Sendable {
    /// The version, from 1.
    public let version: Int
    /// Whether the version was delivered before, to whomever.
    public let isDelivered: Bool
    /// The first delivery of the version before; nil for version 1.
    public let previous: Delivery?
    /// What changed since the version before; nil for version 1.
    public let changes: BookletChanges?

    init(version: Int, isDelivered: Bool = false, previous: Delivery? = nil, changes: BookletChanges? = nil) {
        self.version = version
        self.isDelivered = isDelivered
        self.previous = previous
        self.changes = changes
    }
}

/// Who agreed that a school's booklet is handed over, and when.
public struct DeliveryPermission: Hashable, Sendable {
    /// Who agreed: an office or a role, such as `Superintendent's office`.
    public let from: String
    /// The day of the agreement.
    public let date: CalendarDate

    /// Creates a permission.
    public init(from: String, date: CalendarDate) {
        self.from = from
        self.date = date
    }
}
