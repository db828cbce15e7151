import CSV

/// The records of JSON of any size, one at a time: objects on lines of their own, in an array, or in the array `submissions` of an
/// object, as services' APIs give them.
struct JSONRecords {
    private var window: TextWindow

    /// The most bytes of a record, and of what comes before the first.
    static let recordLimit = 1 << 20

    init(blockSize: Int = 1 << 18, source: @escaping ByteSource) {
        window = TextWindow(encoding: .utf8, blockSize: blockSize, source: source)
    }

    /// Why JSON can't be read on.
    enum Failure: Error, Hashable {
        /// A record is longer than sensible.
        case tooLong(line: Int)
    }

    /// Calls a function with the bytes of each record and the line on which it begins; the function says whether to go on. What is
    /// no object is given to it too, up to the end of its line.
    mutating func forEachRecord(_ body: (UnsafeBufferPointer<UInt8>, _ line: Int) throws -> Bool) throws {
        var (index, line) = try findFirst()
        while true {
            let isAtEnd = window.isAtEnd
            let step = try window.withBytes { bytes in try read(bytes, isLast: isAtEnd, &index, &line, body) }
            if case .done = step { return }
            guard !isAtEnd else { return }
            guard window.count - index <= Self.recordLimit else { throw Failure.tooLong(line: line) }
            try window.advance(by: index)
            index = 0
        }
    }

    private enum Step { case done, needsMore }

    private func read(
        _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, _ index: inout Int, _ line: inout Int,
        _ body: (UnsafeBufferPointer<UInt8>, Int) throws -> Bool
    ) throws -> Step {
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\n"):
                line += 1
                index += 1
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: ","): index += 1
            case UInt8(ascii: "]"): return .done
            default:
                let isObject = bytes[index] == UInt8(ascii: "{")
                let found = isObject ? Self.end(ofObjectIn: bytes, from: index) : Self.endOfLine(in: bytes, from: index)
                guard let end = found ?? (isLast ? bytes.count : nil) else { return .needsMore }
                let record = UnsafeBufferPointer(rebasing: bytes[index..<end])
                guard record.count <= Self.recordLimit else { throw Failure.tooLong(line: line) }
                guard try body(record, line) else { return .done }
                for byte in record where byte == UInt8(ascii: "\n") { line += 1 }
                index = end
            }
        }
        return .needsMore
    }

    /// Where an object ends; nil where that is not in these bytes.
    static func end(ofObjectIn bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var depth = 0
        var isText = false
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if isText {
                switch byte {
                case UInt8(ascii: "\\"): index += 1
                case UInt8(ascii: "\""): isText = false
                // No text of JSON goes over a line's end: the record is damaged, and the next begins there.
                case UInt8(ascii: "\n"): return index
                default: break
                }
            } else {
                switch byte {
                case UInt8(ascii: "\""): isText = true
                case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"):
                    depth -= 1
                    if depth == 0 { return index + 1 }
                default: break
                }
            }
            index += 1
        }
        return nil
    }

    private static func endOfLine(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
    }

    /// Where the first record begins, and on which line.
    private mutating func findFirst() throws -> (index: Int, line: Int) {
        repeat { try window.advance(by: 0) } while !window.isAtEnd && window.count < Self.recordLimit
        return window.withBytes { bytes in
            var start = 0
            while start < bytes.count, bytes[start] <= UInt8(ascii: " ") { start += 1 }
            if start < bytes.count {
                if bytes[start] == UInt8(ascii: "[") {
                    start += 1
                } else if let inner = Self.submissions(in: bytes, from: start) {
                    start = inner
                }
            }
            return (start, 1 + bytes[..<start].count { $0 == UInt8(ascii: "\n") })
        }
    }

    /// Behind the bracket of the array that an outer object has under `submissions`; nil where it has none.
    private static func submissions(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var depth = 0
        var index = start
        let key = Array("\"submissions\"".utf8)
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                let textStart = index
                index += 1
                while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
                    index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
                }
                guard depth == 1, index < bytes.count, bytes[textStart...index].elementsEqual(key) else { break }
                var next = index + 1
                while next < bytes.count, bytes[next] <= UInt8(ascii: " ") || bytes[next] == UInt8(ascii: ":") {
                    next += 1
                }
                if next < bytes.count, bytes[next] == UInt8(ascii: "[") { return next + 1 }
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth == 0 { return nil }
            default: break
            }
            index += 1
        }
        return nil
    }
}
