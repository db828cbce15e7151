import Foundation
import Testing

@testable import Signup

@Suite("A mail server")
struct SMTPCarrierTests {
    private func mail(_ to: String) -> OutgoingMail {
        OutgoingMail(
            request: 1, name: "1", from: "news@example.org", to: to,
            bytes: Array("Subject: x\r\n\r\nHello\r\n.\r\n".utf8))
    }

    @Test("Mails go over one connection, with dots doubled and undone")
    func sends() async {
        let server = FakeMailServer()
        let carrier = SMTPCarrier(MailServer(host: "127.0.0.1", port: server.port, security: .plain), password: nil)
        #expect(await carrier.carry([mail("a@example.org"), mail("b@example.org")]) == [.handedOver, .handedOver])
        let state = server.now
        #expect(state.connections == 1)
        #expect(state.messages.map(\.from) == ["MAIL FROM:<news@example.org>", "MAIL FROM:<news@example.org>"])
        #expect(state.messages.map(\.to) == ["RCPT TO:<a@example.org>", "RCPT TO:<b@example.org>"])
        #expect(state.messages.allSatisfy { $0.text == "Subject: x\r\n\r\nHello\r\n..\r\n" })
    }

    @Test("One recipient that is refused keeps no other from their mail, and is told without the address")
    func refuses() async {
        let server = FakeMailServer()
        server.set { $0.refusedRecipients = ["b@"] }
        let carrier = SMTPCarrier(MailServer(host: "127.0.0.1", port: server.port, security: .plain), password: nil)
        let deliveries = await carrier.carry([mail("a@example.org"), mail("b@example.org"), mail("c@example.org")])
        #expect(deliveries.count == 3)
        #expect(deliveries.first == .handedOver)
        #expect(deliveries.last == .handedOver)
        guard case .refused(let reason) = deliveries[1] else { return #expect(Bool(false), "\(deliveries[1])") }
        #expect(reason.contains("550"))
        #expect(!reason.contains("example"))
    }

    @Test("Nobody there, a server that takes nothing, and one without TLS are told, and no more is tried")
    func unreachable() async {
        let server = FakeMailServer()
        let plain = MailServer(host: "127.0.0.1", port: server.port, security: .plain)
        func isUnreachable(_ server: MailServer) async -> Bool {
            let deliveries = await SMTPCarrier(server, password: nil, seconds: 5).carry([
                mail("a@example.org"), mail("b@example.org"),
            ])
            guard deliveries.count == 1, case .unreachable = deliveries[0] else { return false }
            return true
        }
        server.set { $0.greeting = "554 go away" }
        #expect(await isUnreachable(plain))
        server.set { $0.greeting = "220 ready" }
        #expect(await isUnreachable(MailServer(host: "127.0.0.1", port: server.port, security: .startTLS)))
        #expect(server.now.messages.isEmpty)
        #expect(await isUnreachable(MailServer(host: "127.0.0.1", port: 1, security: .plain)))
    }

    @Test("Where there is a login, it is made")
    func login() async {
        let server = FakeMailServer(needsLogin: true)
        let carrier = SMTPCarrier(
            MailServer(host: "127.0.0.1", port: server.port, security: .plain, user: "ada"), password: "secret word")
        #expect(await carrier.carry([mail("a@example.org")]) == [.handedOver])
        let plain = Data("\0ada\0secret word".utf8).base64EncodedString()
        #expect(server.now.logins == [plain])
    }
}
