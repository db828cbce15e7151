import Dispatch
import Foundation

/// A client that sends exactly the bytes it is given. It blocks a thread of its own, none of those that tasks run on.
struct RawClient: Sendable {
    let port: UInt16

    /// An answer.
    struct Answer: Sendable {
        let bytes: [UInt8]

        var text: String { String(decoding: bytes, as: UTF8.self) }
        var status: Int { Int(text.dropFirst(9).prefix(3)) ?? 0 }
        var head: String { String(text.prefix(upTo: text.firstRange(of: "\r\n\r\n")?.lowerBound ?? text.endIndex)) }
        var body: String { text.firstRange(of: "\r\n\r\n").map { String(text[$0.upperBound...]) } ?? "" }

        func header(_ name: String) -> String? {
            head.components(separatedBy: "\r\n").first { $0.lowercased().hasPrefix(name.lowercased() + ":") }
                .map { String($0.dropFirst(name.count + 1)).trimmingCharacters(in: .whitespaces) }
        }
    }

    /// Sends a request and reads until the server closes.
    /// - Parameters:
    ///   - pieces: what is sent, one after the other.
    ///   - pause: the seconds between two of them.
    ///   - waitsForAnswers: whether something must come back before the next is sent.
    func send(_ pieces: [String], pause: Double = 0, waitsForAnswers: Bool = false) async -> Answer {
        await withCheckedContinuation { continuation in
            let port = port
            Thread.detachNewThread {
                continuation.resume(returning: Self.exchange(port, pieces, pause, waitsForAnswers))
            }
        }
    }

    func send(_ text: String) async -> Answer { await send([text]) }

    func get(_ target: String, method: String = "GET", headers: [String] = []) async -> Answer {
        await send(Self.request(method, target, headers, nil))
    }

    func post(
        _ target: String, _ body: String, type: String = "application/x-www-form-urlencoded", headers: [String] = []
    ) async -> Answer {
        await send(Self.request("POST", target, ["Content-Type: \(type)"] + headers, body))
    }

    static func request(_ method: String, _ target: String, _ headers: [String], _ body: String?) -> String {
        var lines = ["\(method) \(target) HTTP/1.1", "Host: forms.example.org", "Connection: close"] + headers
        if let body { lines.append("Content-Length: \(body.utf8.count)") }
        return lines.joined(separator: "\r\n") + "\r\n\r\n" + (body ?? "")
    }

    /// A connection that sends nothing yet.
    static func connect(_ port: UInt16) -> Int32 {
        let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Foundation.connect(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        return result == 0 ? file : -1
    }

    private static func exchange(_ port: UInt16, _ pieces: [String], _ pause: Double, _ waitsForAnswers: Bool) -> Answer
    {
        let file = connect(port)
        guard file >= 0 else { return Answer(bytes: []) }
        defer { close(file) }
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        @discardableResult func receive() -> Bool {
            let count = recv(file, &buffer, buffer.count, 0)
            answer += buffer.prefix(max(0, count))
            return count > 0
        }
        for (index, piece) in pieces.enumerated() {
            if index > 0, waitsForAnswers { receive() }
            if index > 0, pause > 0 { Thread.sleep(forTimeInterval: pause) }
            var bytes = Array(piece.utf8)[...]
            while !bytes.isEmpty {
                let sent = bytes.withUnsafeBytes {
                    Foundation.send(file, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                guard sent > 0 else { break }
                bytes = bytes.dropFirst(sent)
            }
        }
        while receive() {}
        return Answer(bytes: answer)
    }
}
