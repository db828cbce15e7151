import Foundation
import TestSupport
import Testing

@testable import prowess

@Suite("Looking for an address in files")
struct AddressSearchTests {
    private func search() throws -> AddressSearch { AddressSearch(try AddressArgument.read("Ann.Lee@Example.org")) }

    @Test(
        "An address is found in whatever stands around it, in letters of either case",
        arguments: [
            "ann.lee@example.org", "<ANN.LEE@EXAMPLE.ORG>", "a,ann.lee@example.org,b", "to ann.lee@example.org.",
            "'ann.lee@example.org'", "x@ann.lee@example.org",
        ])
    func found(text: String) throws {
        #expect(try search().finds(in: Array(text.utf8)))
    }

    @Test(
        "A longer address is another one",
        arguments: [
            "joann.lee@example.org", "ann.lee@example.org.au", "ann.lee@example.organic", "x.ann.lee@example.org",
            "ann.lee@example.or", "@example.org", "ann.lee@", "ann_lee@example.org", "",
        ])
    func other(text: String) throws {
        #expect(try !search().finds(in: Array(text.utf8)))
    }

    @Test("An address is found wherever it stands in a large file, across the ends of what is read at once too")
    func anywhere() throws {
        var random = SeededGenerator(seed: 7)
        let address = Array("ann.lee@example.org".utf8)
        for offset in (0..<4).map({ _ in Int.random(in: -30...30, using: &random) }) + [0, -19, -1] {
            let folder = try TemporaryFolder()
            var bytes = [UInt8](repeating: UInt8(ascii: "\n"), count: (1 << 20) + offset)
            bytes += address + [UInt8](repeating: UInt8(ascii: "\n"), count: 1_000)
            try folder.write("file", bytes: bytes)
            #expect(try search().finds(in: folder.path + "/file"), "offset \(offset)")
        }
    }
}
