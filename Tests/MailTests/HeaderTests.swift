import Foundation
import Mail
import TestSupport
import Testing

/// Reads encoded words as RFC 2047 says: white space between two of them is none of the text.
func decodedWords(_ header: String) throws -> String {
    var bytes: [UInt8] = []
    for word in header.split(separator: " ") {
        let parts = word.split(separator: "?", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0] == "=", parts[1] == "UTF-8", parts[4] == "=" else {
            Issue.record("\(word) is no encoded word")
            return ""
        }
        #expect(word.utf8.count <= 75)
        let part: [UInt8]
        if parts[2] == "B" {
            part = Array(try #require(Data(base64Encoded: String(parts[3]))))
        } else {
            part = try #require(decodedQuotedPrintable(Array(parts[3].replacing("_", with: " ").utf8)))
        }
        #expect(String(validating: part, as: UTF8.self) != nil, "a character is divided")
        bytes += part
    }
    return String(decoding: bytes, as: UTF8.self)
}

@Suite("Headers of an e-mail")
struct HeaderTests {
    @Test(
        "A subject in ASCII is left as it is, folded or not",
        arguments: [
            "Hello", "a  b   c", "What does page one of your agreement say, and who has read it since it was signed?",
            String(repeating: "word ", count: 59) + "words", "Re: [list] 50% off = \"none\"", "a.b", ". From here",
        ])
    func ascii(subject: String) throws {
        let message = try message(subject: subject)
        #expect(try headers(message)["Subject"] == subject)
        for line in try headerLines(message) { #expect(line.utf8.count <= 78 && !line.allSatisfy { $0 == " " }) }
    }

    @Test(
        "Any other subject is encoded and comes back, whole characters to a word",
        arguments: [
            "Größe", "🎉", "🎉👩‍🚀🇺🇳e\u{301} all of them", "مرحبا بكم في نشرتنا الإخبارية", " leading", "trailing ",
            "=?UTF-8?Q?no?=", String(repeating: "ñ", count: 300), String(repeating: "👨‍👩‍👧‍👦", count: 75),
            String(repeating: "x", count: 300), "a" + String(repeating: "\u{301}", count: 300), "a_b=c?d ü",
            String(repeating: "one two ", count: 40) + "ü", "日本語の件名はとても長くなることがありますので折り返されます。",
        ])
    func encoded(subject: String) throws {
        let message = try message(subject: subject)
        #expect(try decodedWords(#require(headers(message)["Subject"])) == subject)
        for line in try headerLines(message) { #expect(line.utf8.count <= 76 || !line.contains("=?"), "\(line)") }
    }

    @Test("The shorter of the two encodings is taken")
    func shorter() throws {
        #expect(try headers(message(subject: "one letter ñ in twenty"))["Subject"]?.hasPrefix("=?UTF-8?Q?") == true)
        #expect(try headers(message(subject: "مرحبا"))["Subject"]?.hasPrefix("=?UTF-8?B?") == true)
    }

    @Test("Random subjects come back")
    func random() throws {
        var random = SeededGenerator(seed: 7)
        let letters: [Character] = ["a", "b", " ", "=", "?", "_", "ñ", "ع", "🎉", "👩‍🚀", "e\u{301}", "\"", "."]
        for _ in 0..<300 {
            let count = Int.random(in: 1...120, using: &random)
            let subject = String((0..<count).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] })
            let header = try #require(try headers(message(subject: subject))["Subject"])
            #expect(try header.hasPrefix("=?UTF-8?") ? decodedWords(header) == subject : header == subject)
        }
    }

    @Test(
        "A name is atoms, a quoted string or encoded words, as it needs",
        arguments: [
            ("Oak Letter", "Oak Letter <a@b.example>"), ("Oak, Inc.", "\"Oak, Inc.\" <a@b.example>"),
            ("a\"b\\c", "\"a\\\"b\\\\c\" <a@b.example>"),
            ("Prowess Edge Núñez", "=?UTF-8?Q?Prowess_Edge_N=C3=BA=C3=B1ez?= <a@b.example>"),
            ("", "a@b.example"), (" x", "\" x\" <a@b.example>"), ("=?x", "=?UTF-8?B?PT94?= <a@b.example>"),
        ])
    func names(name: String, header: String) throws {
        var message = try message()
        message.from = Mailbox(name: name, address: "a@b.example")
        #expect(try headers(message)["From"] == header)
    }

    @Test("A long name and many addresses are folded")
    func folding() throws {
        var message = try message()
        message.from.name = String(repeating: "Prowess Edge Consulting. ", count: 12)
        message.to = (1...40).map { Mailbox(name: "Person \($0)", address: "person\($0)@oak.example") }
        for line in try headerLines(message) { #expect(line.utf8.count <= 78) }
        #expect(try headers(message)["To"]?.split(separator: ", ").count == 40)
    }

    @Test(
        "A control character in a header is refused: it could begin another header",
        arguments: ["a\r\nBcc: x@y.example", "a\nb", "a\rb", "a\0b", "a\tb", "a\u{7F}", "a\u{85}b", "a\r\n\r\n<html>"])
    func injection(text: String) throws {
        var message = try message(subject: text)
        #expect(throws: MailError.controlCharacter(field: "Subject")) { try message.bytes() }
        message.subject = "Hello"
        message.from.name = text
        #expect(throws: MailError.controlCharacter(field: "From")) { try message.bytes() }
        message.from.name = nil
        message.replyTo = Mailbox(name: text, address: "a@b.example")
        #expect(throws: MailError.controlCharacter(field: "Reply-To")) { try message.bytes() }
        message.replyTo = Mailbox(address: text)
        #expect(throws: MailError.self) { try message.bytes() }
    }

    @Test(
        "What is no address is refused",
        arguments: [
            "", "a", "@b.example", "a@", "a@b@c.example", "a b@c.example", "ü@c.example", "a@ü.example", "a@-b.example",
            "a..b@c.example", ".a@c.example", "a@b..example", "<a@b.example>", "a,b@c.example", "\"a\"@b.example",
            "a@[127.0.0.1]", "a@b_c.example", String(repeating: "a", count: 65) + "@b.example",
        ])
    func addresses(address: String) throws {
        var message = try message()
        message.from.address = address
        #expect(throws: MailError.self) { try message.bytes() }
        #expect(Mailbox.problem(in: address) != nil)
    }

    @Test("Addresses that people have are taken", arguments: ["a@b.example", "a.b+c_d@x-1.co.uk", "o'neil@b.example"])
    func goodAddresses(address: String) throws {
        #expect(Mailbox.problem(in: address) == nil)
    }

    @Test("A host in other letters gets the next step")
    func idn() {
        #expect(Mailbox.problem(in: "a@müller.example")?.contains("xn--") == true)
    }
}
