/// A request, read whole and within its limits.
struct Request: Sendable {
    /// `GET`, `POST` and so on, as it was sent.
    var method: String
    /// What comes before the question mark, as it was sent.
    var path: String
    /// What comes after the question mark; empty without one.
    var query: String = ""
    /// Names in lower case and values without blanks around them, in the order of the request.
    var headers: [(name: String, value: String)] = []
    /// The body.
    var body: [UInt8] = []
    /// Whether the client wants to go on with the same connection.
    var keepsAlive = true

    /// The value of a header; several of the same name are joined as RFC 9110 (5.3) has it.
    func header(_ name: String) -> String? {
        let values = headers.filter { $0.name == name }.map(\.value)
        return values.isEmpty ? nil : values.joined(separator: ", ")
    }

    /// The type of the body without its parameters, in lower case.
    var mediaType: String {
        let value = header("content-type") ?? ""
        return value.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
    }

    /// The form that the body is.
    var form: FormFields { FormFields(body) }

    /// The fields of the query.
    var queryFields: FormFields { FormFields(Array(query.utf8)) }
}

/// Why a request was not read.
enum RequestError: Error, Hashable {
    /// It is no HTTP, or could be read in two ways.
    case malformed
    /// It took too long.
    case slow
    /// Its body has no stated length.
    case lengthRequired
    /// Its body is too long.
    case bodyTooLong
    /// Its header is too long.
    case headerTooLong
    /// It wants another version of HTTP.
    case version

    /// The status that says so (RFC 9110; RFC 6585 for 431).
    var status: Int {
        switch self {
        case .malformed: 400
        case .slow: 408
        case .lengthRequired: 411
        case .bodyTooLong: 413
        case .headerTooLong: 431
        case .version: 505
        }
    }
}
