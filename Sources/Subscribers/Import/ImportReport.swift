import Diagnostics

/// What became of the rows of one file. Each row is counted once.
public struct ImportReport: Sendable {
    /// The file.
    public let path: String
    /// What wrote it.
    public let format: String
    /// Rows that told something new and neither confirmed nor ended a consent.
    public var added = 0
    /// Rows by which a consent was confirmed.
    public var confirmed = 0
    /// Rows by which a consent ended.
    public var withdrawn = 0
    /// Rows that told nothing new.
    public var unchanged = 0
    /// Rows of which nothing was taken.
    public var refused = 0
    /// Rows of which a part was taken, such as a withdrawal; they are counted above by that part.
    public var partial = 0
    /// Where and why, of the first ``mostPlaces`` rows that were not taken, or not wholly.
    public var refusals: [Refusal] = []
    /// Addresses that are an office's rather than a person's: the first ``mostPlaces``.
    public var roles: [Place] = []
    /// What kept the file from being read to its end; the rows before that were taken in. Nil where all of it was read.
    public var failure: DiagnosticLog?

    /// How many places are kept: of a file that is all wrong, the first tell enough.
    public static let mostPlaces = 200

    /// A row.
    public struct Place: Hashable, Sendable {
        /// The table: the file, or an entry of a ZIP.
        public let path: String
        /// The line, from 1.
        public let line: Int
    }

    /// A row that was not taken, or not wholly.
    public struct Refusal: Hashable, Sendable {
        /// Which row.
        public let place: Place
        /// Why; it quotes nothing of the row.
        public let reason: String
        /// Whether a part of the row was taken, such as a withdrawal.
        public let isPartial: Bool
    }

    /// A report of nothing yet.
    init(path: String, format: String) {
        self.path = path
        self.format = format
    }

    /// Notes a row that was not taken, or not wholly.
    mutating func refuse(_ place: Place, _ reason: String, isPartial: Bool = false) {
        if isPartial { partial += 1 } else { refused += 1 }
        if refusals.count < Self.mostPlaces {
            refusals.append(Refusal(place: place, reason: reason, isPartial: isPartial))
        }
    }

    /// How many rows that were not taken, or not wholly, are not among ``refusals``.
    public var untold: Int { refused + partial - refusals.count }

    /// One line that counts.
    public var text: String {
        "\(path) (\(format)): \(added) added, \(confirmed) confirmed, \(withdrawn) withdrawn, \(unchanged) unchanged, "
            + "\(refused) refused" + (failure == nil ? "" : ", and not read to its end")
    }
}
