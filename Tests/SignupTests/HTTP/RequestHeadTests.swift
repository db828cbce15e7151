import Testing

@testable import Signup

@Suite("The first lines of a request")
struct RequestHeadTests {
    private func head(_ lines: String...) throws(RequestError) -> RequestHead {
        try RequestHead(Array(lines.joined(separator: "\r\n").utf8))
    }

    @Test("A request has a method, a path, a query and headers")
    func reads() throws {
        let head = try head(
            "POST /confirm?token=a%20b HTTP/1.1", "Host: forms.example.org", "Content-Length: 12",
            "X-Forwarded-For: 1.2.3.4",
            "x-forwarded-for:5.6.7.8 ")
        #expect(head.request.method == "POST")
        #expect(head.request.path == "/confirm")
        #expect(head.request.query == "token=a%20b")
        #expect(head.request.queryFields["token"] == "a b")
        #expect(head.bodyLength == 12)
        #expect(head.request.header("x-forwarded-for") == "1.2.3.4, 5.6.7.8")
        #expect(head.request.keepsAlive)
    }

    @Test("HTTP/1.0 closes unless it says otherwise, HTTP/1.1 stays open unless it says otherwise")
    func keepsAlive() throws {
        #expect(try !head("GET / HTTP/1.0").request.keepsAlive)
        #expect(try head("GET / HTTP/1.0", "Connection: Keep-Alive").request.keepsAlive)
        #expect(try !head("GET / HTTP/1.1", "Host: a", "Connection: close").request.keepsAlive)
    }

    @Test(
        "What two programs could read in two ways is refused",
        arguments: [
            ["GET / HTTP/1.1"],  // no host (RFC 9112, 3.2)
            ["GET / HTTP/1.1", "Host: a", "Host: b"],
            ["GET  / HTTP/1.1", "Host: a"],
            ["GET / HTTP/1.1 ", "Host: a"],
            ["GET http://a/ HTTP/1.1", "Host: a"],
            ["GET /\u{7F} HTTP/1.1", "Host: a"],
            ["GET /é HTTP/1.1", "Host: a"],
            ["G(T / HTTP/1.1", "Host: a"],
            ["GET / HTTP/1.1", "Host : a"],
            ["GET / HTTP/1.1", "Host: a", " folded"],
            ["GET / HTTP/1.1", "Host: a", "no colon"],
            ["GET / HTTP/1.1", "Host: a", "X: b\nY: c"],
            ["GET / HTTP/1.1", "Host: a", "X: b\rY: c"],
            ["GET / HTTP/1.1", "Host: a", "X: b\0"],
            ["POST / HTTP/1.1", "Host: a", "Content-Length: 1", "Content-Length: 1"],
            ["POST / HTTP/1.1", "Host: a", "Content-Length: +1"],
            ["POST / HTTP/1.1", "Host: a", "Content-Length: -1"],
            ["POST / HTTP/1.1", "Host: a", "Content-Length: 0x1"],
            ["POST / HTTP/1.1", "Host: a", "Content-Length: 1, 1"],
            ["POST / HTTP/1.1", "Host: a", "Content-Length: 99999999999999999999"],
            [""],
        ])
    func refuses(_ lines: [String]) {
        #expect(throws: RequestError.malformed) { try RequestHead(Array(lines.joined(separator: "\r\n").utf8)) }
    }

    @Test("A body without a stated length, and other versions, are refused")
    func refusesOthers() {
        #expect(throws: RequestError.lengthRequired) { try head("POST / HTTP/1.1", "Host: a") }
        #expect(throws: RequestError.lengthRequired) {
            try head("POST / HTTP/1.1", "Host: a", "Content-Length: 5", "Transfer-Encoding: chunked")
        }
        #expect(throws: RequestError.version) { try head("GET / HTTP/2.0") }
    }
}
