import Foundation
import Synchronization

/// Hands over the mails that wait in the store, and comes again where one is not taken.
actor Postman {
    private let store: StoreQueue
    private let mail: ConfirmationMail
    private let carrier: any MailCarrier
    private let hours: Int
    private let now: @Sendable () -> Int
    private let warn: @Sendable (String) -> Void
    private let wakes: AsyncStream<Void>
    /// Tells the postman that there may be mails.
    nonisolated let wake: @Sendable () -> Void
    private nonisolated let finish: @Sendable () -> Void
    /// When a mail that was refused is tried again, and how often it was.
    private var refused: [Int64: (next: ContinuousClock.Instant, attempts: Int)] = [:]
    /// When to stop, once that was asked.
    private var deadline: ContinuousClock.Instant?
    /// How often in a row nobody was there.
    private var absences = 0

    private static let pageSize = 256
    /// Mails that come within this time are handed over together: each time costs the store two transactions.
    private static let pause = Duration.milliseconds(100)

    init(
        store: StoreQueue, mail: ConfirmationMail, carrier: any MailCarrier, hours: Int,
        now: @escaping @Sendable () -> Int, warn: @escaping @Sendable (String) -> Void
    ) {
        self.store = store
        self.mail = mail
        self.carrier = carrier
        self.hours = hours
        self.now = now
        self.warn = warn
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        wakes = stream
        wake = { continuation.yield() }
        finish = { continuation.finish() }
    }

    /// Works until ``stop(within:)``, and hands over what waits then.
    func run() async {
        wake()
        var timer: Task<Void, Never>?
        for await _ in wakes {
            timer?.cancel()
            let delay = await round()
            timer = Task { [wake] in
                do {
                    try await Task.sleep(for: delay)
                    wake()
                } catch {}
            }
            try? await Task.sleep(for: Self.pause)
        }
        timer?.cancel()
        _ = await round()
    }

    /// Ends ``run()`` when all is handed over that can be, or the time is up. What is left stays in the store.
    func stop(within time: Duration) {
        deadline = .now + time
        finish()
    }

    /// Hands over all that waits and is due.
    /// - Returns: the time after which to come again.
    private func round() async -> Duration {
        do throws(StoreError) {
            while deadline.map({ .now < $0 }) ?? true {
                // Those that were refused come first, since they are the oldest.
                let limit = refused.count + Self.pageSize
                let page = try await store.perform { try $0.pendingMails(limit: limit) }
                let due = page.filter { refused[$0.request].map { $0.next <= .now } ?? true }
                guard !due.isEmpty else {
                    let waiting = Set(page.map(\.request))
                    refused = refused.filter { waiting.contains($0.key) }
                    break
                }
                if let problem = try await handOver(due) {
                    absences += 1
                    let delay = Self.delay(absences, from: 1, to: 300)
                    warn("confirmation mails wait: \(problem); next attempt in \(delay) s")
                    return .seconds(delay)
                }
            }
            absences = 0
        } catch {
            absences += 1
            let delay = Self.delay(absences, from: 1, to: 60)
            warn("confirmation mails wait, since the ledger can't be asked; next attempt in \(delay) s")
            return .seconds(delay)
        }
        guard let next = refused.values.map(\.next).min() else { return .seconds(300) }
        return max(ContinuousClock.now.duration(to: next), .milliseconds(100))
    }

    /// - Returns: why nothing is taken at the moment; nil where it is.
    private func handOver(_ mails: [PendingMail]) async throws(StoreError) -> String? {
        guard !mails.isEmpty else { return nil }
        var generator = SystemRandomNumberGenerator()
        let seconds = now()
        var tokens: [ConfirmationToken] = []
        var messages: [OutgoingMail] = []
        for pending in mails {
            let secret = ConfirmationSecret(using: &generator)
            do {
                messages.append(try mail.message(pending, secret, now: seconds))
                tokens.append(
                    ConfirmationToken(
                        request: pending.request, digest: secret.digest, expires: seconds + hours * 3600))
            } catch {
                putOff(pending.request, "it can't be written")
            }
        }
        guard !messages.isEmpty else { return nil }
        let stored = tokens
        try await store.perform { try $0.store(tokens: stored) }
        let deliveries = await carrier.carry(messages)
        var handedOver: [Int64] = []
        var absence: String?
        for (message, delivery) in zip(messages, deliveries) {
            switch delivery {
            case .handedOver: handedOver.append(message.request)
            case .refused(let reason): putOff(message.request, reason)
            case .unreachable(let reason): absence = reason
            }
        }
        let done = handedOver
        if !done.isEmpty { try await store.perform { try $0.handedOver(done) } }
        return absence
    }

    private func putOff(_ request: Int64, _ reason: String) {
        let attempts = (refused[request]?.attempts ?? 0) + 1
        let delay = Self.delay(attempts, from: 30, to: 3600)
        refused[request] = (.now + .seconds(delay), attempts)
        warn("the confirmation mail of request \(request) waits: \(reason); next attempt in \(delay) s")
    }

    /// Twice as long after each attempt.
    private static func delay(_ attempts: Int, from first: Int, to most: Int) -> Int {
        min(most, first << min(attempts - 1, 20))
    }
}
