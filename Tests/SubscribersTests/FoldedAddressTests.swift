import Consent
import TestSupport
import Testing

@testable import Subscribers

@Suite("Addresses in order")
struct FoldedAddressTests {
    @Test(
        "The order is that of the bytes of small letters, whatever two addresses have in common",
        arguments: 0..<20 as Range<UInt64>)
    func order(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let addresses = (0..<200).map { _ in
            // Few letters, so that many begin alike over more than 16 bytes.
            let letters = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                Int.random(in: 0..<9, using: &random) == 0
                    ? ["b", "B", "@", "Z"].randomElement(using: &random) ?? "" : "a"
            }
            return letters.joined()
        }
        let sorted = addresses.enumerated().map { FoldedAddress($1, index: $0) }.sorted()
        #expect(
            sorted.map { Array($0.text.utf8) }
                == addresses.map { Array($0.lowercased().utf8) }.sorted { $0.lexicographicallyPrecedes($1) })
        #expect(sorted.allSatisfy { addresses[$0.index].lowercased() == $0.text })
        for (one, other) in zip(addresses, addresses.dropFirst()) {
            let isSame = FoldedAddress(one, index: 0) == FoldedAddress(other, index: 1)
            #expect(isSame == (one.lowercased() == other.lowercased()))
        }
    }

    @Test(
        "A name has one first word and the rest, with any blanks between them, ASCII or not",
        arguments: 0..<20 as Range<UInt64>)
    func names(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let pieces = [" ", "\t", "\r\n", "\u{B}", "\u{1F}", "Ana", "o", "-", "\u{A0}", "É", "\u{301}"]
        for _ in 0..<200 {
            let known = Bool.random(using: &random) ? pieces[...] : pieces.prefix(8)
            let name = (0..<Int.random(in: 0...8, using: &random)).compactMap { _ in known.randomElement(using: &random)
            }
            .joined()
            let words = name.drop(while: \.isWhitespace)
            let first = String(words.prefix { !$0.isWhitespace })
            let identity = Identity(address: "a@example.org", name: name)
            #expect(identity.firstName == first && identity.isUnnamed == first.isEmpty)
            #expect(identity.lastName == String(words.dropFirst(first.count).drop(while: \.isWhitespace)))
        }
    }
}
