/// The name of a mailbox (RFC 5322, 3.2.5): atoms, a quoted string, or encoded words.
enum Phrase {
    /// The most bytes of a quoted string: it stays on one line.
    private static let longestQuoted = 60

    /// The name in parts that a line may end between.
    static func words(for name: String, firstOffset: Int) -> [String] {
        guard name.utf8.allSatisfy({ $0 < 0x80 }), !name.contains("=?") else {
            return EncodedWord.words(for: name, firstOffset: firstOffset)
        }
        let atoms = name.split(separator: " ", omittingEmptySubsequences: false)
        if atoms.allSatisfy({ (1...longestQuoted).contains($0.utf8.count) && $0.utf8.allSatisfy(\.isAtomText) }) {
            return atoms.map(String.init)
        }
        guard name.utf8.count <= longestQuoted else { return EncodedWord.words(for: name, firstOffset: firstOffset) }
        return ["\"\(name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""]
    }
}
