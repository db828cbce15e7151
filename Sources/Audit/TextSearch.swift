/// Looks for hidden numbers in what was rendered: HTML, SVG, CSV and JSON, with all their attributes, titles and descriptions.
///
/// It knows no template. A value is recognized by its digits wherever it stands, a count by standing where its row and its
/// column say.
public enum TextSearch {
    /// A rendered file.
    public struct File: Hashable, Sendable {
        /// Its name; the ending tells its kind.
        public let name: String
        /// All its text.
        public let text: String

        /// Creates a file.
        public init(name: String, text: String) {
            self.name = name
            self.text = text
        }
    }

    /// A hidden number.
    public struct Secret: Hashable, Sendable {
        /// A name for reports.
        public let name: String
        /// The number: a share such as 0.142857, which is found as 14.29 too, a mean, or a count.
        public let value: Double
        /// The label of its row, if it belongs in a table.
        public let row: String?
        /// The label of its column, if it belongs in a table.
        public let column: String?

        /// Creates a secret.
        public init(name: String, value: Double, row: String? = nil, column: String? = nil) {
            self.name = name
            self.value = value
            self.row = row
            self.column = column
        }
    }

    /// A place where a hidden number stands.
    public struct Finding: Hashable, Sendable {
        /// The name of the secret.
        public let secret: String
        /// The name of the file.
        public let file: String
        /// The line, from 1; where the number was found by the structure of the file, that of its row, or 1 in JSON.
        public let line: Int
        /// The text around it.
        public let excerpt: String
    }

    /// Finds hidden numbers.
    ///
    /// - A number in the text counts as a secret's value if it has four significant digits or more, and is the value, or 100
    ///   times the value, rounded or cut to its own digits. Values that are spelled with fewer digits are like too many others.
    /// - A secret with a row and a column is found besides where both labels and the number stand in one piece of text between
    ///   markup, quotation marks or line ends; in the table cell of CSV or HTML under the column's and beside the row's label,
    ///   or the other way around (cells that span columns are not understood); and in JSON below both as keys or beside them
    ///   as values.
    public static func findings(of secrets: [Secret], in files: [File]) -> [Finding] {
        files.flatMap { file in
            var findings = values(secrets, file)
            let placed = secrets.compactMap(PlacedSecret.init)
            guard !placed.isEmpty else { return findings }
            findings += FragmentSearch.findings(of: placed, in: file)
            findings += TableSearch.findings(of: placed, in: file)
            if file.name.lowercased().hasSuffix("json") { findings += JSONSearch.findings(of: placed, in: file) }
            var seen: Set<Finding> = []
            return findings.filter { seen.insert($0).inserted }
        }
    }

    private static func values(_ secrets: [Secret], _ file: File) -> [Finding] {
        let numbers = NumberToken.all(in: file.text).filter { $0.significantDigits >= 4 }
        return numbers.flatMap { number in
            secrets.filter { number.spells($0.value) || number.spells($0.value * 100) }.map {
                Finding(secret: $0.name, file: file.name, line: number.line, excerpt: number.spelling)
            }
        }
    }
}

/// A secret with both labels.
struct PlacedSecret {
    let secret: TextSearch.Secret
    let row: String
    let column: String

    init?(_ secret: TextSearch.Secret) {
        guard let row = secret.row?.lowercased(), let column = secret.column?.lowercased(), !row.isEmpty,
            !column.isEmpty
        else { return nil }
        self.secret = secret
        self.row = row
        self.column = column
    }

    /// Whether a text has the number as it is, as in "3", "3 of 40" or "3.0".
    func isIn(_ text: String) -> Bool {
        NumberToken.all(in: text).contains { $0.value == secret.value || $0.value == -secret.value }
    }
}
