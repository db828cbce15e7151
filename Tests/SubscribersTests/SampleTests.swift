import Consent
import Content
import Dates
import Diagnostics
import Intake
import Ledger
import TestSupport
import Testing

@testable import Subscribers

@Suite("The sample's subscribers, from files to lists")
struct SampleTests {
    /// The people of the sample's files, taken in as a build does.
    private func roll() throws -> (roll: SubscriberRoll, evidence: EvidenceGrade) {
        let date = try #require(CalendarDate(iso8601: "2026-06-01"))
        let (library, log) = Library.read(Repository.content, options: ReadingOptions(date: date))
        guard let library else { throw log }
        let folder = try TemporaryFolder()
        let ledger = try Ledger(path: folder.path + "/ledger.sqlite", creates: true)
        for source in library.subscribers.sources {
            var options = IntakeOptions()
            options.format = source.format.flatMap { IntakeFormat(rawValue: $0) }
            options.notices = library.subscribers.notices
            options.notice = source.notice
            let file = try IntakeFile(path: source.path, options: options)
            _ = try SubscriberImport(
                ledger: ledger, notices: library.subscribers.notices.map(\.notice), now: 1_780_000_000
            ).take(file, path: source.path)
        }
        let snapshot = SubscriberSnapshot(try ledger.snapshot()) { try ledger.history(of: $0) }
        return (try SubscriberRoll(snapshot, policies: library.policies), library.site.newsletter.evidence)
    }

    @Test("The list has those whose consent is proved, each once, and nobody who left, in whichever file that stands")
    func list() throws {
        let (roll, evidence) = try roll()
        let list = roll.mailable(demanding: evidence).map(\.subscriber.identity.address)
        for address in [
            "farid.n@example.com", "imani.w@example.com", "m.osei@example.org", "omar.d@example.com",
            "delia.moss@example.net", "s.kim@example.com", "k.amin@example.net", "b.carter@example.com",
            "p.frost@example.net",
        ] {
            #expect(!list.contains(address), "\(address)")
        }
        for address in ["ana.ruiz@example.org", "n.adler@example.com", "c.duval@example.com"] {
            #expect(list.count { $0 == address } == 1, "\(address)")
        }
        #expect(list == list.sorted() && Set(list).count == list.count)
    }
}
