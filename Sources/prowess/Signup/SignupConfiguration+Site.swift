import Consent
import Content
import Ledger
import Mail
import Signup

extension SignupConfiguration {
    /// The receiver as site.yaml describes it.
    init(_ library: Library, _ settings: SignUpSettings, host: String, port: UInt16) {
        let site = library.site
        self.init(
            url: settings.url, port: port, practice: Practice(site),
            from: Mailbox(name: site.newsletter.name, address: site.newsletter.from),
            mail: MailRoute(settings.delivery))
        self.host = host
        language = site.language
        if site.newsletter.replyTo != site.newsletter.from { replyTo = Mailbox(address: site.newsletter.replyTo) }
        hours = settings.confirmWithinHours
        trustedProxies = settings.trustedProxies.compactMap { AddressBlock($0) }
        recordsIP = site.newsletter.recordsOfClient.ip
        recordsUserAgent = site.newsletter.recordsOfClient.userAgent
        perAddress = RateLimit(burst: settings.requestsPerAddress, interval: 3600 / Double(settings.requestsPerAddress))
        perClient = RateLimit(burst: settings.requestsPerClient, interval: 3600 / Double(settings.requestsPerClient))
    }
}

extension Practice {
    fileprivate init(_ site: Site) {
        let address = site.address
        self.init(
            name: site.name, newsletter: site.newsletter.name, siteURL: site.baseURL,
            formURL: site.baseURL + "/newsletter/",
            privacyURL: site.baseURL + "/legal/privacy-policy/", termsURL: site.baseURL + "/legal/terms-of-service/",
            postalAddress: address.line, primaryColor: site.colors.primary, accentColor: site.colors.accent)
    }
}

extension MailRoute {
    fileprivate init(_ delivery: SignUpSettings.MailDelivery) {
        switch delivery {
        case .spool(let folder): self = .spool(folder: folder)
        case .smtp(let server): self = .smtp(MailServer(server))
        }
    }
}

extension UnsubscribeLinks {
    /// The links of a practice that has a receiver; nil for others.
    init?(_ library: Library, _ ledger: Ledger) throws {
        guard let settings = library.site.newsletter.signUp else { return nil }
        self.init(url: settings.url, key: try ledger.key(.links))
    }

    /// The address by which each person leaves; nil for a practice that has no receiver.
    static func urls(_ library: Library, _ ledger: Ledger) throws -> (@Sendable (SubjectID) -> String)? {
        guard let links = try UnsubscribeLinks(library, ledger) else { return nil }
        return { links.url(for: $0) }
    }
}

extension MailServer {
    fileprivate init(_ server: SignUpSettings.SMTPServer) {
        let security: Security =
            switch server.security {
            case .starttls: .startTLS
            case .tls: .tls
            case .none: .plain
            }
        self.init(
            host: server.host, port: UInt16(server.port), security: security, user: server.user,
            passwordFile: server.passwordFile)
    }
}
