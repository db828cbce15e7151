import Dates
import Mail
import TestSupport
import Testing

@Suite("An e-mail")
struct MailMessageTests {
    @Test("A message with everything is the one on record")
    func golden() throws {
        var message = try message(
            subject: "Señal número 7: ¿qué dice la página uno?", text: "Línea uno = 1\n.\nFrom here \n",
            html: "<p>Línea uno = 1</p>")
        message.from.name = "Prowess Edge, \"the\" Newsletter"
        message.replyTo = Mailbox(name: "José Núñez", address: "jose@oak.example")
        message.to = [Mailbox(address: "a@b.example"), Mailbox(name: "B", address: "b@b.example")]
        message.listUnsubscribe = "https://oak.example/leave?list=1"
        message.isDraft = true
        try expectGolden(
            String(decoding: message.bytes(), as: UTF8.self).replacing("\r\n", with: "\n"), "everything.eml")
    }

    @Test("Every line ends in CRLF, and no byte is outside ASCII")
    func lines() throws {
        let bytes = try message(subject: "ñ", text: "ñ\r\na\rb\nc", html: "<p>ñ\u{2028}\u{85}").bytes()
        for (index, byte) in bytes.enumerated() {
            #expect(byte < 0x80 && byte != 0)
            if byte == 10 { #expect(index > 0 && bytes[index - 1] == 13) }
            if byte == 13 { #expect(index + 1 < bytes.count && bytes[index + 1] == 10) }
        }
    }

    @Test("The same message is the same bytes, and any change makes another Message-ID and boundary")
    func digests() throws {
        let first = try message()
        #expect(try first.bytes() == message().bytes())
        var others = [first, first, first, first]
        others[0].text += "x"
        others[1].html? += "x"
        others[2].subject += "x"
        others[3].from.address = "other@oak.example"
        let all = try (others + [first]).map { try headers($0) }
        #expect(Set(all.map { $0["Message-ID"] }).count == 5)
        #expect(Set(all.map { $0["Content-Type"] }).count == 5)
        #expect(all[4]["Message-ID"]?.wholeMatch(of: /<[0-9a-f]{32}@oak\.example>/) != nil)
    }

    @Test("What belongs to the text does not go over to the HTML unnoticed")
    func lengths() throws {
        let one = try headers(message(text: "ab", html: "c"))["Message-ID"]
        #expect(try one != headers(message(text: "a", html: "bc"))["Message-ID"])
        #expect(try headers(message(text: "a", html: "")) != headers(message(text: "a", html: nil)))
    }

    @Test("No part can have the line that parts them")
    func boundary() throws {
        let message = try message()
        let boundary = try #require(try headers(message)["Content-Type"]?.split(separator: "\"").last)
        var copy = message
        copy.text = "--\(boundary)--\n--\(boundary)\n"
        copy.html = "--\(boundary)\n"
        let text = String(decoding: try copy.bytes(), as: UTF8.self)
        #expect(text.split(separator: "\r\n").filter { $0.hasPrefix("--=_") }.count == 3)
    }

    @Test(
        "A date is a day at nine, or a moment, in UTC",
        arguments: [
            ("2026-03-17", "Tue, 17 Mar 2026 09:00:00 +0000"), ("2000-02-29", "Tue, 29 Feb 2000 09:00:00 +0000"),
            ("1999-12-31", "Fri, 31 Dec 1999 09:00:00 +0000"), ("2026-11-01", "Sun, 1 Nov 2026 09:00:00 +0000"),
        ])
    func date(day: String, text: String) throws {
        var message = try message()
        message.date = .day(try #require(CalendarDate(iso8601: day)))
        #expect(try headers(message)["Date"] == text)
        message.date = .moment(try #require(Timestamp("\(day)T23:30:05-02:00")))
        #expect(try headers(message)["Date"]?.hasSuffix(" 01:30:05 +0000") == true)
    }

    @Test("A message of plain text alone has one part")
    func plain() throws {
        let message = try message(text: "Please confirm.\n", html: nil)
        #expect(try headers(message)["Content-Type"] == "text/plain; charset=utf-8")
        #expect(String(decoding: try message.bytes(), as: UTF8.self).hasSuffix("\r\n\r\nPlease confirm.\r\n\r\n"))
    }

    @Test("One click ends a subscription, by an address that is on one line however long it is")
    func listUnsubscribe() throws {
        var message = try message()
        #expect(try headers(message)["List-Unsubscribe"] == nil)
        let long = "https://oak.example/" + String(repeating: "a", count: 300)
        message.listUnsubscribe = long
        #expect(try headerLines(message).contains("List-Unsubscribe: <\(long)>"))
        #expect(try headers(message)["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click")
        for bad in [
            "http://oak.example/", "mailto:x@oak.example", "https://oak.example/\r\nX: y", "https://oak.example/>",
            "https://oak.example/a,b", "https://öak.example/", "https://", "https://oak.example/\(long)\(long)\(long)",
        ] {
            message.listUnsubscribe = bad
            #expect(throws: MailError.self, "\(bad)") { try message.bytes() }
        }
    }

    @Test("Only a draft says that it is none that was sent")
    func draft() throws {
        var message = try message()
        #expect(try headers(message)["X-Unsent"] == nil)
        message.isDraft = true
        #expect(try headers(message)["X-Unsent"] == "1")
    }

    @Test("A NUL is refused, and says in which part")
    func null() throws {
        #expect(throws: MailError.containsNUL(part: "text")) { try message(text: "a\0b").bytes() }
        #expect(throws: MailError.containsNUL(part: "HTML")) { try message(html: "a\0b").bytes() }
    }
}
