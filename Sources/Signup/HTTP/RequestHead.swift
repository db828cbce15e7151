/// The first lines of a request, read as RFC 9112 has them and no wider: what two programs could understand differently is
/// refused, since this one stands behind another.
struct RequestHead {
    private(set) var request: Request
    private(set) var bodyLength = 0
    /// Whether the client waits to be told that it may send the body (RFC 9110, 10.1.1).
    private(set) var expectsContinue = false

    /// - Parameter bytes: everything up to the empty line, without the last two line ends.
    init(_ bytes: some Collection<UInt8>) throws(RequestError) {
        var lines = try Self.lines(bytes)[...]
        guard let first = lines.popFirst() else { throw .malformed }
        let words = first.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 3, words[0].utf8.allSatisfy(\.isToken), !words[0].isEmpty, words[1].hasPrefix("/"),
            words[1].utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), words[2].hasPrefix("HTTP/")
        else { throw .malformed }
        guard words[2] == "HTTP/1.1" || words[2] == "HTTP/1.0" else { throw .version }
        let parts = words[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        request = Request(method: String(words[0]), path: String(parts[0]))
        if parts.count == 2 { request.query = String(parts[1]) }
        for line in lines { request.headers.append(try Self.header(line)) }
        try readFraming(isOld: words[2] == "HTTP/1.0")
    }

    private mutating func readFraming(isOld: Bool) throws(RequestError) {
        guard request.header("transfer-encoding") == nil else { throw .lengthRequired }
        let lengths = request.headers.filter { $0.name == "content-length" }
        guard lengths.count <= 1 else { throw .malformed }
        if let length = lengths.first?.value {
            guard (1...18).contains(length.utf8.count), length.utf8.allSatisfy(\.isDigit), let count = Int(length)
            else { throw .malformed }
            bodyLength = count
        } else if request.method == "POST" {
            throw .lengthRequired
        }
        if !isOld, request.headers.filter({ $0.name == "host" }).count != 1 { throw .malformed }
        let options = (request.header("connection") ?? "").lowercased().split { $0 == "," || $0 == " " }
        request.keepsAlive = isOld ? options.contains("keep-alive") : !options.contains("close")
        expectsContinue = !isOld && request.header("expect")?.lowercased() == "100-continue"
    }

    private static func lines(_ bytes: some Collection<UInt8>) throws(RequestError) -> [String] {
        var lines: [String] = []
        var line: [UInt8] = []
        var isReturn = false
        for byte in bytes {
            if isReturn {
                guard byte == UInt8(ascii: "\n") else { throw .malformed }
                lines.append(String(decoding: line, as: UTF8.self))
                line = []
                isReturn = false
            } else if byte == UInt8(ascii: "\r") {
                isReturn = true
            } else {
                guard byte == UInt8(ascii: "\t") || byte >= 0x20, byte != 0x7F else { throw .malformed }
                line.append(byte)
            }
        }
        guard !isReturn else { throw .malformed }
        lines.append(String(decoding: line, as: UTF8.self))
        return lines
    }

    private static func header(_ line: String) throws(RequestError) -> (name: String, value: String) {
        // A line that begins with a blank would go on with the one before it, which nobody sends anymore (RFC 9112, 5.2).
        guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")), colon != line.startIndex,
            line.utf8[..<colon].allSatisfy(\.isToken)
        else { throw .malformed }
        var value = line[line.utf8.index(after: colon)...]
        while let first = value.utf8.first, first.isBlank { value = value.dropFirst() }
        while let last = value.utf8.last, last.isBlank { value = value.dropLast() }
        return (line[..<colon].lowercased(), String(value))
    }
}

extension UInt8 {
    /// Whether this may stand in a token (RFC 9110, 5.6.2).
    fileprivate var isToken: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        default: isDigit || "!#$%&'*+-.^_`|~".utf8.contains(self)
        }
    }

    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 }
}
