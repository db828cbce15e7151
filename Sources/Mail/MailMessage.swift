import Crypto

/// An e-mail as a mail program or a server takes it: RFC 5322 with MIME (RFC 2045 to 2047).
///
/// The same message is the same bytes: boundary and Message-ID are digests of what it says.
public struct MailMessage: Hashable, Sendable {
    /// Who sends it.
    public var from: Mailbox
    /// Who answers go to, where that is somebody else.
    public var replyTo: Mailbox?
    /// Who it is for; nobody in a draft that is addressed later.
    public var to: [Mailbox]
    /// The subject: any text on one line.
    public var subject: String
    /// When it was sent.
    public var date: MailDate
    /// The text for readers of plain text. Its line ends may be of any kind.
    public var text: String
    /// The same as HTML; nil for a message of plain text alone.
    public var html: String?
    /// An address that ends a subscription when something is posted to it (RFC 8058): `https`, ASCII.
    public var listUnsubscribe: String?
    /// Whether mail programs open it as a draft that is not sent yet (`X-Unsent`, as Outlook reads it).
    public var isDraft: Bool

    /// Creates a message.
    public init(
        from: Mailbox, replyTo: Mailbox? = nil, to: [Mailbox] = [], subject: String, date: MailDate, text: String,
        html: String? = nil, listUnsubscribe: String? = nil, isDraft: Bool = false
    ) {
        self.from = from
        self.replyTo = replyTo
        self.to = to
        self.subject = subject
        self.date = date
        self.text = text
        self.html = html
        self.listUnsubscribe = listUnsubscribe
        self.isDraft = isDraft
    }

    /// The message as it is stored in an `.eml` and sent: lines end in CRLF, none has more than 78 columns but that of
    /// `List-Unsubscribe`, and no line begins with a dot or with "From ", so that SMTP and mailboxes change nothing.
    /// - Throws: ``MailError`` where a header would say more than it should, an address is none, or a text has a NUL.
    public func bytes() throws(MailError) -> [UInt8] {
        let headers = try headers()
        let text = try part(text, "text")
        let html = try html.map { html throws(MailError) in try part(html, "HTML") }
        let digest = SHA256.hash(data: digestInput(headers, text, html)).map { $0 }
        let messageID = "Message-ID: <\(Self.hexadecimal(digest.prefix(16)))@\(from.domain)>"
        let lines = headers + [messageID, "MIME-Version: 1.0"]
        guard let html else { return (lines + Self.partHeaders("plain") + [""]).bytes + text + Self.crlf }
        // "=_" can't be in a quoted-printable text: there, two digits or a line end follow each "=" (RFC 2045, 6.7).
        let boundary = "=_\(Self.hexadecimal(digest.suffix(16)))"
        var bytes = (lines + ["Content-Type: multipart/alternative;", " boundary=\"\(boundary)\"", ""]).bytes
        for (subtype, content) in [("plain", text), ("html", html)] {
            bytes += (["--\(boundary)"] + Self.partHeaders(subtype) + [""]).bytes
            bytes += content + Self.crlf
        }
        return bytes + ["--\(boundary)--"].bytes
    }

    /// The headers that the message's own words make, folded.
    private func headers() throws(MailError) -> [String] {
        var lines = try HeaderField.mailboxes("From", [from])
        if let replyTo { lines += try HeaderField.mailboxes("Reply-To", [replyTo]) }
        if !to.isEmpty { lines += try HeaderField.mailboxes("To", to) }
        lines += try HeaderField.text("Subject", subject)
        lines.append("Date: \(try date.headerText())")
        if let listUnsubscribe { lines += try ListUnsubscribe.headers(listUnsubscribe) }
        if isDraft { lines.append("X-Unsent: 1") }
        return lines
    }

    private func part(_ text: String, _ name: String) throws(MailError) -> [UInt8] {
        guard !text.utf8.contains(0) else { throw .containsNUL(part: name) }
        return QuotedPrintable.encoded(Array(text.utf8))
    }

    /// Everything that tells one message from another, with lengths so that no two messages are written alike.
    private func digestInput(_ headers: [String], _ text: [UInt8], _ html: [UInt8]?) -> [UInt8] {
        [headers.bytes, text, html ?? []].flatMap { Array("\($0.count):".utf8) + $0 }
    }

    private static let crlf: [UInt8] = [0x0D, 0x0A]

    private static func partHeaders(_ subtype: String) -> [String] {
        ["Content-Type: text/\(subtype); charset=utf-8", "Content-Transfer-Encoding: quoted-printable"]
    }

    private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}

extension [String] {
    /// The lines, each with its CRLF.
    fileprivate var bytes: [UInt8] { [UInt8](map { $0 + "\r\n" }.joined().utf8) }
}
