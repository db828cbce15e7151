import Booklets
import CSV
import Diagnostics
import TestSupport
import Testing

@Suite("The dictionary of a booklet's numbers")
struct NumberDictionaryTests {
    private func dictionary(language: String) throws -> String {
        let files = try bookletFiles(LanguageTests.files(language: language), shared: LanguageTests.instrument)
        return try #require(files["oak/dictionary.csv"])
    }

    /// Its rows without their meaning, and the meanings.
    private func rows(_ text: String) throws -> (names: [[String]], meanings: [String]) {
        var log = DiagnosticLog()
        let table = try #require(CSVTable(SourceFile(path: "dictionary.csv", text: text), log: &log))
        #expect(table.row(0) == ["kind", "name", "unit", "meaning"])
        let lines = (1..<table.rowCount).map(table.row)
        return (lines.map { Array($0.prefix(3)) }, lines.map { $0[3] })
    }

    @Test("In English it says what prowess evaluate --dictionary says")
    func english() throws {
        #expect(try dictionary(language: "en") == NumberFiles.dictionary)
    }

    @Test("In Spanish its names are the same and its meanings are not")
    func spanish() throws {
        let (english, spanish) = (try rows(dictionary(language: "en")), try rows(dictionary(language: "es")))
        #expect(english.names == spanish.names && english.names.count > 80)
        for (english, spanish) in zip(english.meanings, spanish.meanings) {
            #expect(english != spanish && spanish.hasSuffix(".") && spanish.count > 10)
        }
    }
}
