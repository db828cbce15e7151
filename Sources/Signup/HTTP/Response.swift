import Dates
import Foundation

/// An answer.
struct Response: Sendable {
    /// The status.
    var status: Int
    /// Headers beyond those of every answer.
    var headers: [(name: String, value: String)] = []
    /// The body.
    var body: [UInt8] = []
    /// Whether the connection is closed after it.
    var closes = false

    /// A page.
    static func page(_ status: Int, _ html: String, _ headers: [(name: String, value: String)] = []) -> Response {
        Response(
            status: status, headers: [("Content-Type", "text/html; charset=utf-8")] + headers, body: Array(html.utf8))
    }

    /// A few words for programs.
    static func text(_ status: Int, _ text: String) -> Response {
        Response(
            status: status, headers: [("Content-Type", "text/plain; charset=utf-8")], body: Array(text.utf8))
    }

    /// The answer as it is sent.
    /// - Parameters:
    ///   - shared: the headers of every answer.
    ///   - seconds: the time, since 1970-01-01T00:00:00Z.
    ///   - hasBody: false for `HEAD`, which gets all but the body.
    func bytes(shared: [(name: String, value: String)], seconds: Int, hasBody: Bool) -> Data {
        var text = "HTTP/1.1 \(status) \(Self.reasons[status] ?? "Unknown")\r\n"
        text += "Date: \(Self.date(seconds))\r\nContent-Length: \(body.count)\r\n"
        for (name, value) in headers + shared { text += "\(name): \(value)\r\n" }
        text += closes ? "Connection: close\r\n\r\n" : "\r\n"
        var bytes = Data(text.utf8)
        if hasBody { bytes.append(contentsOf: body) }
        return bytes
    }

    /// A moment as RFC 9110 (5.6.7) has it, such as `Sun, 06 Nov 1994 08:49:37 GMT`.
    static func date(_ seconds: Int) -> String {
        let date = Timestamp(seconds: seconds).rfc3339
        let day = CalendarDate(secondsSince1970: seconds)
        let days = ((seconds / 86_400 + 4) % 7 + 7) % 7
        return "\(weekdays[days]), \(date.dropFirst(8).prefix(2)) \(months[(day?.month ?? 1) - 1]) "
            + "\(date.prefix(4)) \(date.dropFirst(11).prefix(8)) GMT"
    }

    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    private static let reasons = [
        200: "OK", 400: "Bad Request", 404: "Not Found", 405: "Method Not Allowed", 408: "Request Timeout",
        409: "Conflict", 410: "Gone", 411: "Length Required", 413: "Content Too Large", 415: "Unsupported Media Type",
        422: "Unprocessable Content", 429: "Too Many Requests", 431: "Request Header Fields Too Large",
        500: "Internal Server Error", 503: "Service Unavailable", 505: "HTTP Version Not Supported",
    ]
}
