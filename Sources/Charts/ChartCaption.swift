/// What a figure says to those who don't see it.
public struct ChartCaption: Equatable, Sendable {
    /// The identifier of the figure, unique in its document; letters, digits, hyphens and underscores, others are replaced.
    public let id: String
    /// The finding in words. WeasyPrint makes it the alternate text (`Alt`) of the figure in a tagged PDF.
    public let title: String
    /// What is drawn: what the rows, the axis and the marks are.
    public let description: String
    /// The identifier of the table with the same numbers, where there is one.
    public let table: String?

    /// Creates a caption.
    public init(id: String, title: String, description: String, table: String? = nil) {
        let isAllowed = { (character: Character) in
            character.isASCII && (character.isLetter || character.isNumber) || character == "-" || character == "_"
        }
        self.id = String(id.map { isAllowed($0) ? $0 : "-" })
        self.title = title
        self.description = description
        self.table = table
    }
}
