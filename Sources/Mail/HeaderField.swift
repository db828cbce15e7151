/// Header fields, folded.
enum HeaderField {
    /// The most columns of a line (RFC 5322, 2.1.1).
    static let width = 78
    /// The most columns of a line with encoded words (RFC 2047, 2).
    static let encodedWidth = 76

    /// A field of unstructured text, such as the subject. It is left as it is where a reader gets the same text back;
    /// otherwise all of it becomes encoded words.
    static func text(_ name: String, _ text: String) throws(MailError) -> [String] {
        try check(text, name)
        let prefix = "\(name):"
        guard staysPlain(text) else {
            return folded(prefix, EncodedWord.words(for: text, firstOffset: prefix.utf8.count + 1))
        }
        return folded(prefix, pieces(of: text))
    }

    /// A field of addresses with names.
    static func mailboxes(_ name: String, _ mailboxes: [Mailbox]) throws(MailError) -> [String] {
        var words: [String] = []
        for (index, mailbox) in mailboxes.enumerated() {
            try check(mailbox.address, name)
            if let reason = Mailbox.problem(in: mailbox.address) {
                throw .badAddress(field: name, address: mailbox.address, reason: reason)
            }
            let phrase = mailbox.name ?? ""
            try check(phrase, name)
            let end = index == mailboxes.count - 1 ? "" : ","
            if phrase.isEmpty {
                words.append(mailbox.address + end)
            } else {
                words += Phrase.words(for: phrase, firstOffset: name.utf8.count + 2) + ["<\(mailbox.address)>\(end)"]
            }
        }
        return folded("\(name):", words)
    }

    /// No control character gets into a header: a line end would begin a header that nobody wrote.
    private static func check(_ text: String, _ field: String) throws(MailError) {
        guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            throw .controlCharacter(field: field)
        }
    }

    /// Whether folding and unfolding give the same text back, and no reader takes a part of it for an encoded word.
    private static func staysPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 < 0x80 } && text.first != " " && text.last != " " && !text.contains("=?")
            && text.split(separator: " ").allSatisfy { $0.utf8.count < width - 1 }
    }

    /// The words of a text; a word after several spaces keeps all but the first.
    private static func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        var spaces = ""
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            if word.isEmpty {
                spaces += " "
            } else {
                pieces.append(spaces + word)
                spaces = ""
            }
        }
        return pieces
    }

    /// Lines of a field whose words are parted by one space each; a line goes on with that space.
    private static func folded(_ prefix: String, _ words: [String]) -> [String] {
        var lines = [prefix]
        for word in words {
            let line = lines[lines.count - 1]
            let limit = word.hasPrefix("=?") ? encodedWidth : width
            if lines.count == 1 && line == prefix || line.utf8.count + 1 + word.utf8.count <= limit {
                lines[lines.count - 1] = "\(line) \(word)"
            } else {
                lines.append(" \(word)")
            }
        }
        return lines
    }
}
