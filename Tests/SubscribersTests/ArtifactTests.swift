import Content
import Publishing
import TestSupport
import Testing

@testable import Subscribers

@Suite("What is published of subscribers")
struct ArtifactTests {
    private func names(_ site: String, _ ledger: TestLedger = .sample) throws -> [String] {
        try SubscriberLists.artifacts(of: TestLedger.library(site), snapshot: ledger.snapshot()).artifacts.map(
            \.path.string)
    }

    private static let records = [
        "suppression.csv", "notices.csv", "consent-records.csv", "consent-records.json", "index.html",
    ]

    @Test("The lists are the generic one and that of the site's tool")
    func tools() throws {
        #expect(try names("") == ["list.csv"] + Self.records)
        #expect(try names("  tool: mailchimp\n") == ["list.csv", "mailchimp.csv"] + Self.records)
        #expect(try names("  tool: kit\n") == ["list.csv", "kit.csv", "kit-without-names.csv"] + Self.records)
        #expect(try names("  tool: sendgrid\n") == ["list.csv"] + Self.records)
    }

    @Test("All are for the practice alone, and there are none where nobody is on record")
    func audience() throws {
        let artifacts = try SubscriberLists.artifacts(of: TestLedger.library(), snapshot: TestLedger.sample.snapshot())
            .artifacts
        #expect(artifacts.allSatisfy { $0.audience == .private && $0.product == .subscribers })
        #expect(try SubscriberLists.artifacts(of: TestLedger.library(), snapshot: .empty).artifacts.isEmpty)
    }

    @Test("What site.yaml demands decides who is on the lists")
    func evidence() throws {
        func count(_ site: String) throws -> Int {
            let artifacts = try SubscriberLists.artifacts(
                of: TestLedger.library(site), snapshot: TestLedger.sample.snapshot()
            )
            .artifacts
            guard case .bytes(let bytes) = try artifacts[0].render() else { return 0 }
            return bytes.count { $0 == UInt8(ascii: "\n") } - 1
        }
        #expect(try count("") == 4)
        #expect(try count("  evidence: single-opt-in\n") == 5)
        #expect(try count("  evidence: unproven\n") == 6)
    }
}
