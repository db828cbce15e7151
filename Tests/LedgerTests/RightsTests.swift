import Consent
import Foundation
import GRDB
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
        #expect(try ledger.take([brought(500)], of: "Ann@example.org").refusal == .erased)
        #expect(try ledger.take([asked(0), answered(60)], of: "ann@example.org", from: row(1)).refusal == .erased)
        #expect(try ledger.people(of: try address("ann@example.org")).isEmpty)
        #expect(try ledger.take([asked(2000)], of: "ann@example.org", at: 2000).refusal == nil)
        #expect(try ledger.status(of: "ann@example.org") == [.pending])
        #expect(try ledger.verify().problem == nil)
    }

    @Test("Erasing somebody who is not on record keeps imports of the address out")
    func eraseUnknown() throws {
        let address = try address("new@example.org")
        #expect(try ledger.erase(address, at: noon).count == 0)
        #expect(try ledger.take([brought(500)], of: "new@example.org").refusal == .erased)
    }

    @Test("A withdrawal of an address that nobody knows keeps imports out")
    func withdrawUnknown() throws {
        let address = try address("new@example.org")
        _ = try ledger.write(at: noon + 50) { try $0.withdraw(address, method: .commandLine) }
        try ledger.take([brought(500)], of: "new@example.org")
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
        #expect(try ledger.take([brought(500)], of: "ann@example.org").refusal == .corrected)
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
        #expect(throws: CorrectionError.erased) {
            try ledger.write(at: noon) { try $0.correct(ann, to: eve, name: nil) }
        }
    }

    @Test("Who was erased, signed up anew and leaves again is off the list, by the command and by an import")
    func leavesAfterReturning() throws {
        _ = try ledger.erase(try address("ann@example.org"), at: noon + 1000)
        try ledger.take([asked(2000), answered(2060)], of: "ann@example.org", at: 2060)
        #expect(try ledger.status(of: "ann@example.org") == [.subscribed])
        #expect(try ledger.take([left(3000)], of: "ann@example.org", from: row(9), at: 3000).refusal == nil)
        #expect(try ledger.status(of: "ann@example.org") == [.withdrawn])
        try ledger.take([asked(4000), answered(4060)], of: "ann@example.org", at: 4060)
        let ann = try address("ann@example.org")
        _ = try ledger.write(at: noon + 5000) { try $0.withdraw(ann, method: .commandLine) }
        #expect(try ledger.status(of: "ann@example.org") == [.withdrawn])
    }

    @Test("What an old file says of somebody who was erased and asked anew proves nothing")
    func oldFileAfterReturning() throws {
        _ = try ledger.erase(try address("ann@example.org"), at: noon + 1000)
        try ledger.take([asked(2000)], of: "ann@example.org", at: 2000)
        #expect(try ledger.take([asked(0), answered(60)], of: "ann@example.org", from: row(1)).refusal == .erased)
        try ledger.take([brought(500)], of: "ann@example.org")
        #expect(try ledger.status(of: "ann@example.org") == [.pending])
    }

    @Test("Who leaves under the address they had before it was put right is off the list")
    func leavesUnderOldAddress() throws {
        let (old, new) = (try address("ann@example.org"), try address("anne@example.org"))
        try ledger.write(at: noon + 100) { try $0.correct(old, to: new, name: nil) }
        try ledger.take([asked(200), answered(260)], of: "anne@example.org")
        try ledger.take([left(300)], of: "ann@example.org", from: row(7))
        #expect(try ledger.status(of: "anne@example.org") == [.withdrawn])
    }

    @Test("A correction takes off who has the old address in another spelling, and can be taken back")
    func correctionOfSpellings() throws {
        try ledger.take([asked(10), answered(70)], of: "Ann@example.org")
        let (old, new) = (try address("ann@example.org"), try address("anne@example.org"))
        try ledger.write(at: noon + 100) { try $0.correct(old, to: new, name: nil) }
        #expect(try ledger.status(of: "ann@example.org") == [.withdrawn])
        _ = try ledger.write(at: noon + 150) { try $0.withdraw(old, method: .commandLine) }
        let other = try TemporaryFolder()
        let second = try Ledger.sample(in: other)
        try second.take([asked(0), answered(60)], of: "ann@example.org")
        try second.write(at: noon + 100) { try $0.correct(old, to: new, name: nil) }
        try second.write(at: noon + 200) { try $0.correct(new, to: old, name: nil) }
        #expect(try second.status(of: "ann@example.org") == [.pending])
        #expect(try second.verify().problem == nil)
    }

    @Test("An address that was put right gets no mail before it has answered, whatever proof is asked for")
    func correctedMustAnswer() throws {
        let (old, new) = (try address("ann@example.org"), try address("anne@example.org"))
        try ledger.write(at: noon + 100) { try $0.correct(old, to: new, name: nil) }
        let person = try #require(try ledger.people(of: new).first).subscriber
        for grade in EvidenceGrade.allCases { #expect(!person.state.isMailable(demanding: grade)) }
    }

    @Test("What is said to happen later than now is not taken in, so that it can't outlast a withdrawal")
    func future() throws {
        #expect(try ledger.take([asked(90_000), answered(90_060)], of: "eve@example.org").refusal == .future)
        #expect(try ledger.people(of: try address("eve@example.org")).isEmpty)
        // Another machine's clock may be a little ahead.
        try ledger.take([asked(500), answered(560)], of: "eve@example.org")
        let eve = try address("eve@example.org")
        _ = try ledger.write(at: noon + 1) { try $0.withdraw(eve, method: .commandLine) }
        #expect(try ledger.status(of: "eve@example.org") == [.withdrawn])
        _ = try ledger.erase(eve, at: noon + 2)
        #expect(try ledger.take([asked(500), answered(560)], of: "eve@example.org").refusal == .erased)
    }

    @Test("Pages and forms that have an address in them leave none in the chain")
    func addressesInPages() throws {
        for page in ["/n/?email=ann@example.org", "https://x.example/#ann@example.org", "/ann@example.org", "/a%40b"] {
            var fact = asked(100)
            fact.page = page
            fact.form = page
            try ledger.take([fact], of: "p\(page.utf8.count)@example.com")
        }
        try ledger.forEachEntry { entry, _ in
            #expect(!String(decoding: entry.event.record, as: UTF8.self).contains("@"))
        }
    }

    @Test("An erasure that a reader keeps from emptying the log says so, and has erased")
    func busyReader() throws {
        let reader = try Ledger(reading: ledger.path)
        let address = try address("ann@example.org")
        let erasure = try reader.read { db in
            _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM event")
            return try ledger.erase(address, at: noon + 1000)
        }
        #expect(erasure.count == 1 && !erasure.isLogClean)
        #expect(try ledger.people(of: address).isEmpty)
    }
}
