import Diagnostics

/// How much of subject and preheader an inbox shows.
enum SubjectCheck {
    /// The most characters of a subject.
    static let subjectLimit = 60
    /// The most characters of a preheader.
    static let preheaderLimit = 110

    static func diagnostics(of issue: CheckedIssue, _ page: CheckedPage) -> [Diagnostic] {
        [("subject", issue.subject, subjectLimit), ("preheader", issue.preheader, preheaderLimit)].compactMap {
            key, text, limit in
            guard text.count > limit else { return nil }
            return page.source.diagnostic(
                .warning, at: page.source.offset(ofKey: key),
                "the \(key) has \(text.count) characters, and inboxes show about \(limit)",
                hint: "say what matters in the first \(limit)")
        }
    }
}
