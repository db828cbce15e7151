import Evaluation

/// Reads comments.yaml: comments that somebody looks through. None of it is ever quoted in a diagnostic.
enum CommentReader {
    /// What was decided, in the order of the file.
    struct Decisions {
        /// The comments that may be printed.
        let approved: [ApprovedComment]
        /// The ids of those that may not.
        let declined: Set<String>
    }

    /// The decisions of a file. A comment whose `approved` is absent or empty still awaits one.
    static func read(_ keys: YAMLMapping) -> Decisions? {
        guard let entries = keys.required("comments", .mappings(distinct: "id")) else { return nil }
        var approved: [ApprovedComment] = []
        var declined: Set<String> = []
        for entry in entries {
            let id = entry.required("id", .text)
            let text = entry.required("text", .text)
            let isApproved = entry.optional("approved", .flag)
            // Where a comment came from, for whoever looks through them.
            for key in ["wave", "group", "item"] { _ = entry.optional(key, .text) }
            entry.reportUnknownKeys()
            guard let id, let text else { continue }
            switch isApproved {
            case true?: approved.append(ApprovedComment(id: id, text: text))
            case false?: declined.insert(id)
            case nil: continue
            }
        }
        return Decisions(approved: approved, declined: declined)
    }
}
