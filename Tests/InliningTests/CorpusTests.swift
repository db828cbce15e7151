import Foundation
import TestSupport
import Testing

@Suite("The corpus")
struct CorpusTests {
    static let names = [
        "at-rules", "broken", "cascade", "dark-mode", "entities", "fragment", "merge-tags", "newsletter", "no-doctype",
        "outlook-buttons", "selectors", "tables",
    ]

    private func document(_ name: String) throws -> [UInt8] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        return try Array(Data(contentsOf: folder.appendingPathComponent("Corpus/\(name).html")))
    }

    @Test("Each document becomes what was read and found right", arguments: names)
    func golden(name: String) throws {
        try expectGolden(String(decoding: Inlined.bytes(try document(name)), as: UTF8.self), "\(name).html")
    }

    @Test("To inline a document a second time changes nothing", arguments: names)
    func idempotent(name: String) throws {
        let once = Inlined.bytes(try document(name))
        #expect(Inlined.bytes(once) == once)
    }

    @Test("A document that is cut anywhere is inlined, and inlined once", arguments: names)
    func cut(name: String) throws {
        let document = try document(name)
        for count in stride(from: 0, to: document.count, by: 7) {
            let once = Inlined.bytes(Array(document[..<count]))
            #expect(Inlined.bytes(once) == once, "the first \(count) bytes")
        }
    }
}
