import Mail

/// How the receiver is set up.
public struct SignupConfiguration: Sendable {
    /// Where the site's form posts to, as the public reaches it: `https://forms.example.org/newsletter`, without a slash at the
    /// end, a query or a fragment.
    public var url: String
    /// The IP address to listen at.
    public var host = "127.0.0.1"
    /// The port to listen at; 0 for any that is free.
    public var port: UInt16
    /// Who publishes.
    public var practice: Practice
    /// The language of pages where nothing says another (BCP 47).
    public var language = "en"
    /// Who confirmation mails are from.
    public var from: Mailbox
    /// Who answers to them go to.
    public var replyTo: Mailbox?
    /// How many hours a confirmation mail's link works, from 1.
    public var hours = 72
    /// Where confirmation mails go.
    public var mail: MailRoute
    /// Proxies whose `X-Forwarded-For` is believed.
    public var trustedProxies: [AddressBlock] = []
    /// Whether the client's IP address is recorded.
    public var recordsIP = false
    /// Whether the client's browser is recorded.
    public var recordsUserAgent = false
    /// How often one address may be signed up: 3 times, and once more after each hour.
    public var perAddress = RateLimit(burst: 3, interval: 3600)
    /// How often one client may sign up: 20 times, as a school's staff do in one training, and once more after each minute.
    public var perClient = RateLimit(burst: 20, interval: 60)
    /// What a client may take.
    public var limits = SignupLimits()
    /// The name under which the form is recorded.
    public var form = "newsletter"

    /// Creates a configuration; see each property.
    public init(
        url: String, port: UInt16, practice: Practice, from: Mailbox, mail: MailRoute
    ) {
        self.url = url
        self.port = port
        self.practice = practice
        self.from = from
        self.mail = mail
    }

    /// What is wrong with it, in one sentence without a full stop; nil where nothing is.
    public var problem: String? {
        if let problem = ListUnsubscribe.problem(in: url) { return "the receiver's address can't be used: \(problem)" }
        if url.hasSuffix("/") || url.contains("?") || url.contains("#") {
            return "the receiver's address has no slash at its end, no ? and no #"
        }
        if url.utf8.count > 800 { return "the receiver's address is too long" }
        if let problem = Mailbox.problem(in: from.address) { return "the sender's address can't be used: \(problem)" }
        if hours < 1 { return "a link works for one hour at least" }
        if [perAddress, perClient].contains(where: { $0.burst < 1 || !($0.interval > 0) }) {
            return "a rate limit allows one at once at least, and more after an interval"
        }
        return nil
    }

    /// The path of ``url``, without a slash at its end; empty for the root.
    var basePath: String {
        let rest = url.drop { $0 != ":" }.dropFirst(3)
        return String(rest.drop { $0 != "/" })
    }
}

/// Who publishes the newsletter, for pages and mails.
public struct Practice: Hashable, Sendable {
    /// The practice's name.
    public var name: String
    /// The newsletter's name.
    public var newsletter: String
    /// The website's address.
    public var siteURL: String
    /// The page that has the sign-up form.
    public var formURL: String
    /// The privacy policy's address.
    public var privacyURL: String
    /// The terms' address.
    public var termsURL: String
    /// The postal address on one line, as mails show it.
    public var postalAddress: String
    /// The color of headings and buttons, such as `#1f3a5f`, with a contrast of 4.5 to white.
    public var primaryColor: String
    /// The color that stands out, with a contrast of 4.5 to white.
    public var accentColor: String

    /// Creates a practice; see each property.
    public init(
        name: String, newsletter: String, siteURL: String, formURL: String, privacyURL: String, termsURL: String,
        postalAddress: String, primaryColor: String, accentColor: String
    ) {
        self.name = name
        self.newsletter = newsletter
        self.siteURL = siteURL
        self.formURL = formURL
        self.privacyURL = privacyURL
        self.termsURL = termsURL
        self.postalAddress = postalAddress
        self.primaryColor = primaryColor
        self.accentColor = accentColor
    }
}

/// Where confirmation mails go.
public enum MailRoute: Hashable, Sendable {
    /// A folder from which a mail program sends what appears in it: `.eml` files, 0600, each there whole or not at all.
    case spool(folder: String)
    /// A mail server.
    case smtp(MailServer)
}

/// A mail server, and who says so.
public struct MailServer: Hashable, Sendable {
    /// Its name or IP address.
    public var host: String
    /// Its port: 587 with STARTTLS, 465 with TLS from the first byte.
    public var port: UInt16
    /// How the connection is kept from being read.
    public var security: Security
    /// The login's name; nil where the server asks for none.
    public var user: String?
    /// A file whose first line is the login's password; read when the receiver starts.
    public var passwordFile: String?
    /// A file of certificates to trust (PEM); nil for the system's.
    public var authoritiesFile: String?

    /// How a connection is kept from being read.
    public enum Security: String, Hashable, Sendable, CaseIterable {
        /// Not at all: for a server on the same machine.
        case plain
        /// STARTTLS (RFC 3207), without which nothing is sent.
        case startTLS = "starttls"
        /// TLS from the first byte (RFC 8314).
        case tls
    }

    /// Creates a server; see each property.
    public init(
        host: String, port: UInt16 = 587, security: Security = .startTLS, user: String? = nil,
        passwordFile: String? = nil, authoritiesFile: String? = nil
    ) {
        self.host = host
        self.port = port
        self.security = security
        self.user = user
        self.passwordFile = passwordFile
        self.authoritiesFile = authoritiesFile
    }
}
