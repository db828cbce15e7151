import Testing

@testable import Evaluation

@Suite("Findings")
struct FindingTests {
    private func findings(_ codes: [String: [UInt8]]) throws -> [Finding] {
        SchoolEvaluation(try EvaluationSample.record(EvaluationSample.responses(codes))).findings
    }

    @Test("High, low and undecided items are strengths, challenges and opportunities, the most striking first")
    func levels() throws {
        let findings = try findings([
            "a": EvaluationSample.codes((5, 80), (1, 20)), "b": EvaluationSample.codes((5, 20), (1, 80)),
            "r": EvaluationSample.codes((1, 45), (3, 40), (5, 15)),
        ])
        #expect(findings.map(\.kind) == [.strength, .challenge, .opportunity])
        #expect(findings.map(\.subject) == ["a", "b", "r"])
        #expect(findings.first?.evidence == ["a.students.favorable.w1"])
    }

    @Test("What is in the middle, or told only as a bound, or of few, is no finding")
    func none() throws {
        #expect(try findings(["a": EvaluationSample.codes((5, 50), (1, 50))]).isEmpty)
        #expect(try findings(["a": EvaluationSample.codes((5, 97), (1, 3))]).isEmpty)
        #expect(try findings(["a": EvaluationSample.codes((5, 12))]).isEmpty)
    }

    @Test("Five officers who agreed to be shown and say yes are no finding; nine are")
    func few() throws {
        for (answers, expected) in [(5, []), (9, [Finding.Kind.strength])] {
            var record = try EvaluationSample.record(
                EvaluationSample.responses(.sro, ["a": EvaluationSample.codes((5, answers))]),
                waves: [EvaluationSample.wave(invited: [.sro: answers + 1])])
            record.consenting = [.sro]
            #expect(SchoolEvaluation(record).findings.map(\.kind) == expected)
        }
    }

    @Test("A share of everybody who was invited is a finding though it has no interval")
    func everybody() throws {
        let wave = try EvaluationSample.wave(invited: [.student: 100])
        let record = try EvaluationSample.record(
            EvaluationSample.responses(["a": EvaluationSample.codes((5, 80), (1, 20))]), waves: [wave])
        #expect(SchoolEvaluation(record).findings.map(\.kind) == [.strength])
    }

    @Test("Two groups that see the same thing differently are a misunderstanding")
    func gap() throws {
        let record = try EvaluationSample.record(
            EvaluationSample.responses(.student, ["a": EvaluationSample.codes((5, 90), (1, 110))]),
            EvaluationSample.responses(.teacher, ["a": EvaluationSample.codes((5, 45), (1, 15))]))
        let finding = try #require(SchoolEvaluation(record).findings.first { $0.category == .misunderstanding })
        #expect(finding.kind == .challenge && finding.groups.map(\.name) == ["students", "teachers"])
    }

    @Test("Evidence names numbers that are told")
    func evidence() throws {
        var record = try EvaluationSample.record(
            EvaluationSample.responses(wave: "w1", ["a": EvaluationSample.codes((5, 40), (1, 160))]),
            EvaluationSample.responses(wave: "w2", ["a": EvaluationSample.codes((5, 160), (1, 40))]),
            waves: [EvaluationSample.wave("w1", "2024-10-07"), EvaluationSample.wave("w2", "2025-10-06")])
        record.measures = try ["2023-2024", "2024-2025"].enumerated().map { index, year in
            MeasureCount(
                period: try #require(SchoolYear(year)), measure: .restorativeConferences, count: index * 40)
        }
        let evaluation = SchoolEvaluation(record)
        let index = NumberIndex(evaluation.numbers)
        #expect(evaluation.findings.contains { $0.category == .progress && $0.subject == "a" })
        #expect(evaluation.findings.contains { $0.category == .progress && $0.subject == "restorative-conferences" })
        for finding in evaluation.findings {
            #expect(finding.weight.isFinite)
            #expect(finding.evidence.allSatisfy { index[$0] != nil }, "\(finding.evidence)")
        }
    }

    @Test("Where the last wave of a group is withheld, an earlier one is no finding")
    func stale() throws {
        let record = try EvaluationSample.record(
            EvaluationSample.responses(wave: "w1", ["a": EvaluationSample.codes((5, 20), (1, 80))]),
            EvaluationSample.responses(wave: "w2", ["a": EvaluationSample.codes((5, 8))]),
            waves: [EvaluationSample.wave("w1", "2024-10-07"), EvaluationSample.wave("w2", "2025-10-06")])
        #expect(SchoolEvaluation(record).findings.isEmpty)
    }

    @Test("A challenge in communication is a barrier to it")
    func category() throws {
        let item = Item(
            id: "c", domain: "communication", text: "Told in time?", kind: EvaluationSample.rating("c").kind,
            groups: [.student])
        let instrument = Instrument(
            slug: "c", title: "C", version: "1",
            domains: [.init(id: "communication", title: "Communication")], groups: [.student],
            items: [item])
        let record = try EvaluationSample.record(
            EvaluationSample.responses(["c": EvaluationSample.codes((5, 20), (1, 80))]),
            waves: [EvaluationSample.wave(instrument: instrument)])
        #expect(SchoolEvaluation(record).findings.map(\.category) == [.communicationBarrier])
    }
}
