import Consent
import Foundation
import TestSupport
import Testing

@testable import Ledger

@Suite("A person's rights")
struct RightsTests {
    let folder: TemporaryFolder
    let ledger: Ledger

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger.sample(in: folder)
        try ledger.take([asked(0), answered(60)], of: "ann@example.org", name: "Ann Adler", from: row(1))
    }

    @Test("An erasure leaves a valid chain and no trace of the address in the file")
    func erasure() throws {
        var fact = asked(90)
        fact.details = ConsentDetails(ip: "192.0.2.77", userAgent: "Strange Browser", reason: nil)
        try ledger.take([fact], of: "ann@example.org")
        let address = try address("ann@example.org")
        let erased = try ledger.erase(address, at: noon + 1000)
        #expect(erased.count == 1)
        #expect(erased.sources == [row(1)])
        #expect(try ledger.verify().problem == nil)
        #expect(try ledger.people(of: address).isEmpty)
        #expect(try ledger.snapshot().subscribers.isEmpty)
        for suffix in ["", "-wal"] {
            let bytes = FileManager.default.contents(atPath: ledger.path + suffix) ?? Data()
            for trace in ["ann@example.org", "Adler", "192.0.2.77", "Strange"] {
                #expect(bytes.range(of: Data(trace.utf8)) == nil, "\(trace) in \(suffix)")
            }
        }
    }

    @Test("An erased address does not come back by an import, in any spelling, and does by a newer request")
    func suppression() throws {
        _ = try ledger.erase(try address("ann@example.org"), at: noon + 1000)
        #expect(try ledger.take([brought(5000)], of: "Ann@example.org").isSuppressed)
        #expect(try ledger.take([asked(0), answered(60)], of: "ann@example.org", from: row(1)).isSuppressed)
        #expect(try ledger.people(of: try address("ann@example.org")).isEmpty)
        #expect(try !ledger.take([asked(2000)], of: "ann@example.org").isSuppressed)
        #expect(try ledger.status(of: "ann@example.org") == [.pending])
        #expect(try ledger.verify().problem == nil)
    }

    @Test("Erasing somebody who is not on record keeps imports of the address out")
    func eraseUnknown() throws {
        let address = try address("new@example.org")
        #expect(try ledger.erase(address, at: noon).count == 0)
        #expect(try ledger.take([brought(5000)], of: "new@example.org").isSuppressed)
    }

    @Test("A withdrawal of an address that nobody knows keeps imports out")
    func withdrawUnknown() throws {
        let address = try address("new@example.org")
        _ = try ledger.write(at: noon + 50) { try $0.withdraw(address, method: .commandLine) }
        try ledger.take([brought(5000)], of: "new@example.org")
        #expect(try ledger.status(of: "new@example.org") == [.withdrawn])
    }

    @Test("A corrected name changes nothing else")
    func correctName() throws {
        let address = try address("ann@example.org")
        try ledger.write(at: noon + 100) { try $0.correct(address, to: nil, name: "Anne Adler") }
        let person = try #require(try ledger.people(of: address).first)
        #expect(person.subscriber.identity.name == "Anne Adler")
        #expect(person.subscriber.state.status == .subscribed)
        #expect(try ledger.verify().problem == nil)
    }

    @Test("A corrected address awaits its confirmation, and the old one can't come back by an import")
    func correctAddress() throws {
        let (old, new) = (try address("ann@example.org"), try address("anne@example.org"))
        try ledger.write(at: noon + 100) { try $0.correct(old, to: new, name: nil) }
        #expect(try ledger.people(of: old).isEmpty)
        let person = try #require(try ledger.people(of: new).first)
        #expect(person.subscriber.state.status == .pending)
        #expect(person.subscriber.state.grade == .singleOptIn)
        #expect(try ledger.take([brought(5000)], of: "ann@example.org").isSuppressed)
        try ledger.take([asked(200), answered(260)], of: "anne@example.org")
        #expect(try ledger.status(of: "anne@example.org") == [.subscribed])
        #expect(try ledger.verify().problem == nil)
    }

    @Test("A correction to another person's address, or to the same, is refused")
    func refusedCorrections() throws {
        try ledger.take([asked(0)], of: "bob@example.org")
        let (ann, bob, eve) = (
            try address("ann@example.org"), try address("bob@example.org"), try address("eve@example.org")
        )
        #expect(throws: CorrectionError.taken) {
            try ledger.write(at: noon) { try $0.correct(ann, to: bob, name: nil) }
        }
        #expect(throws: CorrectionError.same) { try ledger.write(at: noon) { try $0.correct(ann, to: ann, name: nil) } }
        #expect(throws: CorrectionError.unknown) {
            try ledger.write(at: noon) { try $0.correct(eve, to: bob, name: nil) }
        }
        _ = try ledger.erase(eve, at: noon)
        #expect(throws: CorrectionError.suppressed) {
            try ledger.write(at: noon) { try $0.correct(ann, to: eve, name: nil) }
        }
    }
}
