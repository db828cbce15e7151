import Diagnostics

/// Finds in an issue's Markdown what stands in its HTML. It belongs to one thread.
final class IssueSource {
    let file: SourceFile
    /// How often something was looked for.
    private var lookUps = 0

    /// After so many, places are no longer found: each takes a walk through the file, and an issue with thousands of mistakes of
    /// one kind needs no line for each.
    private static let mostLookUps = 200

    /// Where the text begins, after the front matter.
    private let bodyStart: Int

    init(_ file: SourceFile) {
        self.file = file
        bodyStart = Self.bodyStart(of: file.bytes)
    }

    /// A diagnostic at a place, or of the file as a whole where there is none.
    func diagnostic(
        _ severity: Diagnostic.Severity = .error, at offset: Int?, _ message: String, hint: String? = nil
    ) -> Diagnostic {
        file.diagnostic(severity, at: offset.map { file.location(ofByte: $0) }, message, hint: hint)
    }

    /// The first byte of some words in the text; nil where the text does not have them.
    ///
    /// White space of any kind is the same, and marks of emphasis and code count for nothing.
    /// - Parameters:
    ///   - words: what the HTML shows.
    ///   - occurrence: how often they were there before.
    ///   - prefix: what stands before them, such as the bracket of a link.
    func offset(of words: String, occurrence: Int = 0, prefix: String = "") -> Int? {
        let needle = Array(words.split(whereSeparator: \.isWhitespace).joined(separator: " ").utf8)
        lookUps += 1
        guard !needle.isEmpty, lookUps <= Self.mostLookUps else { return nil }
        let mark = Array(prefix.utf8)
        var seen = 0
        for start in file.bytes.indices.dropFirst(bodyStart) {
            guard file.bytes[start...].starts(with: mark), matches(needle, at: start + mark.count) else { continue }
            if seen == occurrence { return start + mark.count }
            seen += 1
        }
        return nil
    }

    /// The first byte of a text anywhere in the file, front matter included, byte for byte.
    func offset(ofExactly text: String) -> Int? {
        let needle = Array(text.utf8)
        lookUps += 1
        guard let first = needle.first, lookUps <= Self.mostLookUps else { return nil }
        return file.bytes.indices.first { file.bytes[$0] == first && file.bytes[$0...].starts(with: needle) }
    }

    /// The first byte of the value of a key of the front matter.
    func offset(ofKey key: String) -> Int? {
        let needle = Array("\n\(key):".utf8)
        let start = file.bytes[..<bodyStart].indices.first { file.bytes[$0...].starts(with: needle) }
        return start.map { start in
            var value = start + needle.count
            while value < bodyStart, file.bytes[value] == UInt8(ascii: " ") { value += 1 }
            return value
        }
    }

    private func matches(_ needle: [UInt8], at start: Int) -> Bool {
        var index = start
        for byte in needle {
            while index < file.bytes.count, "*_`\\".utf8.contains(file.bytes[index]), file.bytes[index] != byte {
                index += 1
            }
            guard index < file.bytes.count else { return false }
            if byte == UInt8(ascii: " ") {
                guard file.bytes[index].isBlank else { return false }
                while index < file.bytes.count, file.bytes[index].isBlank || file.bytes[index] == UInt8(ascii: ">") {
                    index += 1
                }
            } else {
                guard file.bytes[index] == byte else { return false }
                index += 1
            }
        }
        return true
    }

    private static func bodyStart(of bytes: [UInt8]) -> Int {
        let fence = Array("---".utf8)
        guard bytes.starts(with: fence) else { return 0 }
        let end = bytes.indices.dropFirst(3).first {
            bytes[$0] == UInt8(ascii: "\n") && bytes[($0 + 1)...].starts(with: fence)
        }
        return end.map { $0 + 4 } ?? 0
    }
}

extension UInt8 {
    /// Whether this is a space, a tab or a line end.
    fileprivate var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
