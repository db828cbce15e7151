import Foundation

extension SignUpSettings {
    /// Reads the settings of the receiver; nil where something of them was reported as wrong.
    init?(_ keys: YAMLMapping) {
        let url = keys.required("url", .receiverURL)
        let spool = keys.optional("spool", .text)
        let smtp = keys.optional("smtp", .mapping).map { SMTPServer($0) }
        let proxies = keys.optional("trusted-proxies", .networks) ?? []
        let hours = keys.optional("confirm-within-hours", .integer(1...720)) ?? 72
        let rate = keys.optional("rate", .mapping)
        let perAddress = rate?.optional("per-address", .integer(1...10_000)) ?? 3
        let perClient = rate?.optional("per-client", .integer(1...1_000_000)) ?? 30
        rate?.reportUnknownKeys()
        keys.reportUnknownKeys()
        let delivery: MailDelivery
        switch (spool, smtp) {
        case (let folder?, nil): delivery = .spool(folder: folder)
        case (nil, let server?):
            guard let server else { return nil }
            delivery = .smtp(server)
        case (_?, _?):
            keys.reader.report(
                keys.value(of: "spool"), "confirmation mails go either into a folder or to a server",
                hint: "keep one of \"spool\" and \"smtp\"")
            return nil
        case (nil, nil):
            // What is there and wrong was reported already.
            if keys.value(of: "spool") == nil, keys.value(of: "smtp") == nil {
                keys.reader.report(
                    keys.node, "nothing says how confirmation mails go out",
                    hint: "add \"spool: \" with a folder, or \"smtp: \" with host, user and password-file")
            }
            return nil
        }
        guard let url else { return nil }
        self.init(
            url: url, delivery: delivery, trustedProxies: proxies, confirmWithinHours: hours,
            requestsPerAddress: perAddress, requestsPerClient: perClient)
    }
}

extension SignUpSettings.SMTPServer {
    fileprivate init?(_ keys: YAMLMapping) {
        let host = keys.required("host", .hostName)
        let security: Security = keys.optional("security", .name) ?? .starttls
        let port = keys.optional("port", .integer(1...65_535)) ?? security.usualPort
        let user = keys.optional("user", .line)
        let passwordFile = keys.optional("password-file", .text)
        keys.reportUnknownKeys()
        guard (user == nil) == (passwordFile == nil) else {
            let given = user == nil ? "password-file" : "user"
            keys.reader.report(
                keys.value(of: given), "\"\(given)\" stands alone",
                hint: "give both \"user\" and \"password-file\", or none where the server asks for no password")
            return nil
        }
        guard let host else { return nil }
        if user != nil, security == .none, !["localhost", "127.0.0.1", "::1"].contains(host) {
            keys.reader.report(
                keys.value(of: "security"), "the password would go over the network unencrypted",
                hint: "write starttls or tls")
            return nil
        }
        self.init(host: host, port: port, security: security, user: user, passwordFile: passwordFile)
    }
}

extension YAMLKind where Value == String {
    /// The address of a receiver: other than a site it may stand in a folder of its host.
    fileprivate static var receiverURL: Self {
        YAMLKind(expectation: "a web address such as https://www.example.org/newsletter/join") { node, reader in
            webURL.read(node, reader).flatMap { url in
                guard url.hasPrefix("https://"), !url.contains(where: { "?#@".contains($0) }) else { return nil }
                return url.hasSuffix("/") ? String(url.dropLast()) : url
            }
        }
    }

    /// The name or the IP address of a server.
    fileprivate static var hostName: Self {
        YAMLKind(expectation: "the name of a server such as mail.example.org") { node, _ in
            node.string?.trimmed.nonEmpty.flatMap { name in
                let isPlain = name.utf8.allSatisfy { byte in
                    Character(UnicodeScalar(byte)).isASCIILetterOrDigit || ".-:".utf8.contains(byte)
                }
                return isPlain && name.utf8.count <= 253 && name.first != "-" && name.first != "." ? name : nil
            }
        }
    }

    /// A time zone of the IANA database, as this machine knows it.
    static var timeZone: Self {
        YAMLKind(
            expectation: "a time zone such as America/New_York or UTC", names: TimeZone.knownTimeZoneIdentifiers
        ) { node, _ in
            node.string?.trimmed.nonEmpty.flatMap { name in
                // "EST5EDT" and "GMT+5" would be taken too, and mean something else than most people think.
                let isNamed = name == "UTC" || TimeZone.knownTimeZoneIdentifiers.contains(name) || name.contains("/")
                return isNamed && TimeZone(identifier: name) != nil ? name : nil
            }
        }
    }
}

extension YAMLKind where Value == [String] {
    /// Networks of IPv4 or IPv6 in CIDR notation; an address alone is a network of one.
    fileprivate static var networks: Self {
        YAMLKind(expectation: "a list of networks such as [127.0.0.1/32, \"::1/128\"]") { node, reader in
            texts.read(node, reader).flatMap { texts in
                texts.allSatisfy(isNetwork) ? texts : nil
            }
        }
    }

    private static func isNetwork(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let address = String(parts[0])
        var bytes = in6_addr()
        let longest =
            inet_pton(AF_INET, address, &bytes) == 1 ? 32 : inet_pton(AF_INET6, address, &bytes) == 1 ? 128 : nil
        guard let longest, parts.count <= 2 else { return false }
        guard parts.count == 2 else { return true }
        let digits = parts[1].utf8
        return (1...3).contains(digits.count) && digits.allSatisfy { (0x30...0x39).contains($0) }
            && Int(parts[1]).map { $0 <= longest } == true
    }
}

extension String {
    /// The text; nil where it is empty.
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}

extension Character {
    /// Whether this is an ASCII letter or digit.
    fileprivate var isASCIILetterOrDigit: Bool { isASCII && (isLetter || isNumber) }
}
