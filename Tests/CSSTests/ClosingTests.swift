import CSS
import Testing

@Suite("What ends an open text")
struct ClosingTests {
    private func closing(_ text: String) -> String {
        Array(text.utf8).withUnsafeBufferPointer {
            String(decoding: CSSClosing.closing($0, 0..<$0.count), as: UTF8.self)
        }
    }

    @Test(
        "Strings, addresses, comments and blocks are ended from the inside to the outside",
        arguments: [
            ("", ""), ("p{color:red}", ""), ("p{color:red", "}"), ("@media a{p{b:c(d[e", "])}}"), ("a:'b", "'"),
            ("a:\"b'", "\""), ("'a\\'", "'"), ("'a\\", "\n'"), ("url(a", ")"), ("url(a\\)", ")"), ("url(a\\", "fffd )"),
            ("url(a b", ")"), ("/* a", "*/"), ("/*", "*/"), ("/*/", "*/"), ("p{/* a", "*/}"), ("a\\", "fffd "),
            ("a\\\\", ""),
            ("url('a", "')"), ("'a'", ""), ("'a\n", ""), ("(]", ")"),
        ])
    func closes(text: String, expected: String) {
        #expect(closing(text) == expected)
    }
}
