import Consent
import TestSupport
import Testing

@testable import Ledger

@Suite("Confirmation")
struct ConfirmationTests {
    let folder: TemporaryFolder
    let ledger: Ledger
    let request: Int64

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger.sample(in: folder)
        let outcome = try ledger.take([asked(0)], of: "ann@example.org", name: "Ann")
        request = try #require(outcome.events.first?.sequence)
        let request = request
        try ledger.write(at: noon) { writer in
            try writer.awaitConfirmation(of: request)
            try writer.keepToken([1], of: request, expires: noon + 100)
            try writer.keepToken([2], of: request, expires: noon + 100)
        }
    }

    private func confirm(_ token: [UInt8], at second: Int = 50) throws -> ConfirmationResult {
        try ledger.write(at: noon + second) { try $0.confirm(token: token) }
    }

    @Test("A token confirms its request once, and with it the others of the request")
    func once() throws {
        #expect(try confirm([1]) == .confirmed)
        #expect(try ledger.status(of: "ann@example.org") == [.subscribed])
        let head = try ledger.head()
        #expect(try confirm([1]) == .alreadyConfirmed)
        #expect(try confirm([2]) == .alreadyConfirmed)
        #expect(try ledger.head() == head)
    }

    @Test("An expired, a guessed and a withdrawn person's token confirm nothing")
    func refused() throws {
        #expect(try confirm([3]) == .unknown)
        #expect(try confirm([1], at: 101) == .expired)
        let address = try address("ann@example.org")
        _ = try ledger.write(at: noon + 60) { try $0.withdraw(address, method: .link) }
        #expect(try confirm([1], at: 101) == .unknown)
        #expect(try ledger.status(of: "ann@example.org") == [.withdrawn])
    }

    @Test("Requests await their mails until these are handed over")
    func outbox() throws {
        let pending = try ledger.pendingConfirmations(limit: 10)
        #expect(pending.map(\.request) == [request])
        #expect(pending.first?.identity == Identity(address: "ann@example.org", name: "Ann"))
        let request = request
        try ledger.write(at: noon) { try $0.confirmationWasHandedOver(of: request) }
        #expect(try ledger.pendingConfirmations(limit: 10).isEmpty)
    }

    @Test("A token of somebody who was erased before the mail went out is not kept")
    func erasedMeanwhile() throws {
        _ = try ledger.erase(try address("ann@example.org"), at: noon + 1)
        let request = request
        try ledger.write(at: noon + 2) { try $0.keepToken([9], of: request, expires: noon + 100) }
        #expect(try confirm([9]) == .unknown)
    }

    @Test("One click ends a subscription; clicking again changes nothing")
    func oneClick() throws {
        _ = try confirm([1])
        let subject = try #require(try ledger.people(of: try address("ann@example.org")).first?.subscriber.subject)
        #expect(try ledger.write(at: noon + 70) { try $0.withdraw(subject, method: .oneClick) })
        #expect(try ledger.status(of: "ann@example.org") == [.withdrawn])
        let head = try ledger.head()
        #expect(try ledger.write(at: noon + 80) { try $0.withdraw(subject, method: .oneClick) })
        #expect(try ledger.head() == head)
        let stranger = try #require(SubjectID(5))
        #expect(try !ledger.write(at: noon) { try $0.withdraw(stranger, method: .oneClick) })
    }

    @Test("A link confirms nothing for whom an import took off meanwhile")
    func takenOffByImport() throws {
        try ledger.take([left(30)], of: "ann@example.org", from: row(3))
        #expect(try confirm([1]) == .unknown)
        #expect(try ledger.status(of: "ann@example.org") == [.withdrawn])
    }

    @Test("Half a form, which anybody can send, takes nothing away")
    func halfAForm() throws {
        var half = asked(20)
        half.statements?.termsAccepted = false
        try ledger.take([half], of: "ann@example.org")
        #expect(try confirm([1]) == .confirmed)
        #expect(try ledger.status(of: "ann@example.org") == [.subscribed])
    }

    @Test("Links expire by the clock, though an event was recorded by one that was years ahead")
    func clockAhead() throws {
        try ledger.write(at: noon + 100_000_000) {
            try $0.note(ExportSummary(tool: "kit", count: 0, list: "", head: ""))
        }
        #expect(try confirm([1]) == .confirmed)
        let ann = try address("ann@example.org")
        _ = try ledger.write(at: noon + 90) { try $0.withdraw(ann, method: .commandLine) }
        try ledger.take([asked(200), answered(260)], of: "ann@example.org", at: 300)
        #expect(try ledger.status(of: "ann@example.org") == [.subscribed])
    }

    @Test("A link by which one spelling left takes off every spelling that came back")
    func spellings() throws {
        _ = try confirm([1])
        let subject = try #require(try ledger.people(of: try address("ann@example.org")).first?.subscriber.subject)
        _ = try ledger.write(at: noon + 60) { try $0.withdraw(subject, method: .link) }
        try ledger.take([asked(100), answered(160)], of: "Ann@example.org")
        _ = try ledger.write(at: noon + 200) { try $0.withdraw(subject, method: .link) }
        #expect(try ledger.status(of: "ann@example.org").allSatisfy { $0 == .withdrawn })
    }
}
