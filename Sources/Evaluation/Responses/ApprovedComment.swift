/// A comment that a person has read, masked further where it was needed, and approved for the booklet.
public struct ApprovedComment: Hashable, Sendable {
    /// The id under which the comment was listed for approval.
    public let id: String
    /// The words that may be printed.
    public let text: String

    /// Creates an approved comment.
    public init(id: String, text: String) {
        self.id = id
        self.text = text
    }
}
