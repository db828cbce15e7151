import CSV
import Consent
import Content
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Subscribers

@Suite("Consent records")
struct ConsentRecordTests {
    private func table(_ ledger: TestLedger) throws -> [UInt8] {
        let names = [TestLedger.words.digest: "first"]
        return try ConsentRecordTable(
            snapshot: ledger.snapshot(), people: ledger.roll().people[...], noticeNames: names
        ).file()
    }

    private func document(_ ledger: TestLedger) throws -> [UInt8] {
        let library = try TestLedger.library("  tool: listmonk\n")
        return try ConsentRecordDocument(
            library: library, snapshot: ledger.snapshot(), people: ledger.roll().people[...]
        ).file()
    }

    private func graph(_ ledger: TestLedger) throws -> [[String: Any]] {
        let object = try JSONSerialization.jsonObject(with: Data(try document(ledger))) as? [String: Any]
        return try #require(object?["@graph"] as? [[String: Any]])
    }

    @Test("Every event of every person is a row, with the words by their digest")
    func golden() throws {
        try expectGolden(String(decoding: try table(.sample), as: UTF8.self), "consent-records.csv")
        let notices = NoticeTableFile.file(
            of: TestLedger.sample.snapshot(), noticeNames: [TestLedger.words.digest: "first"])
        try expectGolden(String(decoding: notices, as: UTF8.self), "notices.csv")
    }

    @Test("What a browser and people wrote is no formula")
    func formulas() throws {
        var ledger = TestLedger()
        ledger.add(
            "a@example.org", "=A", [Events.asked(1), Events.ended(2)],
            details: ConsentDetails(ip: "-1", userAgent: "@SUM(1)", reason: "+1"))
        let text = String(decoding: try table(ledger), as: UTF8.self)
        #expect(text.contains(",'=A,") && text.contains(",'-1,'@SUM(1),'+1,"))
    }

    @Test("However many people there are, the ledger is asked for few at once, and nobody is lost")
    func batches() throws {
        var ledger = TestLedger()
        let count = SubscriberSnapshot.batchSize * 2 + 1
        for index in 0..<count { ledger.add("p\(index)@example.org", "", [Events.asked(1), Events.confirmed(2)]) }
        var snapshot = ledger.snapshot()
        let history = snapshot.history
        snapshot.history = { subjects in
            #expect(subjects.count <= SubscriberSnapshot.batchSize)
            return try history(subjects)
        }
        let file = try ConsentRecordTable(snapshot: snapshot, people: ledger.roll().people[...], noticeNames: [:])
            .file()
        #expect(file.count { $0 == UInt8(ascii: "\n") } == 2 * count + 1)
    }

    @Test("Records of many people stand in numbered files, and nobody in two or in none")
    func parts() throws {
        let people = try TestLedger.sample.roll().people
        #expect(SubscriberLists.parts(of: people).map(\.suffix) == [""])
        #expect(SubscriberLists.parts(of: people, size: 10).count == 1)
        let parts = SubscriberLists.parts(of: people, size: 1)
        #expect(parts.map(\.suffix).first == "-01" && parts.map(\.suffix).last == "-10")
        for size in 1...11 {
            let all = SubscriberLists.parts(of: people, size: size).flatMap { $0.people.map(\.folded) }
            #expect(all == people.map(\.folded))
        }
    }

    @Test("The records are JSON-LD as the guide to ISO/IEC TS 27560 has it")
    func document() throws {
        try expectGolden(String(decoding: try document(.sample), as: UTF8.self), "consent-records.json")
    }

    /// Fields that the guide's tables mark with "MUST be present", in its section on records.
    @Test("A record has every field that the guide demands, and refers to nothing that is not there")
    func fields() throws {
        let graph = try graph(.sample)
        let known = Set(graph.compactMap { $0["@id"] as? String })
        let records = graph.filter { $0["@type"] as? String == "dpv:ConsentRecord" }
        #expect(records.count == 10)
        for record in records {
            for field in [
                "@id", "dct:identifier", "dct:conformsTo", "dpv:hasDataSubject", "dpv:hasPersonalData",
                "dpv:hasDataController", "dpv:hasJurisdiction", "dpv:hasProcess", "dpv:hasConsentControl",
                "dpv:hasNotice",
                "dpv:hasConsentStatus",
            ] {
                #expect(record[field] != nil, "\(field)")
            }
            for field in ["dpv:hasDataController", "dpv:hasProcess", "dpv:hasConsentControl"] {
                let reference = (record[field] as? [String: Any])?["@id"] as? String
                #expect(known.contains(try #require(reference)), "\(field)")
            }
            for field in ["dpv:hasNotice", "dpv:hasRight"] {
                for reference in try #require(record[field] as? [[String: String]]) {
                    #expect(known.contains(try #require(reference["@id"])), "\(field)")
                }
            }
            for event in try #require(record["dpv:hasConsentStatus"] as? [[String: Any]]) {
                for field in ["@type", "dpv:isIndicatedAtTime", "dpv:isIndicatedBy", "dpv:hasIndicationMethod"] {
                    #expect(event[field] != nil, "\(field)")
                }
            }
        }
    }

    @Test("The process says why, by whom, where and how long; the controller who and where")
    func parties() throws {
        let byID = Dictionary(
            uniqueKeysWithValues: try graph(.sample).compactMap { node in (node["@id"] as? String).map { ($0, node) } })
        let process = try #require(byID["process/newsletter"])
        for field in [
            "dpv:hasPurpose", "dpv:hasProcessing", "dpv:hasRecipient", "dpv:hasStorageCondition", "dpv:hasService",
        ] {
            #expect(process[field] != nil, "\(field)")
        }
        #expect(process["dpv:hasRecipient"] as? [String] == ["controller", "processor"])
        let controller = try #require(byID["controller"])
        #expect(controller["dpv:hasName"] as? String == "Oak & Elm")
        #expect(controller["dpv:hasAddress"] as? String == "1 Main Street, Fairhaven, OH 43999, USA")
        #expect(controller["dpv:hasContact"] as? [String] == ["hello@oak.example"])
        #expect(byID["processor"]?["dpv:hasName"] as? String == "listmonk")
    }

    @Test(
        "An event's state is what happened, and consent is given only where somebody gave it",
        arguments: [
            (Events.asked(1), ["dpv:ConsentGiven", "dpv:ExpressedConsent"]),
            (Events.asked(1, newsletter: false), ["dpv:ConsentRefused"]),
            (Events.asked(1, notice: nil), ["dpv:ConsentRefused"]),
            (Events.confirmed(1), ["dpv:ConsentGiven", "dpv:ExplicitlyExpressedConsent"]),
            (Events.imported(1, .doubleOptIn, notice: nil), ["dpv:ConsentUnknown"]),
            (Events.imported(1, .unproven), ["dpv:ConsentUnknown"]), (Events.ended(1), ["dpv:ConsentWithdrawn"]),
            (Events.ended(1, .complained), ["dpv:ConsentWithdrawn"]),
            (Events.ended(1, .bounced), ["dpv:ConsentTerminated"]),
            (Events.ended(1, .reconsentRequested), ["dpv:ConsentRequested"]),
            (Events.ended(1, .corrected), ["prowess:Correction"]),
        ])
    func states(event: ConsentEvent, types: [String]) {
        #expect(ConsentEventMeaning(event).types == types)
    }

    @Test("What people typed cannot end a string of the JSON")
    func escapes() throws {
        var ledger = TestLedger()
        let name = "A\"\\\u{1}\n\u{2028}</script>"
        ledger.add("a@example.org", name, [Events.asked(1)])
        let record = try #require(try graph(ledger).first { $0["@type"] as? String == "dpv:ConsentRecord" })
        let data = try #require(record["dpv:hasPersonalData"] as? [[String: Any]])
        #expect(data.compactMap { $0["rdf:value"] as? String } == ["a@example.org", name])
    }
}
