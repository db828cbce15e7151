import Diagnostics

/// Warns of a generic file's columns that nobody reads: one of them may tell when people confirmed, or left.
struct UnreadColumns {
    let path: String
    private var columns: [(number: Int?, name: String)] = []

    /// How many names are told.
    private static let mostNames = 40

    /// The columns of a table that stand for no field of its layout.
    init(_ layout: ColumnLayout, path: String) {
        self.path = path
        let read = Set(layout.fields.map(\.column))
        for (index, name) in layout.header.enumerated() where !read.contains(index) {
            columns.append((index + 1, name))
        }
    }

    /// Keys of JSON records that stand for no field, in the order in which they were met.
    init(keys: [String], path: String) {
        self.path = path
        columns = keys.map { (nil, $0) }
    }

    /// One warning for all of them; nil where there are none.
    var warning: Diagnostic? {
        guard let first = columns.first else { return nil }
        let told = columns.prefix(Self.mostNames).compactMap { column in
            let parts = [column.number.map(String.init), Self.quoted(column.name)].compactMap { $0 }
            return parts.isEmpty ? nil : parts.joined(separator: " ")
        }
        let isOne = columns.count == 1
        let noun = first.number == nil ? isOne ? "key" : "keys" : isOne ? "column" : "columns"
        let rest = columns.count - told.count
        let words = told + (rest > 0 ? ["\(rest) more"] : [])
        return Diagnostic(
            .warning, path: path, location: .start,
            message: "nobody reads \(noun) \(words.joined(separator: ", "))",
            hint:
                "where one tells when people confirmed or left, say which: --column withdrawn_at=NAME, or under columns "
                + "in sources.yaml")
    }

    /// A name that can be told. The columns that are needed were found by theirs, so that this is one too; what might be a
    /// person's all the same is told by its number alone.
    private static func quoted(_ name: String) -> String? {
        let isPlain = name.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || " _-.?/:()'".unicodeScalars.contains(scalar)
        }
        return isPlain && !name.isEmpty && name.count <= 60 ? "\"\(name)\"" : nil
    }
}
