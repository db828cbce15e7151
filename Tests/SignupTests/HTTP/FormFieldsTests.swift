import TestSupport
import Testing

@testable import Signup

@Suite("The fields of a form")
struct FormFieldsTests {
    @Test(
        "Fields are decoded as the URL standard has it",
        arguments: [
            ("a=b+c%20d", "b c d"), ("a=%C3%A9", "é"), ("a=%zz%4", "%zz%4"), ("a", ""), ("a=b=c", "b=c"),
            ("a=1&a=2", "1"),
            ("x=1&&a=%26", "&"), ("%61=1", "1"), ("a=%0D%0ABcc", "\r\nBcc"), ("a=%FF", "\u{FFFD}"),
        ])
    func decodes(_ text: String, _ value: String) {
        #expect(FormFields(Array(text.utf8))["a"] == value)
    }

    @Test("A field that was not sent is nil")
    func missing() { #expect(FormFields(Array("b=1".utf8))["a"] == nil) }

    @Test("What is encoded comes back, whatever it is")
    func roundTrip() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<200 {
            let value = String(
                String.UnicodeScalarView(
                    (0..<8).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0...0xFFFF, using: &generator)) }))
            let encoded = value.utf8.map { byte in "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
            #expect(FormFields(Array("a=\(encoded)".utf8))["a"] == value)
        }
    }
}
