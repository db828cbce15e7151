import Testing

@testable import Signup

@Suite("An answer as it is sent")
struct ResponseTests {
    @Test("A date is that of RFC 9110")
    func date() {
        // The example of RFC 9110, 5.6.7.
        #expect(Response.date(784_111_777) == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(Response.date(951_782_400) == "Tue, 29 Feb 2000 00:00:00 GMT")
    }

    @Test("HEAD gets the length of the body, and no body")
    func head() {
        let response = Response.text(200, "ok\n")
        let text = String(decoding: response.bytes(shared: [("X-A", "b")], seconds: 0, hasBody: false), as: UTF8.self)
        #expect(text.hasSuffix("Content-Length: 3\r\nContent-Type: text/plain; charset=utf-8\r\nX-A: b\r\n\r\n"))
    }
}
