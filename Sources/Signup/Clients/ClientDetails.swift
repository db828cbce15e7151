import Consent
import Mail

/// Tells what is recorded of who sent a request: nothing, unless the practice wants it.
struct ClientDetails: Sendable {
    let recordsIP: Bool
    let recordsUserAgent: Bool

    func of(_ request: Request, _ client: IPAddress) -> ConsentDetails {
        ConsentDetails(
            ip: recordsIP ? client.text : nil,
            userAgent: recordsUserAgent ? request.header("user-agent")?.recordedLine(longest: 400) : nil)
    }
}

extension String {
    /// A text of the client's, to be recorded as it is; nil where it is longer or on more than one line.
    func recordedLine(longest: Int) -> String? {
        isEmpty || utf8.count > longest || unicodeScalars.contains(where: \.breaksHeaders) ? nil : self
    }
}
