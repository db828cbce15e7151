extension PageReader {
    /// Reads one issue of the newsletter; what is wrong with it is in the result's log.
    func readIssue(_ file: String) -> ReadFile<Issue> {
        read(file, plainTextWidth: Issue.plainTextWidth, urlPrefix: baseURL) { keys, body, source in
            let subject = keys.required("subject", .line)
            let preheader = keys.required("preheader", .line)
            let date = keys.required("date", .date)
            let number = keys.required("number", .integer(1...100_000))
            guard let subject, let preheader, let date, let number else { return nil }
            let issue = Issue(
                path: source.path, slug: file.slug, subject: subject, preheader: preheader, date: date,
                number: number, html: body.body.html, plainText: body.plainText)
            return (issue, nil)
        }
    }
}
