import Dispatch
import Foundation
import Synchronization

/// A mail server of few words (RFC 5321) on a free port of loopback, which can refuse.
final class FakeMailServer: Sendable {
    struct State {
        var messages: [(from: String, to: String, text: String)] = []
        var logins: [String] = []
        var connections = 0
        var refusedRecipients: Set<String> = []
        var greeting = "220 ready"
    }

    let port: UInt16
    private let file: Int32
    private let state = Mutex(State())
    private let needsLogin: Bool

    var now: State { state.withLock { $0 } }
    func set(_ change: (inout State) -> Void) { state.withLock { change(&$0) } }

    init(needsLogin: Bool = false) {
        self.needsLogin = needsLogin
        let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = bind(file, $0, length)
                _ = getsockname(file, $0, &length)
            }
        }
        port = UInt16(bigEndian: address.sin_port)
        listen(file, 8)
        self.file = file
        Thread.detachNewThread { [weak self] in
            while case let client = accept(file, nil, nil), client >= 0 {
                guard let self else { break }
                self.serve(client)
                close(client)
            }
        }
    }

    deinit {
        shutdown(file, Int32(SHUT_RDWR))
        close(file)
    }

    private func serve(_ client: Int32) {
        var buffer: [UInt8] = []
        func line() -> String? {
            while true {
                if let end = buffer.firstIndex(of: 0x0A) {
                    let line = String(decoding: buffer[...end], as: UTF8.self)
                    buffer.removeFirst(end + 1)
                    return line.replacing("\r\n", with: "")
                }
                var bytes = [UInt8](repeating: 0, count: 4096)
                let count = recv(client, &bytes, bytes.count, 0)
                guard count > 0 else { return nil }
                buffer += bytes.prefix(count)
            }
        }
        func say(_ text: String) {
            _ = (text + "\r\n").withCString { send(client, $0, strlen($0), Int32(MSG_NOSIGNAL)) }
        }
        set { $0.connections += 1 }
        say(now.greeting)
        var (from, to) = ("", "")
        while let command = line() {
            switch command.prefix(4).uppercased() {
            case "EHLO": say(needsLogin ? "250-fake\r\n250 AUTH PLAIN" : "250 fake")
            case "AUTH":
                // Without an initial response the client waits to be asked for it (RFC 4954, 4).
                if command == "AUTH PLAIN" { say("334 ") }
                let response = command == "AUTH PLAIN" ? line() ?? "" : String(command.dropFirst(11))
                set { $0.logins.append(response) }
                say("235 welcome")
            case "MAIL":
                from = command
                say("250 ok")
            case "RCPT":
                to = command
                say(now.refusedRecipients.contains { command.contains($0) } ? "550 no such user" : "250 ok")
            case "DATA":
                say("354 go on")
                var text = ""
                while let next = line(), next != "." { text += next + "\r\n" }
                set { [from, to, text] in $0.messages.append((from, to, text)) }
                say("250 taken")
            case "RSET": say("250 ok")
            case "QUIT":
                say("221 bye")
                return
            default: say("500 what")
            }
        }
    }
}
