import Diagnostics
import Testing

@testable import CSV

@Suite("CSV tables")
struct CSVTableTests {
    func table(_ bytes: [UInt8]) throws -> CSVTable {
        var log = DiagnosticLog()
        return try #require(CSVTable(SourceFile(path: "a.csv", bytes: bytes, isConfidential: true), log: &log))
    }

    func rows(_ text: String) throws -> [[String]] {
        let table = try table(Array(text.utf8))
        return (0..<table.rowCount).map(table.row)
    }

    @Test("Rows may end in LF, CRLF or CR, and the last needs no ending")
    func lineEndings() throws {
        #expect(try rows("a,b\nc,d\r\ne,f\rg,h") == [["a", "b"], ["c", "d"], ["e", "f"], ["g", "h"]])
    }

    @Test("Quoted fields keep separators, line breaks and doubled quotation marks")
    func quotes() throws {
        #expect(try rows("\"a,\"\"b\"\"\",\"c\nd\"\nx,\"\"\n") == [["a,\"b\"", "c\nd"], ["x", ""]])
    }

    @Test("A field of quotation marks alone keeps each of them once")
    func onlyQuotes() throws {
        #expect(try rows("\"\"\"\"\"\",x\n") == [["\"\"", "x"]])
    }

    @Test("A byte order mark is no part of the first header, and semicolons and tabs separate as commas do")
    func excel() throws {
        #expect(try rows("\u{FEFF}a;b\r\n1,5;2\r\n") == [["a", "b"], ["1,5", "2"]])
        #expect(try rows("a\tb\n1\t2\n") == [["a", "b"], ["1", "2"]])
        #expect(try rows("sep=;\r\na;b,c\r\n") == [["a", "b,c"]])
    }

    @Test("UTF-16 from Excel and Windows-1252 are read as what they say")
    func encodings() throws {
        let utf16: [UInt8] = [0xFF, 0xFE, 0xE9, 0x00, 0x2C, 0x00, 0x62, 0x00]
        #expect(try table(utf16).row(0) == ["é", "b"])
        let windows = try table([0x93, 0x61, 0x94, 0x2C, 0xE9])
        #expect(windows.row(0) == ["\u{201C}a\u{201D}", "é"])
        #expect(windows.encoding == .windows1252)
    }

    @Test("UTF-16 without a byte order mark gives itself away, whichever byte comes first")
    func unmarkedUTF16() throws {
        let units = Array("t1;t2\r\nSí;No\r\n".utf16)
        let little = try table(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        #expect(little.encoding == .utf16LittleEndian && little.row(1) == ["Sí", "No"])
        let big = try table(units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
        #expect(big.encoding == .utf16BigEndian && big.row(1) == ["Sí", "No"])
        #expect(try table(Array("a\0,b,cdefg,h\0".utf8)).encoding == .utf8)
    }

    @Test("Of a large table only the rows that are wanted are kept, with their lines")
    func keeping() throws {
        var log = DiagnosticLog()
        var seen = 0
        let file = SourceFile(path: "a.csv", text: "key,x\n1,a\n2,\"b\"\"c\"\n\n3,d\n2,e\n")
        let table = try #require(
            CSVTable(file, log: &log) { row in
                seen += 1
                return row[0] == "2" || row.bytes(0).elementsEqual("key".utf8) && row.count == 2
            })
        #expect(seen == 5)
        #expect((0..<table.rowCount).map(table.row) == [["key", "x"], ["2", "b\"c"], ["2", "e"]])
        #expect((0..<table.rowCount).map(table.line(ofRow:)) == [1, 3, 6])
    }

    @Test("A column's bytes come row by row, as they stand in the file, and none where a row is short")
    func columnBytes() throws {
        let table = try table(Array("a,b\n1,\"x\"\"y\"\n2\n3,z\n".utf8))
        var fields: [String] = []
        table.forEachField(ofColumn: 1, in: [3, 1, 2]) { place, bytes in
            fields.append("\(place) \(String(decoding: bytes, as: UTF8.self))")
        }
        #expect(fields == ["0 z", "1 x\"\"y", "2 "])
    }

    @Test("Rows that hold nothing are left out, and lines are still counted in the file")
    func blankRows() throws {
        let table = try table(Array("a,b\n\n,,\n\"c\nd\",e\nf,g\n".utf8))
        #expect(table.rowCount == 3)
        #expect([0, 1, 2].map(table.line(ofRow:)) == [1, 4, 6])
    }

    @Test(
        "A quotation mark that is never closed or is followed by text is an error at its row and field, without the content",
        arguments: ["a,b\nc,\"secret\n", "a,b\nc,\"secret\"s\n"])
    func unclosedQuote(text: String) throws {
        var log = DiagnosticLog()
        let file = SourceFile(path: "a.csv", text: text, isConfidential: true)
        #expect(CSVTable(file, log: &log) == nil)
        let diagnostic = try #require(log.diagnostics.first)
        #expect(diagnostic.location == SourceLocation(line: 2, column: 2))
        #expect(!diagnostic.text.contains("secret"))
    }

    @Test("A short row is reported at its line with both counts")
    func shortRow() throws {
        var log = DiagnosticLog()
        try table(Array("a,b,c\n1,2,3\n1,2\n".utf8)).reportUnevenRows(from: 1, to: &log)
        #expect(log.diagnostics.map(\.location) == [SourceLocation(line: 3)])
        #expect(log.diagnostics[0].message == "this row has 2 fields where the header has 3")
    }

    @Test("A file of a thousand broken rows gives a bounded number of diagnostics and says how many more")
    func manyShortRows() throws {
        var log = DiagnosticLog()
        let text = "a,b\n" + String(repeating: "1\n", count: 1000)
        try table(Array(text.utf8)).reportUnevenRows(from: 1, to: &log)
        #expect(log.diagnostics.count == 21)
        #expect(log.diagnostics.last?.message.contains("980 more") == true)
    }

    @Test("Whatever is written is read back the same", arguments: 0..<50)
    func roundTrip(seed: Int) throws {
        var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        let alphabet: [Character] = ["a", "é", ",", ";", "\"", "\n", "\r\n", " ", "=", "\t"]
        let table = (0..<8).map { _ in
            (0..<4).map { column in
                (column == 0 ? "k" : "") + String((0..<random(6)).map { _ in alphabet[random(alphabet.count)] })
            }
        }
        var writer = CSVWriter(header: ["w", "x", "y", "z"])
        table.forEach { writer.append($0) }
        #expect(try rows(writer.text) == [["w", "x", "y", "z"]] + table)
    }

    @Test(
        "A cell has quotation marks where it needs them, and only there",
        arguments: [
            ("", ""), ("a b", "a b"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("\n", "\"\n\""), ("\"", "\"\"\"\""),
        ])
    func quoting(cell: String, written: String) {
        #expect(CSVWriter.quoted(cell) == written)
        #expect(CSVWriter.needsQuotes(cell) == (cell != written))
    }

    @Test("A typed formula is defused and an ordinary cell is left alone")
    func defusing() {
        #expect(CSVWriter.defused("=HYPERLINK(\"x\")") == "'=HYPERLINK(\"x\")")
        #expect(CSVWriter.defused("Ana") == "Ana")
    }
}
