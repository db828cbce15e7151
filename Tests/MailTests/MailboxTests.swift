import Testing

@testable import Mail

@Suite("Who a mail is from")
struct MailboxTests {
    @Test(
        "An address may have a name before it",
        arguments: [
            ("a@b.org", nil, "a@b.org"), ("<a@b.org>", nil, "a@b.org"),
            ("Oak Letter <a.b+c@oak.example>", "Oak Letter", "a.b+c@oak.example"),
            ("\"Elm, J. \\\"X\\\"\" <j@elm.example>", "Elm, J. \"X\"", "j@elm.example"),
            ("Ana Núñez <a@b-c.org>", "Ana Núñez", "a@b-c.org"),
        ] as [(String, String?, String)])
    func valid(text: String, name: String?, address: String) {
        let mailbox = Mailbox(text)
        #expect(mailbox?.name == name)
        #expect(mailbox?.address == address)
    }

    @Test(
        "What is no address is refused",
        arguments: [
            "", "a", "@b.org", "a@", "a@b", "a b@c.org", "a@b..org", ".a@b.org", "a.@b.org", "a@-b.org", "a@b_c.org",
            "a@@b.org",
            "A, B <a@b.org>", "A <a@b.org> c", "A <a@b.org", "a@b.org\r\nBcc: c@d.org", "A\nB <a@b.org>",
            "\"A <a@b.org>",
            "\"A\" B\" <a@b.org>", "a@b.org, c@d.org", "é@b.org", "a@é.org", "A\u{2028}B <a@b.org>",
            "A\u{85} <a@b.org>",
            String(repeating: "a", count: 65) + "@b.org",
        ])
    func invalid(text: String) {
        #expect(Mailbox(text) == nil)
    }
}
