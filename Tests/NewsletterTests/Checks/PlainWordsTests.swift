import Testing

@testable import Newsletter

@Suite("Words of an issue")
struct PlainWordsTests {
    @Test(
        "White space in a row is one space, and none is around the words",
        arguments: [
            ("", ""), (" \n\t", ""), ("a", "a"), ("  a \r\n b ", "a b"), ("a\u{A0}b", "a b"),
            ("a \u{A0} \u{A0}b\u{A0}", "a b"),
            ("\u{A0}a", "a"), ("Â\u{A0}£", "Â £"), ("ñ é", "ñ é"), ("©\u{A0}2026", "© 2026"),
        ])
    func collapsed(text: String, words: String) {
        #expect(text.collapsed == words)
    }

    @Test("A text has another in it byte for byte")
    func bytes() {
        #expect("abcabd".hasBytes(of: "abd") && "abc".hasBytes(of: "") && "é".hasBytes(of: "é"))
        #expect(!"e\u{301}".hasBytes(of: "é") && !"ab".hasBytes(of: "abc") && !"".hasBytes(of: "a"))
    }
}
