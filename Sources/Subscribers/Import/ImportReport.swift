/// What became of the rows of one file.
public struct ImportReport: Hashable, Sendable {
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
    /// Rows that were not taken, or not wholly.
    public var refused = 0
    /// Where and why, of the first ``mostRefusals``.
    public var refusals: [Refusal] = []
    /// Lines of addresses that are an office's rather than a person's, of the first ``mostRefusals``.
    public var roleLines: [Int] = []

    /// How many refusals are kept: of a file that is all wrong, the first tell enough.
    public static let mostRefusals = 200

    /// A row that was not taken.
    public struct Refusal: Hashable, Sendable {
        /// The table: the file, or an entry of a ZIP.
        public let path: String
        /// The line, from 1.
        public let line: Int
        /// Why; it quotes nothing of the row.
        public let reason: String
    }

    /// A report of nothing yet.
    init(path: String, format: String) {
        self.path = path
        self.format = format
    }

    mutating func refuse(_ path: String, _ line: Int, _ reason: String) {
        refused += 1
        if refusals.count < Self.mostRefusals {
            refusals.append(Refusal(path: path, line: line, reason: reason))
        }
    }

    /// One line that counts.
    public var text: String {
        "\(path) (\(format)): \(added) added, \(confirmed) confirmed, \(withdrawn) withdrawn, \(unchanged) unchanged, "
            + "\(refused) refused"
    }
}
