import FlyingSocks
import Foundation

/// One client's connection: requests one after the other, each answered before the next is read.
struct Connection: Sendable {
    let socket: AsyncSocket
    let connections: Connections
    let limits: SignupLimits
    let headers: [(name: String, value: String)]
    let now: @Sendable () -> Int
    /// Answers a request.
    let respond: @Sendable (Request) async -> Response
    /// Answers what could not be read.
    let refuse: @Sendable (RequestError) -> Response

    /// Serves the client until it or the server has enough.
    func run() async {
        let id = connections.add(socket.socket, until: .now + limits.requestTime)
        defer { connections.close(id, socket.socket) }
        var buffer: [UInt8] = []
        while !connections.isStopping || !buffer.isEmpty {
            if buffer.isEmpty { connections.set(id, until: .now + limits.idleTime, isBetweenRequests: true) }
            let request: Request
            do throws(RequestError) {
                guard let read = try await next(id, &buffer) else { return }
                request = read
            } catch {
                var response = refuse(error)
                response.closes = true
                if await send(response, id, hasBody: true) { await linger(id) }
                return
            }
            connections.set(id, until: .now + limits.answerTime, isBetweenRequests: false)
            var response = await respond(request)
            response.closes = response.closes || !request.keepsAlive || connections.isStopping
            guard await send(response, id, hasBody: request.method != "HEAD") else { return }
            if response.closes { return await linger(id) }
        }
    }

    /// The next request; nil where the client has gone.
    private func next(_ id: UInt64, _ buffer: inout [UInt8]) async throws(RequestError) -> Request? {
        Self.dropEmptyLines(&buffer)
        // From the first byte on, the clock runs for the whole request: a byte now and then gains nothing.
        var hasBegun = !buffer.isEmpty
        if hasBegun { begin(id) }
        var searched = 0
        var end: Int?
        while end == nil {
            if let found = Self.endOfHead(buffer, from: max(0, searched - 3)) {
                end = found
                break
            }
            searched = buffer.count
            guard buffer.count < limits.headerBytes else { throw .headerTooLong }
            guard let bytes = await read(limits.headerBytes - buffer.count) else {
                guard !buffer.isEmpty, connections.isLate(id) else { return nil }
                throw .slow
            }
            if !hasBegun { begin(id) }
            hasBegun = true
            buffer += bytes
            if searched == 0 { Self.dropEmptyLines(&buffer) }
        }
        guard let end else { return nil }
        let head = try RequestHead(buffer[..<end])
        guard head.bodyLength <= limits.bodyBytes else { throw .bodyTooLong }
        var request = head.request
        buffer.removeFirst(end + 4)
        if head.expectsContinue, buffer.isEmpty, head.bodyLength > 0 {
            try? await socket.write(Data("HTTP/1.1 100 Continue\r\n\r\n".utf8))
        }
        while buffer.count < head.bodyLength {
            guard let bytes = await read(head.bodyLength - buffer.count) else {
                guard connections.isLate(id) else { return nil }
                throw .slow
            }
            buffer += bytes
        }
        request.body = Array(buffer.prefix(head.bodyLength))
        buffer.removeFirst(head.bodyLength)
        return request
    }

    private func begin(_ id: UInt64) {
        connections.set(id, until: .now + limits.requestTime, isBetweenRequests: false)
    }

    private func read(_ count: Int) async -> [UInt8]? { try? await socket.read(atMost: count) }

    private func send(_ response: Response, _ id: UInt64, hasBody: Bool) async -> Bool {
        let bytes = response.bytes(shared: headers, seconds: now(), hasBody: hasBody)
        connections.set(id, until: .now + limits.requestTime, isBetweenRequests: false)
        do {
            try await socket.write(bytes)
            return true
        } catch {
            return false
        }
    }

    /// Lets the client read the answer before the connection is closed: bytes of it that were not read would reset the
    /// connection and take the answer with them (RFC 9112, 9.6).
    private func linger(_ id: UInt64) async {
        connections.set(id, until: .now + limits.lingerTime, isBetweenRequests: false)
        shutdown(socket.socket.file.rawValue, Int32(SHUT_WR))
        var left = limits.lingerBytes
        while left > 0, let bytes = await read(4096) { left -= bytes.count }
        // A socket that was shut because its client was late reads nothing more, while the client may still be sending.
        if connections.isLate(id) { try? await Task.sleep(for: limits.lingerTime / 2) }
    }

    /// Empty lines before a request are skipped (RFC 9112, 2.2).
    private static func dropEmptyLines(_ buffer: inout [UInt8]) {
        while buffer.starts(with: [0x0D, 0x0A]) { buffer.removeFirst(2) }
    }

    /// Where the empty line after a header begins.
    private static func endOfHead(_ bytes: [UInt8], from start: Int) -> Int? {
        guard bytes.count >= 4 else { return nil }
        return (start...max(start, bytes.count - 4)).first { index in
            index + 3 < bytes.count && bytes[index] == 0x0D && bytes[index + 1] == 0x0A && bytes[index + 2] == 0x0D
                && bytes[index + 3] == 0x0A
        }
    }
}
