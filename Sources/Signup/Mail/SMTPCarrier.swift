import CSMTP
import Dispatch
import Foundation

/// Hands mails to a mail server, all of one call over one connection.
struct SMTPCarrier: MailCarrier {
    private let server: MailServer
    private let password: String?
    private let seconds: Int
    private let queue = DispatchQueue(label: "prowess.signup.smtp")

    /// - Parameters:
    ///   - password: the login's password, where there is one.
    ///   - seconds: the most of one message.
    init(_ server: MailServer, password: String?, seconds: Int = 30) {
        self.server = server
        self.password = password
        self.seconds = seconds
    }

    func carry(_ mails: [OutgoingMail]) async -> [Delivery] {
        await withCheckedContinuation { answer in
            queue.async { answer.resume(returning: send(mails)) }
        }
    }

    private func send(_ mails: [OutgoingMail]) -> [Delivery] {
        guard let connection = open() else { return [.unreachable("the mail server's settings can't be used")] }
        defer { csmtp_close(connection) }
        var deliveries: [Delivery] = []
        for mail in mails {
            let delivery = send(mail, connection)
            deliveries.append(delivery)
            if case .unreachable = delivery { break }
        }
        return deliveries
    }

    private func open() -> OpaquePointer? {
        withOptionalCString(server.user) { user in
            withOptionalCString(password) { password in
                withOptionalCString(server.authoritiesFile) { authorities in
                    server.host.withCString { host in
                        var settings = CSMTPServer(
                            host: host, port: server.port, security: server.security.code, user: user,
                            password: password, authorities: authorities, seconds: seconds)
                        return csmtp_open(&settings)
                    }
                }
            }
        }
    }

    private func send(_ mail: OutgoingMail, _ connection: OpaquePointer) -> Delivery {
        var reply = 0
        var problem: UnsafePointer<CChar>?
        let outcome = csmtp_send(
            connection, mail.from, mail.to, mail.bytes, mail.bytes.count, &reply, &problem)
        let words = problem.map { String(cString: $0) } ?? ""
        let code = reply > 0 ? ", reply \(reply)" : ""
        return switch outcome {
        case CSMTPTaken: .handedOver
        case CSMTPRefused: .refused("the mail server refuses it (\(words)\(code))")
        default: .unreachable("the mail server takes nothing (\(words)\(code))")
        }
    }

    private func withOptionalCString<Result>(_ text: String?, _ body: (UnsafePointer<CChar>?) -> Result) -> Result {
        guard let text else { return body(nil) }
        return text.withCString { body($0) }
    }
}

extension MailServer.Security {
    fileprivate var code: CSMTPSecurity {
        switch self {
        case .plain: CSMTPPlain
        case .startTLS: CSMTPStartTLS
        case .tls: CSMTPTLS
        }
    }
}
