import Consent
import Testing

@testable import Content

@Suite("Sign-ups in site.yaml")
struct SignUpSettingsTests {
    private static let least = "sign-up:\n    url: https://www.example.org/join\n    spool: /var/spool/news\n"

    private func site(_ lines: String) -> String { ContentSample.site + "\n  " + lines }

    private func settings(_ lines: String) throws -> NewsletterSettings {
        try ContentSample(["site.yaml": site(lines)]).library().site.newsletter
    }

    @Test("Without a word the proof is two opt-ins, nothing is recorded of machines, and times are in UTC")
    func usual() throws {
        let settings = try settings("")
        #expect(settings.evidence == .doubleOptIn && settings.recordsOfClient == ClientRecords())
        #expect(settings.timeZone == "UTC" && settings.signUp == nil)
    }

    @Test("What is asked for is read")
    func asked() throws {
        let settings = try settings(
            "evidence: single-opt-in\n  record-client: [user-agent, ip]\n  time-zone: America/New_York")
        #expect(
            settings.evidence == .singleOptIn && settings.recordsOfClient == ClientRecords(ip: true, userAgent: true))
        #expect(settings.timeZone == "America/New_York")
        #expect(try self.settings("evidence: unproven").evidence == .unproven)
    }

    @Test("A receiver has its address and a spool folder, and usual limits")
    func spool() throws {
        let signUp = try #require(try settings(Self.least).signUp)
        #expect(signUp.url == "https://www.example.org/join" && signUp.delivery == .spool(folder: "/var/spool/news"))
        #expect(signUp.trustedProxies.isEmpty && signUp.confirmWithinHours == 72)
        #expect(signUp.requestsPerAddress == 3 && signUp.requestsPerClient == 30)
    }

    @Test("Or it has a mail server, with the usual port of its encryption")
    func smtp() throws {
        let lines = """
            sign-up:
                url: https://www.example.org/join/
                smtp: {host: mail.example.org, security: tls, user: news, password-file: secret}
                trusted-proxies: [127.0.0.1, 10.0.0.0/8, "::1/128"]
                confirm-within-hours: 24
                rate: {per-address: 5, per-client: 100}
            """
        let signUp = try #require(try settings(lines).signUp)
        #expect(signUp.url == "https://www.example.org/join")
        #expect(
            signUp.delivery
                == .smtp(
                    .init(host: "mail.example.org", port: 465, security: .tls, user: "news", passwordFile: "secret")))
        #expect(signUp.trustedProxies == ["127.0.0.1", "10.0.0.0/8", "::1/128"] && signUp.confirmWithinHours == 24)
        #expect(signUp.requestsPerAddress == 5 && signUp.requestsPerClient == 100)
    }

    @Test("The form posts to the receiver, unless another address is named")
    func formAction() throws {
        let own = site(Self.least)
        let without = own.replacing("  form-action: https://forms.example.org/n\n", with: "")
        let sample = try ContentSample(["site.yaml": without]).library().site.newsletter
        #expect(sample.formAction == "https://www.example.org/join")
        #expect(try settings(Self.least).formAction == "https://forms.example.org/n")
    }

    @Test(
        "A mistake is told at its line",
        arguments: [
            ("evidence: tripple-opt-in", "site.yaml:18:13: error: \"evidence\" should be one of double-opt-in,"),
            ("record-client: [ip, cookie]", "18:18: error: \"record-client\" should be a list of ip and user-agent"),
            ("time-zone: EST5", "18:14: error: \"time-zone\" should be a time zone such as America/New_York"),
            ("sign-up: {url: http://x.example.org, spool: s}", "18:18: error: \"url\" should be a web address such as"),
            ("sign-up: {spool: s}", "18:12: error: \"url\" is missing"),
            ("sign-up: {url: https://x.example.org}", "18:12: error: nothing says how confirmation mails go out"),
            (
                "sign-up: {url: https://x.example.org, spool: s, smtp: {host: h}}",
                "18:48: error: confirmation mails go either into a folder or to a server"
            ),
            (
                "sign-up: {url: https://x.example.org, spool: s, trusted-proxies: [10.0.0.0/33]}",
                "18:68: error: \"trusted-proxies\" should be a list of networks"
            ),
            (
                "sign-up: {url: https://x.example.org, spool: s, confirm-within-hours: 0}",
                "18:73: error: \"confirm-within-hours\" should be a whole number from 1 to 720"
            ),
            (
                "sign-up: {url: https://x.example.org, smtp: {host: h, user: u}}",
                "18:63: error: \"user\" stands alone"
            ),
            (
                "sign-up: {url: https://x.example.org, smtp: {host: h, security: none, user: u, password-file: p}}",
                "18:67: error: the password would go over the network unencrypted"
            ),
            (
                "sign-up: {url: https://x.example.org, smtp: {host: \"a b\"}}",
                "18:54: error: \"host\" should be the name of a server"
            ),
            (
                "sign-up: {url: https://x.example.org, spool: s, rate: {per-adress: 3}}",
                "18:58: error: there is no key \"per-adress\" here"
            ),
        ])
    func mistakes(lines: String, message: String) throws {
        try expectText(["site.yaml": site(lines)], contains: message)
    }
}
