import Diagnostics
import TestSupport
import Testing

@testable import CSV

@Suite("CSV of any size, read as it comes")
struct CSVStreamTests {
    /// A source of these bytes that never gives more than `step` at once.
    private func source(_ bytes: [UInt8], step: Int = 5) -> ByteSource {
        var place = 0
        return { buffer in
            let count = min(step, buffer.count, bytes.count - place)
            buffer.copyBytes(from: bytes[place..<(place + count)])
            place += count
            return count
        }
    }

    private func scan(_ bytes: [UInt8], step: Int = 3) throws -> TextEncoding {
        var scan = TextScan()
        var place = 0
        while place < bytes.count {
            let end = min(bytes.count, place + step)
            bytes[place..<end].withUnsafeBytes { scan.add($0) }
            place = end
        }
        return try scan.encoding()
    }

    private func read(_ bytes: [UInt8], step: Int = 5, blockSize: Int = 16) throws -> [(line: Int, row: [String])] {
        var stream = CSVStream(
            encoding: try scan(bytes), fieldLimit: 1 << 12, rowLimit: 1 << 16, blockSize: blockSize,
            source: source(bytes, step: step))
        var rows: [(Int, [String])] = []
        try stream.forEachRow { row, line in
            rows.append((line, (0..<row.count).map { row[$0] }))
            return true
        }
        return rows
    }

    private func table(_ bytes: [UInt8]) -> CSVTable? {
        var log = DiagnosticLog()
        return CSVTable(SourceFile(path: "a.csv", bytes: bytes, isConfidential: true), log: &log)
    }

    @Test("Random tables are read as a table reads them, wherever the blocks end")
    func sameAsTable() throws {
        var generator = SeededGenerator(seed: 41)
        let pieces = [
            "a", "bc", ",", ";", "\"", "\"\"", "\r\n", "\n", "\r", "ü", "😀", " ", "\"x,\ny\"", ",\"q\"\"r\",",
            "0123456789abcdef",
        ]
        var readable = 0
        for _ in 0..<3_000 {
            let text = (0..<Int.random(in: 0...14, using: &generator)).compactMap { _ in
                pieces.randomElement(using: &generator)
            }
            .joined()
            let bytes = Array(text.utf8)
            let step = Int.random(in: 1...9, using: &generator)
            guard let table = table(bytes) else {
                #expect(throws: TextStreamError.self) { try read(bytes, step: step) }
                continue
            }
            readable += 1
            let rows = try read(bytes, step: step)
            #expect(rows.map(\.row) == (0..<table.rowCount).map(table.row), "\(text.debugDescription)")
            #expect(rows.map(\.line) == (0..<table.rowCount).map(table.line(ofRow:)), "\(text.debugDescription)")
        }
        #expect(readable > 500)
    }

    @Test("Every encoding is found out from all of the file and read to the same text", arguments: 1...7)
    func encodings(step: Int) throws {
        let text = "e-mail;name\r\na@b.org;\"Zoë “Zed” Núñez\"\r\n"
        let expected = [["e-mail", "name"], ["a@b.org", "Zoë “Zed” Núñez"]]
        let units = Array(text.utf16)
        let little = units.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let big = units.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
        let windows = text.unicodeScalars.map { scalar -> UInt8 in
            scalar == "“" ? 0x93 : scalar == "”" ? 0x94 : UInt8(scalar.value)
        }
        let files: [([UInt8], TextEncoding)] = [
            (Array(text.utf8), .utf8), ([0xEF, 0xBB, 0xBF] + Array(text.utf8), .utf8),
            ([0xFF, 0xFE] + little, .utf16LittleEndian), ([0xFE, 0xFF] + big, .utf16BigEndian),
            (little, .utf16LittleEndian), (big, .utf16BigEndian), (windows, .windows1252),
        ]
        for (bytes, encoding) in files {
            #expect(try scan(bytes, step: step) == encoding)
            #expect(try read(bytes, step: step).map(\.row) == expected, "\(encoding)")
        }
    }

    @Test("Surrogate pairs that a block cuts in two stay one character")
    func surrogates() throws {
        let units = Array("a,😀\n".utf16)
        let bytes: [UInt8] =
            [0xFF, 0xFE] + units.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        for step in 1...6 { #expect(try read(bytes, step: step).map(\.row) == [["a", "😀"]]) }
    }

    @Test("One byte at the very end decides for Windows-1252, and a byte order mark against it")
    func lateByte() throws {
        let text = Array(String(repeating: "a,b\n", count: 5_000).utf8)
        #expect(try scan(text + [0xE9], step: 4096) == .windows1252)
        #expect(try read(text + [0xE9], step: 4096).last?.row == ["é"])
        #expect(try scan(text + [0xC3, 0xA9], step: 4096) == .utf8)
        #expect(throws: TextStreamError.malformed(.utf8)) { try scan([0xEF, 0xBB, 0xBF] + text + [0xE9]) }
        #expect(throws: TextStreamError.malformed(.utf16LittleEndian)) {
            try read([0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8, 0x61, 0x00])
        }
    }

    @Test(
        "Each scalar's bytes are well-formed and no damaged ones are, wherever the blocks end",
        arguments: [
            ([0xC3, 0xA9], true), ([0xE0, 0xA0, 0x80], true), ([0xED, 0x9F, 0xBF], true),
            ([0xF4, 0x8F, 0xBF, 0xBF], true),
            ([0xC0, 0x80], false), ([0xE0, 0x9F, 0x80], false), ([0xED, 0xA0, 0x80], false),
            ([0xF0, 0x8F, 0x80, 0x80], false),
            ([0xF4, 0x90, 0x80, 0x80], false), ([0x80], false), ([0xC3], false), ([0xE2, 0x82], false),
            ([0xC3, 0x41], false),
        ] as [([UInt8], Bool)])
    func wellFormed(bytes: [UInt8], isValid: Bool) {
        for step in 1...4 {
            var validator = UTF8Validator()
            for start in stride(from: 0, to: bytes.count, by: step) {
                bytes[start..<min(bytes.count, start + step)].withUnsafeBytes { validator.add($0) }
            }
            #expect((validator.isValidSoFar && validator.isAtEndOfScalar) == isValid)
            #expect((String(validating: bytes, as: UTF8.self) != nil) == isValid)
        }
    }

    @Test("A mark that is never closed, and a field without end, are told by their line")
    func limits() throws {
        #expect(throws: TextStreamError.quotationMarks(line: 3, field: 2)) {
            try read(Array("a,b\n1,2\n3,\"4\n5,6\n".utf8))
        }
        #expect(throws: TextStreamError.quotationMarks(line: 2, field: 1)) { try read(Array("a\n\"b\"c\n".utf8)) }
        let long = Array("a,b\n1,".utf8) + [UInt8](repeating: 0x78, count: (1 << 12) + 1) + Array("\n".utf8)
        #expect(throws: TextStreamError.fieldTooLong(line: 2, field: 2, limit: 1 << 12)) {
            try read(long, step: 1 << 10, blockSize: 1 << 10)
        }
        let fits = Array("a,b\n1,".utf8) + [UInt8](repeating: 0x78, count: 1 << 12) + Array("\n".utf8)
        #expect(try read(fits, step: 1 << 10, blockSize: 1 << 10).count == 2)
        let endless = Array("a\n\"".utf8) + [UInt8](repeating: 0x0A, count: 1 << 15)
        #expect(throws: TextStreamError.quotationMarks(line: 2, field: 1)) {
            try read(endless, step: 1 << 10, blockSize: 1 << 10)
        }
        let wide = [UInt8](repeating: UInt8(ascii: ","), count: (1 << 16) + 10)
        #expect(throws: TextStreamError.tooLong(line: 1, limit: 1 << 16)) {
            try read(wide, step: 1 << 10, blockSize: 1 << 10)
        }
    }

    @Test("Whoever wants no more rows gets none")
    func stopping() throws {
        var stream = CSVStream(encoding: .utf8, source: source(Array("a\nb\nc\n".utf8)))
        var seen: [String] = []
        try stream.forEachRow { row, _ in
            seen.append(row[0])
            return seen.count < 2
        }
        #expect(seen == ["a", "b"])
    }

    @Test("Nothing has no rows")
    func empty() throws {
        #expect(try read([]).isEmpty)
        #expect(try read(Array("\n\n\r\n".utf8)).isEmpty)
    }
}
