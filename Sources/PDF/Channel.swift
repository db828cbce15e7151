import Foundation

/// Why a conversation with an engine process ended.
enum ChannelError: Error, Equatable {
    /// The process closed its side.
    case closed
    /// The process said what no engine says.
    case garbled
    /// The time is over.
    case timedOut
}

/// One side of a pair of sockets whose other side is a process's standard input, in which it also answers.
///
/// Sockets and not pipes, since writing to a dead process's pipe would end Prowess with a signal.
final class Channel: Sendable {
    private let descriptor: CInt
    /// The other side, to be given to a process and then closed.
    let other: FileHandle

    /// The most bytes that a header or a body may have.
    private static let (mostOfHeader, mostOfBody) = (1 << 24, 1 << 30)

    /// Makes a pair; nil where the machine has no sockets left.
    init?() {
        var pair: [CInt] = [-1, -1]
        #if os(Linux)
            let kind = CInt(SOCK_STREAM.rawValue)
        #else
            let kind = SOCK_STREAM
        #endif
        guard socketpair(AF_UNIX, kind, 0, &pair) == 0 else { return nil }
        for end in pair { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        #if !os(Linux)
            var isOn: CInt = 1
            setsockopt(pair[0], SOL_SOCKET, SO_NOSIGPIPE, &isOn, socklen_t(MemoryLayout<CInt>.size))
        #endif
        descriptor = pair[0]
        other = FileHandle(fileDescriptor: pair[1], closeOnDealloc: true)
    }

    deinit { close(descriptor) }

    /// Sends a frame: the header's length in four bytes, the header, the body.
    func send(_ header: [UInt8], body: [UInt8] = [], until deadline: ContinuousClock.Instant) throws(ChannelError) {
        let length = UInt32(header.count).bigEndian
        try send(withUnsafeBytes(of: length) { Array($0) } + header, until: deadline)
        try send(body, until: deadline)
    }

    /// Sends bytes as they are.
    func send(_ bytes: [UInt8], until deadline: ContinuousClock.Instant) throws(ChannelError) {
        #if os(Linux)
            let flags = CInt(MSG_NOSIGNAL) | CInt(MSG_DONTWAIT)
        #else
            let flags = MSG_DONTWAIT
        #endif
        var sent = 0
        while sent < bytes.count {
            try wait(for: POLLOUT, until: deadline)
            let count = bytes.withUnsafeBytes {
                Foundation.send(descriptor, $0.baseAddress?.advanced(by: sent), bytes.count - sent, flags)
            }
            if count > 0 { sent += count } else if ![EAGAIN, EINTR].contains(errno) { throw .closed }
        }
    }

    /// Receives a frame's header, whose body is to be received next.
    func receiveHeader(until deadline: ContinuousClock.Instant) throws(ChannelError) -> [UInt8] {
        let length = try receive(4, until: deadline).reduce(0) { $0 << 8 | Int($1) }
        guard (2...Self.mostOfHeader).contains(length) else { throw .garbled }
        return try receive(length, until: deadline)
    }

    /// Receives exactly so many bytes.
    func receive(_ count: Int, until deadline: ContinuousClock.Instant) throws(ChannelError) -> [UInt8] {
        guard (0...Self.mostOfBody).contains(count) else { throw .garbled }
        var bytes: [UInt8] = []
        while bytes.count < count {
            let part = try receiveSome(atMost: count - bytes.count, until: deadline)
            guard !part.isEmpty else { throw .closed }
            bytes += part
        }
        return bytes
    }

    /// Receives what there is, at least a byte; nothing where the other side is closed.
    func receiveSome(atMost count: Int, until deadline: ContinuousClock.Instant) throws(ChannelError) -> [UInt8] {
        while true {
            try wait(for: POLLIN, until: deadline)
            var got = 0
            let part = [UInt8](unsafeUninitializedCapacity: min(count, 1 << 18)) { buffer, filled in
                got = recv(descriptor, buffer.baseAddress, buffer.count, 0)
                filled = max(0, got)
            }
            if got >= 0 { return part }
            guard errno == EINTR || errno == EAGAIN else { return [] }
        }
    }

    private func wait(for events: CInt, until deadline: ContinuousClock.Instant) throws(ChannelError) {
        while true {
            let left = ContinuousClock.now.duration(to: deadline).components
            guard left.seconds >= 0, left.attoseconds >= 0 else { throw .timedOut }
            // Rounded up, so that a wait never ends before its time.
            let milliseconds = min(left.seconds, 1_000_000) * 1000 + left.attoseconds / 1_000_000_000_000_000 + 1
            var entry = pollfd(fd: descriptor, events: Int16(events), revents: 0)
            let count = poll(&entry, 1, CInt(milliseconds))
            if count > 0 { return }
            guard count == 0 || errno == EINTR else { throw .closed }
        }
    }
}
