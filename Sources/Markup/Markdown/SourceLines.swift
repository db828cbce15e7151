import Diagnostics

/// Where the lines of a text begin, to find the place of a link again.
struct SourceLines {
    private let bytes: [UInt8]
    private let firstLine: Int
    /// The first byte of each line, and one past the end.
    private let starts: [Int]

    /// How much of a line is searched: a line of megabytes is no prose, and every link of it would search it again.
    private static let searchedBytes = 1 << 14
    /// How many lines of a block are searched, for the same reason.
    private static let searchedLines = 1 << 8

    init(bytes: [UInt8], start: Int, firstLine: Int) {
        self.bytes = bytes
        self.firstLine = firstLine
        var starts = [start]
        for index in start..<max(start, bytes.count) where bytes.endsLine(at: index) {
            starts.append(index + 1)
        }
        starts.append(bytes.count + 1)
        self.starts = starts
    }

    /// The place of a text in some lines (counted from 1 in the body): in the line named first, else in the first that
    /// has it, else the beginning of the first.
    /// - Parameter skipped: how many like it stand before it in the line named first.
    func find(_ text: String, near line: Int, in range: ClosedRange<Int>, skipping skipped: Int = 0) -> SourceLocation {
        let needle = Array(text.utf8)
        let candidates = (range.contains(line) ? [line] : []) + range.prefix(Self.searchedLines).filter { $0 != line }
        for number in candidates {
            if let column = column(of: needle, inLine: number, skipping: number == line ? skipped : 0) {
                return SourceLocation(line: number + firstLine - 1, column: column)
            }
        }
        return SourceLocation(line: range.lowerBound + firstLine - 1)
    }

    private func column(of needle: [UInt8], inLine number: Int, skipping skipped: Int) -> Int? {
        guard number < starts.count, !needle.isEmpty else { return nil }
        let start = starts[number - 1]
        let whole = bytes[start..<max(start, min(starts[number] - 1, start + Self.searchedBytes))]
        var line = whole
        for _ in 0..<skipped {
            guard let before = line.firstRange(of: needle) else { return nil }
            line = line[before.upperBound...]
        }
        // In `[a.md](a.md)` the destination is what follows a parenthesis, not the text.
        let opened = ["(", "<"].compactMap { line.firstRange(of: Array($0.utf8) + needle)?.lowerBound }.min()
        guard let found = opened.map({ $0 + 1 }) ?? line.firstRange(of: needle)?.lowerBound else { return nil }
        return 1 + whole[..<found].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }
}
