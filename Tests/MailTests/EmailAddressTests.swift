import TestSupport
import Testing

@testable import Mail

@Suite("E-mail addresses")
struct EmailAddressTests {
    @Test("An address is sent to as it was typed, and known by its host in lower case")
    func forms() throws {
        let address = try EmailAddress(" Ana.Ruiz+News@Example.ORG\n")
        #expect(address.sending == "Ana.Ruiz+News@Example.ORG")
        #expect(address.key == "Ana.Ruiz+News@example.org")
        #expect(address.folded == "ana.ruiz+news@example.org")
        #expect(!address.isRole)
        #expect(try EmailAddress("Ana.Ruiz+News@example.org") == address)
        #expect(try EmailAddress("ana.ruiz+news@example.org") != address)
    }

    /// The A-labels are those of RFC 3492, 7.1, and of the IDN test domains of IANA.
    @Test(
        "A domain in another script is sent to in ASCII, however it was typed",
        arguments: [
            ("a@bücher.example", "a@xn--bcher-kva.example"), ("a@BÜCHER.example", "a@xn--bcher-kva.example"),
            ("a@bu\u{308}cher.example", "a@xn--bcher-kva.example"), ("a@faß.example", "a@xn--fa-hia.example"),
            ("a@例え.テスト", "a@xn--r8jz45g.xn--zckzah"), ("a@例え。テスト", "a@xn--r8jz45g.xn--zckzah"),
            ("a@пример.испытание", "a@xn--e1afmkfd.xn--80akhbyknj4f"),
        ])
    func internationalDomains(typed: String, ascii: String) throws {
        let address = try EmailAddress(typed)
        #expect(address.sending == ascii)
        #expect(address.key == ascii)
        #expect(try EmailAddress(ascii) == address)
        #expect(try EmailAddress("a@" + ascii.dropFirst(2).uppercased()).key == ascii)
    }

    @Test(
        "What is no address is refused with the reason",
        arguments: [
            ("", .empty), (" \t", .empty), ("a", .needsOneAt), ("a@b@c.org", .needsOneAt), ("@b.org", .localPartSyntax),
            ("a@", .hostSyntax), ("a@b", .hostWithoutDot), ("a b@c.org", .localPartSyntax),
            (".a@b.org", .localPartSyntax),
            ("a.@b.org", .localPartSyntax), ("a..b@b.org", .localPartSyntax), ("\"a b\"@c.org", .quotedLocalPart),
            ("a(x)@b.org", .quotedLocalPart), ("a\\b@c.org", .quotedLocalPart), ("<a@b.org>", .localPartSyntax),
            ("Ana <a@b.org>", .localPartSyntax), ("a@[192.0.2.1]", .numericHost), ("a@192.0.2.1", .numericHost),
            ("a@-b.org", .hostSyntax), ("a@b-.org", .hostSyntax), ("a@b..org", .hostSyntax), ("a@b.org.", .hostSyntax),
            ("a@b_c.org", .hostSyntax), ("a@b.org, c@d.org", .needsOneAt), ("ñ@b.org", .localPartNotASCII),
            ("a\u{0}@b.org", .hiddenCharacter), ("a@b\u{1B}.org", .hiddenCharacter),
            ("a@b.org\r\nBcc: c", .hiddenCharacter),
            ("a\u{200B}@b.org", .hiddenCharacter), ("a@bü\u{200D}.org", .hiddenCharacter),
            ("\u{202E}a@b.org", .hiddenCharacter), ("a@b\u{AD}.org", .hiddenCharacter),
            ("\u{FEFF}a@b.org", .hiddenCharacter),
            ("a@xn--a.org", .hostNotIDNA), ("a@xn--ls8h.org", .hostNotIDNA), ("a@💩.org", .hostNotIDNA),
            ("a@ü-.org", .hostNotIDNA), ("é@ñ@b.org", .needsOneAt),
        ] as [(String, EmailAddressProblem)])
    func refused(text: String, problem: EmailAddressProblem) {
        #expect(throws: problem) { try EmailAddress(text) }
    }

    @Test("The lengths of RFC 5321 are kept to the byte")
    func lengths() throws {
        let local = String(repeating: "a", count: 64)
        let label = String(repeating: "b", count: 63)
        #expect(try EmailAddress(local + "@b.org").sending.utf8.count == 70)
        #expect(throws: EmailAddressProblem.localPartTooLong) { try EmailAddress(local + "a@b.org") }
        #expect(throws: EmailAddressProblem.hostSyntax) { try EmailAddress("a@\(label)b.org") }
        let longest = "\(local)@\(label).\(label).\(String(repeating: "c", count: 61))"
        #expect(longest.utf8.count == 254)
        #expect(try EmailAddress(longest).key == longest)
        #expect(throws: EmailAddressProblem.tooLong) { try EmailAddress(longest + "c") }
        #expect(throws: EmailAddressProblem.tooLong) {
            try EmailAddress(String(repeating: "a", count: 9_994) + "@b.org")
        }
        #expect(throws: EmailAddressProblem.tooLong) { try EmailAddress("a@" + String(repeating: "ü", count: 9_994)) }
    }

    @Test("Addresses of offices are told from those of people")
    func roles() throws {
        for name in ["info", "Postmaster", "no-reply", "admin+news"] {
            #expect(try EmailAddress(name + "@example.org").isRole, "\(name)")
        }
        for name in ["information", "ana", "mailer-daemons-of-old", "info.ruiz"] {
            #expect(try !EmailAddress(name + "@example.org").isRole, "\(name)")
        }
    }

    @Test("What was made of an address is an address that nothing more is made of")
    func idempotent() throws {
        var generator = SeededGenerator(seed: 6)
        let letters = Array("abzAZ09.-_+@ü例 \u{200B}\"[x")
        var taken = 0
        for _ in 0..<20_000 {
            let local = (0..<Int.random(in: 1...4, using: &generator)).compactMap { _ in
                letters.randomElement(using: &generator)
            }
            let host = (0..<Int.random(in: 1...8, using: &generator)).compactMap { _ in
                letters.randomElement(using: &generator)
            }
            guard let address = try? EmailAddress(String(local) + "@" + String(host) + ".org") else { continue }
            taken += 1
            #expect(try EmailAddress(address.sending) == address)
            #expect(try EmailAddress(address.key).sending == address.key)
            #expect(address.folded == address.key.lowercased())
            #expect(address.sending.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
            #expect(Mailbox.problem(in: address.sending) == nil)
        }
        #expect(taken > 500)
    }

    @Test("No reason quotes the address or ends as a sentence", arguments: EmailAddressProblem.allCases)
    func descriptions(problem: EmailAddressProblem) {
        #expect(!problem.description.isEmpty && !problem.description.hasSuffix("."))
    }
}
