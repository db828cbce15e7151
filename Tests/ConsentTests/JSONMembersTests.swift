import Testing

@testable import Consent

@Suite("Members of canonical JSON")
struct JSONMembersTests {
    private func texts(_ json: String) -> [String]? {
        Array(json.utf8).withUnsafeBytes { bytes in
            guard var members = JSONMembers(bytes) else { return nil }
            var texts: [String] = []
            while let (key, value) = members.next() {
                texts.append(String(decoding: bytes.part(key), as: UTF8.self))
                texts.append(bytes.text(value) ?? "none")
            }
            return members.isAtEnd ? texts : nil
        }
    }

    @Test("A text ends at its own quotation mark, wherever an escape or another letter stands in it", arguments: 0...40)
    func ends(length: Int) {
        for special in ["\\\"", "\\\\", "\\n", "!", "#", "é", "[", "]", "\u{7F}"] {
            for place in 0...length {
                let (before, after) = (
                    String(repeating: "a", count: place), String(repeating: "b", count: length - place)
                )
                let meant = special == "\\n" ? "\n" : special.hasPrefix("\\") ? String(special.dropFirst()) : special
                #expect(
                    texts("{\"k\":\"\(before)\(special)\(after)\",\"l\":\"\(after)\"}")
                        == ["k", before + meant + after, "l", after])
            }
        }
    }

    @Test("A text that does not end is refused, whatever its length", arguments: 0...20)
    func unended(length: Int) {
        let letters = String(repeating: "a", count: length)
        #expect(texts("{\"k\":\"\(letters)}") == nil)
        #expect(texts("{\"k\":\"\(letters)\\\"}") == nil)
        #expect(texts("{\"k\":\"\(letters)\\}") == nil)
    }
}
