import Diagnostics

/// Where a Markdown file's front matter ends and its text begins.
struct FrontMatter {
    /// Whether the file begins with a `---` line at all.
    let isPresent: Bool
    /// The bytes of the YAML between the two `---` lines.
    let yaml: Range<Int>
    /// The line on which the YAML begins.
    let yamlLine: Int
    /// The first byte of the text.
    let bodyOffset: Int
    /// The line on which the text begins.
    let bodyLine: Int

    /// Splits a file; nil, with a diagnostic, where front matter begins but never ends.
    init?(of file: SourceFile, log: inout DiagnosticLog) {
        let bytes = file.bytes
        // A byte order mark is what Windows editors put before UTF-8.
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard Self.isFence(bytes, at: start), var index = Self.nextLine(bytes, after: start) else {
            (isPresent, yaml, yamlLine, bodyOffset, bodyLine) = (false, start..<start, 1, start, 1)
            return
        }
        let yamlStart = index
        var line = 2
        while index < bytes.count {
            if Self.isFence(bytes, at: index) {
                let next = Self.nextLine(bytes, after: index)
                isPresent = true
                (yaml, yamlLine, bodyOffset, bodyLine) = (yamlStart..<index, 2, next ?? bytes.count, line + 1)
                return
            }
            guard let next = Self.nextLine(bytes, after: index) else { break }
            index = next
            line += 1
        }
        log.report(
            file.diagnostic(
                at: .start, "the front matter that begins here is never closed",
                hint: "put a line of three hyphens (---) after its last key"))
        return nil
    }

    private static func isFence(_ bytes: [UInt8], at index: Int) -> Bool {
        guard bytes[index...].starts(with: "---".utf8) else { return false }
        for byte in bytes[(index + 3)...] {
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return true }
            guard byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") else { return false }
        }
        return true
    }

    private static func nextLine(_ bytes: [UInt8], after index: Int) -> Int? {
        (index..<bytes.count).first(where: bytes.endsLine).map { $0 + 1 }
    }
}
