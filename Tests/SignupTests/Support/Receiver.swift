import Foundation
import Layouts
import Mail
import Synchronization
import TestSupport

@testable import Signup

/// A receiver that runs at a free port, with all that it says.
struct Receiver: Sendable {
    let client: RawClient
    let server: SignupServer
    let task: Task<Void, any Error>
    let lines: Lines
    /// The folder of mails.
    let spool: String

    final class Lines: Sendable {
        private let state = Mutex<(log: [String], warnings: [String])>(([], []))
        var log: [String] { state.withLock { $0.log } }
        var warnings: [String] { state.withLock { $0.warnings } }
        func add(_ line: String) { state.withLock { $0.log.append(line) } }
        func warn(_ line: String) { state.withLock { $0.warnings.append(line) } }
    }

    static let url = "https://forms.example.org/newsletter"

    static func configuration(_ spool: String) -> SignupConfiguration {
        var configuration = SignupConfiguration(
            url: url, port: 0,
            practice: Practice(
                name: "Kettle & Thorn", newsletter: "The Thorn", siteURL: "https://www.example.org/",
                formURL: "https://www.example.org/newsletter/", privacyURL: "https://www.example.org/privacy/",
                termsURL: "https://www.example.org/terms/", postalAddress: "1 Main Street, Fairhaven, OH 43999",
                primaryColor: "#1f3a5f", accentColor: "#9c4516"),
            from: Mailbox(name: "The Thorn", address: "news@example.org"), mail: .spool(folder: spool))
        configuration.perClient = RateLimit(burst: 1000, interval: 1)
        return configuration
    }

    static func layouts() throws -> LayoutLibrary {
        try LayoutLibrary(folder: Repository.layouts("SignUp"))
    }

    /// Runs a receiver for as long as `body` takes, and stops it.
    static func run(
        _ store: any SignupStore, now: @escaping @Sendable () -> Int = { 1_780_000_000 },
        _ configure: (inout SignupConfiguration) -> Void = { _ in },
        _ body: (Receiver) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let spool = folder.path + "/spool"
        var configuration = configuration(spool)
        configure(&configuration)
        let lines = Lines()
        let server = try SignupServer(
            configuration: configuration, store: store, layouts: try layouts(), clock: now, log: lines.add,
            warn: lines.warn)
        let task = Task { try await server.run() }
        while server.port == nil, !task.isCancelled { try? await Task.sleep(for: .milliseconds(2)) }
        let receiver = Receiver(
            client: RawClient(port: server.port ?? 0), server: server, task: task, lines: lines, spool: spool)
        do {
            try await body(receiver)
        } catch {
            task.cancel()
            _ = await task.result
            throw error
        }
        task.cancel()
        try await task.value
    }

    /// The mails that were handed over, by name.
    func mails() -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: spool)) ?? []
        return names.sorted().compactMap { try? String(contentsOfFile: spool + "/" + $0, encoding: .utf8) }
    }

    /// Waits until something holds, for five minutes at most: a machine may be busy.
    func until(_ holds: () -> Bool) async -> Bool {
        let end = ContinuousClock.now + .seconds(300)
        while !holds() {
            guard .now < end else { return false }
            try? await Task.sleep(for: .milliseconds(2))
        }
        return true
    }
}

extension FakeStore {
    /// A form as the site's page sends it.
    func form(
        _ email: String = "ada%40example.org", website: String = "", notice: String? = nil,
        ticked: [String] = [
            "privacy_read", "terms_accepted", "newsletter_wanted",
        ], _ more: String = ""
    ) -> String {
        "notice=\(notice ?? self.notice.digest)&website=\(website)&email=\(email)&page=%2Fnewsletter%2F"
            + ticked.map { "&\($0)=yes" }.joined() + more
    }
}

extension String {
    /// The text of a quoted-printable mail, decoded as far as links need it.
    var unquoted: String { replacing("=\r\n", with: "").replacing("=3D", with: "=") }

    /// What comes after the first `start`, up to a blank or a line end.
    func word(after start: String) -> String? {
        firstRange(of: start).map {
            String(self[$0.upperBound...].prefix { !$0.isWhitespace && $0 != "<" && $0 != ">" && $0 != "\"" })
        }
    }
}
