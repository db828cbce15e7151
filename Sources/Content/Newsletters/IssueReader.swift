import Diagnostics
import Mail

extension PageReader {
    /// Reads one issue of the newsletter; what is wrong with it is in the result's log.
    func readIssue(_ file: String) -> ReadFile<Issue> {
        let mail = MailSettings(urlPrefix: baseURL, plainTextWidth: Issue.plainTextWidth)
        return read(file, mail: mail) { keys, body, source in
            let subject = readWords("subject", keys)
            let preheader = readWords("preheader", keys)
            let date = keys.required("date", .date)
            let number = keys.optional("number", .integer(1...100_000))
            let from = keys.optional("from", .mailbox)
            let replyTo = keys.optional("reply-to", .mailAddress)
            let language = keys.optional("language", .languageTag) ?? self.language
            guard let subject, let preheader, let date, let mail = body.mail else { return nil }
            let names = ["subject", "preheader", "date", "number", "from", "reply-to", "language"]
            let places = names.compactMap { name in
                keys.reader.location(of: keys.value(of: name)).map { (name, $0) }
            }
            let issue = Issue(
                path: source.path, slug: file.slug, subject: subject, preheader: preheader, date: date,
                number: number, from: from, replyTo: replyTo, language: language, pieces: mail.pieces,
                plainText: mail.plainText, webHTML: body.body.html, source: source,
                places: Dictionary(uniqueKeysWithValues: places),
                references: mail.references, anchors: Set(body.body.headings.map(\.id)))
            return (issue, nil)
        }
    }
}

extension PageReader {
    /// A line that goes into the mail tool as it is.
    private func readWords(_ key: String, _ keys: YAMLMapping) -> String? {
        let words = keys.required(key, .line)
        if words?.contains(":first-name[") == true {
            keys.reader.report(
                keys.value(of: key), ":first-name stands in the text only",
                hint: "where your mail tool names readers in its subjects, write its own tag here")
        }
        return words
    }
}

extension YAMLKind where Value == Mailbox {
    /// Who a mail is from.
    fileprivate static var mailbox: Self {
        YAMLKind(expectation: "an address such as letter@oak.example, or Oak Letter <letter@oak.example>") { node, _ in
            node.string.flatMap { Mailbox($0) }
        }
    }
}

extension YAMLKind where Value == String {
    /// An address alone.
    fileprivate static var mailAddress: Self {
        YAMLKind(expectation: "an address such as letter@oak.example") { node, _ in
            node.string.flatMap { Mailbox($0).flatMap { $0.name == nil ? $0.address : nil } }
        }
    }
}
