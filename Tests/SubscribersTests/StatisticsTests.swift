import Consent
import Content
import Markup
import TestSupport
import Testing

@testable import Subscribers

@Suite("The statistics of subscribers")
struct StatisticsTests {
    private func statistics(
        _ ledger: TestLedger = .sample, _ files: [String: String] = [:]
    ) throws -> SubscriberStatistics {
        let library = try TestLedger.library("", files)
        let snapshot = ledger.snapshot()
        let roll = try SubscriberRoll(snapshot, policies: library.policies)
        return SubscriberStatistics(of: roll, library: library, snapshot: snapshot)
    }

    @Test("Everybody is counted once: by status, and by what they agreed to")
    func counts() throws {
        let statistics = try statistics()
        #expect(statistics.count == 10 && statistics.mailableCount == 4)
        #expect(statistics.byStatus.map(\.count) == [4, 1, 1, 1, 1, 1, 1])
        #expect(
            statistics.byStatus.map(\.status) == [
                .subscribed, .pending, .withdrawn, .bounced, .complained, .unproven, .declined,
            ])
        #expect(statistics.agreements.map(\.count) == [4, 1] && statistics.agreements.map(\.notice).first == "first")
    }

    @Test("Each month from the first to the last is there, and none counts anybody twice")
    func months() throws {
        let statistics = try statistics()
        #expect(statistics.months.map(\.name) == ["2026-01", "2026-02", "2026-03", "2026-04"])
        #expect(statistics.months.map(\.subscribed) == [3, 0, 1, 0])
        #expect(statistics.months.map(\.pending) == [0, 0, 0, 1] && statistics.months.map(\.gone) == [2, 0, 1, 0])
    }

    @Test("Who agreed to an older version is counted, and who has to agree anew")
    func older() throws {
        let policy = SmallContent.page(
            """
            title: Policy
            version: "2.0"
            effective: 2026-02-01
            material: true
            earlier-versions: [{version: "1.0", effective: 2025-01-01}]
            """)
        let notices = """
            - {id: second, from: 2026-02-01, privacy-version: "2.0", terms-version: "1.0", privacy: I have read the policy., \
            terms: I accept the terms., newsletter: I want the letter.}

            """
        let statistics = try statistics(
            .sample, ["legal/privacy-policy.md": policy, "subscribers/notices.yaml": notices])
        #expect(statistics.olderCount == 4 && statistics.outdatedCount == 4 && statistics.mailableCount == 1)
        #expect(statistics.text.contains("4 have to agree anew"))
        #expect(try self.statistics().outdatedCount == 0)
    }

    @Test("As text it has the numbers, a small chart and the head of the ledger")
    func text() throws {
        try expectGolden(statistics().text, "statistics.txt")
        #expect(
            try statistics(TestLedger()).text == "0 people on record, 0 may be written to (double opt-in or better)\n")
    }

    @Test("As a page it needs nothing from elsewhere, names nobody, and every figure has its table")
    func page() throws {
        let html = StatisticsPage(statistics: try statistics(), title: "Oak <Letter>").html
        try expectGolden(html, "index.html")
        #expect(!html.contains("@example") && !html.contains("<script"))
        #expect(!html.contains("src=") && !html.contains("url(") && !html.contains("<link"))
        #expect(html.contains("Oak &lt;Letter&gt;") && html.contains("<html lang=\"en\">"))
        let tree = try MarkupTree.parseHTML(html)
        #expect(try tree.xpath("//svg").count == 1)
        #expect(try tree.xpath("//table[caption][thead//th[@scope='col']][tbody//th[@scope='row']]").count == 3)
        let ids = try tree.xpath("//*[@id]").compactMap { $0[attribute: "id"] }
        #expect(Set(ids).count == ids.count)
    }

    @Test("A page of many months draws the latest and lists all")
    func manyMonths() throws {
        var ledger = TestLedger()
        for month in 0..<40 {
            ledger.add(
                "p\(month)@example.org", "", [Events.asked(month * 44_640), Events.confirmed(month * 44_640 + 1)])
        }
        let statistics = try statistics(ledger)
        let html = StatisticsPage(statistics: statistics, title: "T").html
        for month in statistics.months { #expect(html.contains("<th scope=\"row\">\(month.name)</th>")) }
        #expect(html.contains("Three lines over 24 months"))
    }
}
