import Dates
import Mail
import Testing

/// A message of a few words; tests change what they are about.
func message(subject: String = "Hello", text: String = "Hi.\n", html: String? = "<p>Hi.</p>\n") throws -> MailMessage {
    let day = try #require(CalendarDate(iso8601: "2026-03-17"))
    return MailMessage(
        from: Mailbox(name: "Oak Letter", address: "letter@oak.example"), subject: subject, date: .day(day), text: text,
        html: html)
}

/// The header lines of a message, each unfolded, by name.
func headers(_ message: MailMessage) throws -> [String: String] {
    let lines = try headerLines(message)
    var result: [String: String] = [:]
    var last = ""
    for line in lines {
        if line.hasPrefix(" ") {
            result[last, default: ""] += line
        } else {
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            last = String(parts[0])
            #expect(result[last] == nil && parts.count == 2)
            result[last] = String(parts[1].dropFirst())
        }
    }
    return result
}

/// The header lines of a message as they are written.
func headerLines(_ message: MailMessage) throws -> [Substring] {
    let bytes = try message.bytes()
    let text = String(decoding: bytes, as: UTF8.self)
    let head = try #require(text.range(of: "\r\n\r\n"))
    return text[..<head.lowerBound].split(separator: "\r\n", omittingEmptySubsequences: false)
}
