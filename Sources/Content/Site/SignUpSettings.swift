/// The receiver that takes sign-ups from the site's form: what site.yaml says under `newsletter: sign-up:`.
public struct SignUpSettings: Hashable, Sendable {
    /// The receiver's public address, behind its reverse proxy: `https`, without a slash at its end.
    public let url: String
    /// How confirmation mails go out.
    public let delivery: MailDelivery
    /// The addresses of the reverse proxies whose X-Forwarded-For is believed, each in CIDR notation (RFC 4632, RFC 4291 §2.3).
    public let trustedProxies: [String]
    /// For how many hours a confirmation link is good, from 1 to 720.
    public let confirmWithinHours: Int
    /// How many requests for one address are taken in an hour.
    public let requestsPerAddress: Int
    /// How many requests of one client are taken in an hour.
    public let requestsPerClient: Int

    /// How mail leaves the machine.
    public enum MailDelivery: Hashable, Sendable {
        /// As files in a folder, whose path is the author's, from where prowess is run.
        case spool(folder: String)
        /// To a mail server.
        case smtp(SMTPServer)
    }

    /// A mail server that takes confirmation mails.
    public struct SMTPServer: Hashable, Sendable {
        /// Its name.
        public let host: String
        /// Its port, from 1 to 65535.
        public let port: Int
        /// How the connection is encrypted.
        public let security: Security
        /// The user's name; nil where it asks for none.
        public let user: String?
        /// The file that holds the password alone, whose path is from where prowess is run; nil where it asks for none.
        public let passwordFile: String?

        /// How a connection to a mail server is encrypted.
        public enum Security: String, CaseIterable, Sendable {
            /// Encrypted once it is greeted (RFC 3207).
            case starttls
            /// Encrypted from the start (RFC 8314).
            case tls
            /// Not at all: for a server on the same machine.
            case none

            /// The port that is usual (RFC 6409, RFC 8314).
            var usualPort: Int {
                switch self {
                case .starttls: 587
                case .tls: 465
                case .none: 25
                }
            }
        }
    }
}
