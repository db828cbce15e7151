import Evaluation

/// Reads comments.yaml: comments that somebody has looked through. None of it is ever quoted in a diagnostic.
enum CommentReader {
    /// The comments that were approved, in the order of the file.
    static func read(_ keys: YAMLMapping) -> [ApprovedComment]? {
        keys.required("comments", .mappings(distinct: "id"))?.compactMap { entry in
            let id = entry.required("id", .text)
            let text = entry.required("text", .text)
            let isApproved = entry.required("approved", .flag)
            // Where a comment came from, for whoever looks through them.
            for key in ["wave", "group", "item"] { _ = entry.optional(key, .text) }
            entry.reportUnknownKeys()
            guard let id, let text, isApproved == true else { return nil }
            return ApprovedComment(id: id, text: text)
        }
    }
}
