import Consent
import Foundation
import Ledger
import Mail
import Signup
import Synchronization

/// A store in memory, which can fail and be held up.
final class FakeStore: SignupStore {
    struct State {
        var requests: [SignupRequest] = []
        var batches: [Int] = []
        /// How many requests were given, written or not.
        var begun = 0
        var pending: [PendingMail] = []
        var tokens: [[UInt8]: (token: ConfirmationToken, isUsed: Bool)] = [:]
        var confirmed: [Int64] = []
        var confirmations = 0
        var withdrawals: [(subject: SubjectID, method: ConsentMethod)] = []
        var details: [ConsentDetails] = []
        var failure: String?
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    let notice: Notice
    private let state = Mutex(State())
    private let gate: DispatchSemaphore?

    /// - Parameter gate: what each batch waits for before it is recorded.
    init(language: String = "en", gate: DispatchSemaphore? = nil) {
        notice = Notice(
            language: language, privacyVersion: "1", termsVersion: "1",
            words: ConsentWords(
                privacy: "I have read the <privacy> policy.", terms: "I accept the terms.",
                newsletter: "Send me the newsletter."))
        self.gate = gate
    }

    var now: State { state.withLock { $0 } }
    func put(_ mails: [PendingMail]) { state.withLock { $0.pending += mails } }
    func fail(_ reason: String?) { state.withLock { $0.failure = reason } }

    var key: [UInt8] { keyBytes }
    let keyBytes = (0..<32).map { UInt8($0) }

    func accept(_ requests: [SignupRequest], now: Int) throws {
        state.withLock { $0.begun += requests.count }
        gate?.wait()
        try state.withLock { state in
            if let failure = state.failure { throw Failure(description: failure) }
            state.batches.append(requests.count)
            for request in requests {
                state.requests.append(request)
                let number = Int64(state.requests.count)
                guard request.fact.statements?.areAllTrue == true, let subject = SubjectID(number + 1000) else {
                    continue
                }
                state.pending.append(
                    PendingMail(
                        request: number, subject: subject, address: request.address.sending,
                        language: request.fact.language ?? ""))
            }
        }
    }

    func notice(_ digest: String) throws -> Notice? { digest == notice.digest ? notice : nil }

    func confirm(token digest: [UInt8], details: ConsentDetails, now: Int) throws -> ConfirmationResult {
        state.withLock { state in
            state.confirmations += 1
            state.details.append(details)
            guard let known = state.tokens[digest] else { return .unknown }
            if known.isUsed { return .alreadyConfirmed }
            if known.token.expires < now { return .expired }
            state.tokens[digest]?.isUsed = true
            state.confirmed.append(known.token.request)
            return .confirmed
        }
    }

    func pendingMails(limit: Int) throws -> [PendingMail] { state.withLock { Array($0.pending.prefix(limit)) } }

    func store(tokens: [ConfirmationToken]) throws {
        state.withLock { state in
            for token in tokens { state.tokens[token.digest] = (token, false) }
        }
    }

    func handedOver(_ requests: [Int64]) throws {
        state.withLock { state in state.pending.removeAll { requests.contains($0.request) } }
    }

    func withdraw(subject: SubjectID, method: ConsentMethod, now: Int) throws {
        state.withLock { $0.withdrawals.append((subject, method)) }
    }
}
