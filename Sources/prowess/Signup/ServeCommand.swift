import ArgumentParser
import Consent
import Content
import Diagnostics
import Foundation
import Layouts
import Ledger
import Signup

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract:
            "Receives the site's sign-up form, asks for confirmation by mail, and takes confirmations and withdrawals.",
        discussion: """
            It is set up under \"newsletter: sign-up:\" of site.yaml, speaks HTTP without TLS, and stands behind a reverse proxy \
            that has it: Documentation/nginx.conf shows one. A sign-up is on disk before it is answered. SIGTERM ends it with \
            nothing lost. One line is printed for each request, without an address or a token.
            """)

    @OptionGroup var ledger: LedgerOptions

    @Option(help: "The folder of templates and styles.")
    var layouts = "Layouts"

    @Option(help: "The port to listen at.")
    var port: UInt16

    @Option(help: "The IP address to listen at.")
    var host = "127.0.0.1"

    func run() async throws {
        let server: SignupServer
        do {
            server = try make()
        } catch let error as LedgerError {
            throw ExitCode.failure(error.diagnostic)
        } catch let log as DiagnosticLog {
            throw ExitCode.failure(log)
        } catch let error as SignupError {
            throw ExitCode.failure(Diagnostic(path: ledger.content + "/site.yaml", message: error.description))
        }
        FileHandle.standardError.write(Data("Listening at \(host), port \(port).\n".utf8))
        do {
            try await server.run(stopsAtSignals: true)
        } catch {
            throw ExitCode.failure(Diagnostic(path: "\(host):\(port)", message: error.description))
        }
    }

    private func make() throws -> SignupServer {
        let library = try SubscriberContent(ledger).library
        guard let settings = library.site.newsletter.signUp else {
            throw DiagnosticLog([
                Diagnostic(
                    path: ledger.content + "/site.yaml", message: "nothing says how sign-ups are received",
                    hint: "add \"sign-up: {url: https://…, spool: …}\" under newsletter")
            ])
        }
        let opened = try ledger.writing(creates: true)
        let now = try LedgerClock.now()
        // Forms in browsers may still show the notice before the present one.
        try opened.write(at: now) { writer in
            for notice in library.subscribers.notices { try writer.add(notice.notice) }
        }
        return try SignupServer(
            configuration: SignupConfiguration(library, settings, host: host, port: port),
            store: LedgerSignupStore(opened), layouts: LayoutLibrary(folder: layouts + "/SignUp"),
            log: { line in FileHandle.standardOutput.write(Data((line + "\n").utf8)) },
            warn: { line in FileHandle.standardError.write(Data((line + "\n").utf8)) })
    }
}
