import Statistics
import Testing

@testable import Evaluation

@Suite("Changes and gaps")
struct ComparisonTests {
    private static let before = EvaluationSample.codes((5, 48), (1, 32))
    private static let after = EvaluationSample.codes((5, 56), (1, 14))

    private func record(
        _ first: [String: [UInt8]], _ second: [String: [UInt8]], instrument: Instrument = EvaluationSample.instrument
    ) throws -> SchoolRecord {
        try EvaluationSample.record(
            EvaluationSample.responses(wave: "w1", first), EvaluationSample.responses(wave: "w2", second),
            waves: [
                EvaluationSample.wave("w1", "2024-10-07"),
                EvaluationSample.wave("w2", "2025-10-06", instrument: instrument),
            ])
    }

    @Test("A change is the later share less the earlier with Newcombe's interval: 56 of 70 after 48 of 80")
    func change() throws {
        let evaluation = SchoolEvaluation(try record(["a": Self.before], ["a": Self.after]))
        #expect(try abs(evaluation.value("a.students.change") - 20) < 1e-12)
        // Newcombe (1998), Statistics in Medicine 17, p. 873, table II, method 10, case (a).
        #expect(try abs(evaluation.value("a.students.change-lower") - 5.243) < 1e-3)
        #expect(try abs(evaluation.value("a.students.change-upper") - 33.387) < 1e-3)
        #expect(try evaluation.value("a.students.p") < 0.05)
        #expect(evaluation.surveys.changes.first?.verdict == .higher)
    }

    @Test("Waves are independent samples: the order of respondents changes nothing")
    func unpaired() throws {
        let codes = EvaluationSample.codes((5, 20), (4, 20), (3, 20), (2, 20), (1, 20))
        let later = EvaluationSample.codes((5, 40), (4, 20), (3, 12), (2, 14), (1, 14))
        let first = SchoolEvaluation(try record(["a": codes], ["a": later])).numbers
        let second = SchoolEvaluation(try record(["a": codes.reversed()], ["a": later.shuffled()])).numbers
        #expect(first == second)
        #expect(first.numbers.contains { $0.statistic == .cliffsDelta && $0.section == .change })
    }

    @Test("Only the same question is compared: new words, another scale or another way of counting make another item")
    func editions() throws {
        let reworded = Item(
            id: "a", domain: "trust", text: "About something else", kind: EvaluationSample.rating("a").kind,
            groups: EvaluationSample.allGroups)
        for item in [reworded, EvaluationSample.rating("a", isReversed: true)] {
            let evaluation = SchoolEvaluation(
                try record(["a": Self.before], ["a": Self.after], instrument: EvaluationSample.instrument([item])))
            #expect(evaluation.surveys.changes.isEmpty)
            #expect(try evaluation.number("a.students.favorable.w2").isTold)
        }
        let moved = Item(
            id: "a", domain: "trust", text: EvaluationSample.rating("a").text, kind: EvaluationSample.rating("a").kind,
            groups: [.student])
        let same = SchoolEvaluation(
            try record(["a": Self.before], ["a": Self.after], instrument: EvaluationSample.instrument([moved])))
        #expect(same.surveys.changes.contains { $0.subject == .item("a") })
    }

    @Test("A change is withheld where either wave is, and where either is only a bound")
    func withheld() throws {
        for hidden in [EvaluationSample.codes((5, 9)), EvaluationSample.codes((5, 3), (1, 60))] {
            let evaluation = SchoolEvaluation(try record(["a": Self.before], ["a": hidden]))
            #expect(try evaluation.number("a.students.change").status == .suppressed)
        }
    }

    @Test("p-values are adjusted over all comparisons of the booklet together")
    func adjusted() throws {
        let evaluation = SchoolEvaluation(
            try record(
                ["a": Self.before, "b": Self.before],
                ["a": Self.after, "b": EvaluationSample.codes((5, 40), (1, 30))]))
        let comparisons = evaluation.surveys.changes + evaluation.surveys.gaps
        let p = comparisons.map { $0.difference.shown?.p }
        #expect(p.compactMap { $0 }.count > 1)
        #expect(comparisons.map(\.holm) == MultipleComparisons.holm(p))
        #expect(comparisons.map(\.benjaminiHochberg) == MultipleComparisons.benjaminiHochberg(p))
    }

    @Test("Each two groups that may be told are compared, with the first less the second")
    func gaps() throws {
        let record = try EvaluationSample.record(
            EvaluationSample.responses(.student, ["a": Self.before]),
            EvaluationSample.responses(.teacher, ["a": Self.after]))
        let evaluation = SchoolEvaluation(record)
        #expect(try abs(evaluation.value("a.students-vs-teachers.gap") + 20) < 1e-12)
        #expect(try evaluation.number("a.students-vs-teachers.gap").text == "−20 percentage points")
    }

    @Test("An interval without zero is no claim where others of as many are so by chance")
    func chance() {
        let difference = Difference(
            estimate: 5, interval: Interval(lower: 1, upper: 9), p: 0.03, effect: 0.1, size: .negligible)
        var comparison = Comparison(
            kind: .gap(.stakeholders(.student), .stakeholders(.teacher), wave: "w"), subject: .item("a"),
            difference: .value(difference), ranks: nil, holm: 1, benjaminiHochberg: 0.2)
        #expect(comparison.verdict == .perhapsChance)
        comparison.benjaminiHochberg = 0.04
        #expect(comparison.verdict == .higher)
    }
}
