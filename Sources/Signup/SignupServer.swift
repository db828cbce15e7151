import Diagnostics
import Dispatch
import FlyingSocks
import Foundation
import Layouts
import Synchronization

/// Receives the site's sign-up form, asks for confirmation by mail, and takes confirmations and withdrawals.
///
/// It speaks HTTP/1.1 without TLS, behind a proxy that has it. A sign-up is answered after it is on disk.
public final class SignupServer: Sendable {
    private let configuration: SignupConfiguration
    private let router: Router
    private let postman: Postman
    private let store: StoreQueue
    private let connections = Connections()
    private let listening = Mutex<UInt16?>(nil)
    private let headers: [(name: String, value: String)]
    private let now: @Sendable () -> Int
    private let warn: @Sendable (String) -> Void

    /// Sets a receiver up. Every page and the mail are rendered once, so that mistakes in the layouts are found now.
    /// - Parameters:
    ///   - store: the ledger.
    ///   - layouts: the folder Layouts/SignUp.
    ///   - clock: seconds since 1970-01-01T00:00:00Z.
    ///   - log: takes one line for each request, without an address or a token.
    ///   - warn: takes what the practice should know, one line each, without an address.
    /// - Throws: `DiagnosticLog` for mistakes in the layouts, and ``SignupError``.
    public init(
        configuration: SignupConfiguration, store: any SignupStore, layouts: LayoutLibrary,
        clock: @escaping @Sendable () -> Int = { Int(Date().timeIntervalSince1970) },
        log: @escaping @Sendable (String) -> Void, warn: @escaping @Sendable (String) -> Void
    ) throws {
        if let problem = configuration.problem { throw SignupError.badConfiguration(problem) }
        self.configuration = configuration
        self.warn = warn
        now = clock
        let key = try store.key
        let pages = try Pages(configuration, layouts)
        let links = UnsubscribeLinks(url: configuration.url, key: key)
        let queue = StoreQueue(store, limit: configuration.limits.waiting, now: clock)
        self.store = queue
        postman = Postman(
            store: queue,
            mail: ConfirmationMail(configuration: configuration, pages: pages, links: links, key: key),
            carrier: try Self.carrier(configuration.mail), hours: configuration.hours, now: clock, warn: warn)
        let details = ClientDetails(
            recordsIP: configuration.recordsIP, recordsUserAgent: configuration.recordsUserAgent)
        router = Router(
            signUp: SignUpRoute(
                configuration: configuration, pages: pages, store: queue, notices: NoticeCache(), details: details,
                perAddress: RateLimiter(configuration.perAddress), perClient: RateLimiter(configuration.perClient),
                now: clock, wakePostman: postman.wake),
            tokens: TokenRoutes(
                pages: pages, store: queue, links: links, language: configuration.language, details: details, now: clock
            ),
            pages: pages, basePath: configuration.basePath, language: configuration.language,
            clients: ClientAddress(trustedProxies: configuration.trustedProxies), log: log, warn: warn, now: clock)
        headers = [
            ("Cache-Control", "no-store"),
            (
                "Content-Security-Policy",
                "default-src 'none'; style-src \(pages.styleSource); form-action 'self'; base-uri 'none'; "
                    + "frame-ancestors 'none'"
            ),
            ("Referrer-Policy", "no-referrer"), ("X-Content-Type-Options", "nosniff"),
        ]
    }

    /// The port that is listened to; nil before and after.
    public var port: UInt16? { listening.withLock { $0 } }

    /// How many sign-ups wait to be written.
    var waitingCount: Int { store.waitingCount }

    /// Receives until the task is cancelled or, where `stopsAtSignals` says so, until SIGTERM or SIGINT. Then nothing new is taken,
    /// what is under way is answered, and mails that wait are handed over; what is not taken stays in the ledger.
    /// - Throws: ``SignupError`` where the port can't be had.
    public func run(stopsAtSignals: Bool = false) async throws(SignupError) {
        let pool: some AsyncSocketPool = .make(maxEvents: 128)
        let listener: AsyncSocket
        do {
            try await pool.prepare()
            listener = try AsyncSocket(socket: try Self.listen(configuration.host, configuration.port), pool: pool)
            let address = try listener.socket.sockname()
            listening.withLock { $0 = address.port }
        } catch {
            throw .cannotListen(host: configuration.host, port: configuration.port, reason: Self.words(error))
        }
        let signals = stopsAtSignals ? StopSignals() : nil
        let poolTask = Task { try await pool.run() }
        let mailTask = Task { await postman.run() }
        let watch = Task { await watchDeadlines() }
        let clients = ClientTasks()
        let accepting = Task { await accept(on: listener, clients) }
        await withTaskCancellationHandler {
            if let signals {
                await signals.wait()
                accepting.cancel()
            }
            await accepting.value
        } onCancel: {
            accepting.cancel()
            signals?.finish()
        }
        listening.withLock { $0 = nil }
        try? listener.socket.close()
        connections.stop()
        let deadline = ContinuousClock.now + configuration.limits.graceTime
        while connections.count > 0, .now < deadline { await Self.pause(.milliseconds(20)) }
        connections.closeAll()
        await clients.finish()
        await postman.stop(within: configuration.limits.graceTime)
        await mailTask.value
        watch.cancel()
        poolTask.cancel()
        _ = await poolTask.result
    }

    /// Takes connections until the task is cancelled.
    private func accept(on listener: AsyncSocket, _ clients: ClientTasks) async {
        while !Task.isCancelled {
            guard connections.count < configuration.limits.connections else {
                await Self.pause(.milliseconds(5))
                continue
            }
            do {
                let socket = try await listener.accept()
                clients.add(Task { await self.serve(socket) })
            } catch {
                guard !Task.isCancelled else { return }
                // No more files may be open, for one: that passes, and must not end the receiver.
                warn("a connection can't be taken: \(Self.words(error))")
                await Self.pause(.milliseconds(200))
            }
        }
    }

    private func serve(_ socket: AsyncSocket) async {
        let peer = (try? socket.socket.remotePeer())?.ip.flatMap { IPAddress($0) }
        let router = router
        await Connection(
            socket: socket, connections: connections, limits: configuration.limits, headers: headers, now: now,
            respond: { request in
                guard let peer else { return .text(500, "") }
                return await router.respond(request, peer: peer)
            }, refuse: { router.refuse($0) }
        ).run()
    }

    private func watchDeadlines() async {
        while !Task.isCancelled {
            connections.closeLate(now: .now)
            await Self.pause(.milliseconds(100))
        }
    }

    private static func pause(_ duration: Duration) async {
        do { try await Task.sleep(for: duration) } catch { await Task.yield() }
    }

    private static func listen(_ host: String, _ port: UInt16) throws -> Socket {
        func listen(_ address: some SocketAddress) throws -> Socket {
            let socket = try Socket(domain: Int32(type(of: address).family), type: .stream)
            do {
                try socket.setValue(true, for: .localAddressReuse)
                try socket.bind(to: address)
                try socket.listen()
                return socket
            } catch {
                try? socket.close()
                throw error
            }
        }
        return host.contains(":")
            ? try listen(.inet6(ip6: host, port: port)) : try listen(.inet(ip4: host, port: port))
    }

    private static func carrier(_ route: MailRoute) throws(SignupError) -> any MailCarrier {
        switch route {
        case .spool(let folder): return Spool(folder: folder)
        case .smtp(let server):
            guard let file = server.passwordFile else { return SMTPCarrier(server, password: nil) }
            guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
                throw .badConfiguration("the file of the mail server's password can't be read: \(file)")
            }
            return SMTPCarrier(server, password: String(text.prefix { !$0.isNewline }))
        }
    }

    private static func words(_ error: any Error) -> String {
        guard case .failed(_, _, let message)? = error as? SocketError else { return "\(error)" }
        return message
    }
}

extension Socket.Address {
    fileprivate var port: UInt16? {
        switch self {
        case .ip4(_, let port), .ip6(_, let port): port
        case .unix: nil
        }
    }

    fileprivate var ip: String? {
        switch self {
        case .ip4(let address, _), .ip6(let address, _): address
        case .unix: nil
        }
    }
}
