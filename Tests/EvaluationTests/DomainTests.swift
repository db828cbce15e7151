import Statistics
import Testing

@testable import Evaluation

@Suite("Domain scores")
struct DomainTests {
    /// Five people's answers to two ratings and a reversed one.
    private static let codes: [String: [UInt8]] = [
        "a": [5, 4, 2, 255, 3], "b": [4, 4, 1, 255, 253], "r": [1, 2, 255, 5, 254],
    ]

    private func internalEvaluation(_ codes: [String: [UInt8]]) throws -> SchoolEvaluation {
        SchoolEvaluation(try EvaluationSample.record(EvaluationSample.responses(codes)), isProtected: false)
    }

    @Test("A score is the mean of the answered items, reversed ones mirrored, and asks for half of them")
    func scores() throws {
        let evaluation = try internalEvaluation(Self.codes)
        // (5 + 4 + 5) / 3, (4 + 4 + 4) / 3, (2 + 1) / 2; the fourth and fifth answered one item of three.
        let expected = [14.0 / 3, 4, 1.5]
        #expect(try evaluation.value("trust.students.n") == 3)
        #expect(abs(try evaluation.value("trust.students.score") - expected.reduce(0, +) / 3) < 1e-12)
        let tally = try #require(Tally(values: expected, counts: [1, 1, 1]))
        let deviation = try #require(tally.standardDeviation)
        #expect(abs(try evaluation.value("trust.students.score-deviation") - deviation) < 1e-12)
    }

    @Test("Alpha is that of the complete answers, and does not change with the order of items")
    func alpha() throws {
        let codes = Self.repeated(6)
        var covariances = try #require(Covariances(itemCount: 3))
        for row in [[1, 2, 2], [2, 2, 1], [3, 3, 3], [4, 5, 5], [5, 4, 4]] as [[UInt8]] {
            for _ in 0..<6 {
                let isAdded = covariances.add(row: row)
                #expect(isAdded)
            }
        }
        let alpha = try #require(CronbachAlpha(covariances)).estimate
        #expect(abs(try internalEvaluation(codes).value("trust.students.alpha") - alpha) < 1e-12)
        let swapped = ["b": codes["a"], "a": codes["b"], "r": codes["r"]].compactMapValues { $0 }
        #expect(abs(try internalEvaluation(swapped).value("trust.students.alpha") - alpha) < 1e-12)
    }

    @Test("Of fewer than 30 complete answers there is no alpha, and of a protected group not even why")
    func fewForAlpha() throws {
        let few = try EvaluationSample.record(EvaluationSample.responses(Self.repeated(5)))
        for name in ["trust.students.alpha", "trust.students.alpha-lower"] {
            #expect(try SchoolEvaluation(few, isProtected: false).number(name).status == .notAsked)
            #expect(try SchoolEvaluation(few).number(name).status == .suppressed)
        }
        #expect(throws: Never.self) { try internalEvaluation(Self.repeated(6)).value("trust.students.alpha") }
    }

    @Test(
        "Whether a protected group has an alpha does not tell how many of up to nine left an item out",
        arguments: 30...42)
    func alphaTellsNoFew(respondents: Int) throws {
        let told = try (1...9).map { missing in
            var codes: [String: [UInt8]] = [:]
            for (item, shift) in [("a", 0), ("b", 1), ("r", 2)] {
                codes[item] = (0..<respondents).map { UInt8(($0 * 7 + $0 / 5 * shift) % 5 + 1) }
            }
            codes["b"]?.replaceSubrange(0..<missing, with: repeatElement(255, count: missing))
            let record = try EvaluationSample.record(EvaluationSample.responses(codes))
            return try SchoolEvaluation(record).number("trust.students.alpha").status
        }
        #expect(Set(told) == [respondents >= 39 ? .told : .suppressed], "\(told)")
    }

    /// Answers of six people, of whom five answered everything, so many times.
    private static func repeated(_ times: Int) -> [String: [UInt8]] {
        ["a": [1, 2, 3, 4, 5, 4], "b": [2, 2, 3, 5, 4, 5], "r": [4, 5, 3, 1, 2, 255]].mapValues { codes in
            codes.flatMap { [UInt8](repeating: $0, count: times) }
        }
    }

    @Test("A domain whose items have different scales has no score")
    func mixed() throws {
        let short = ResponseScale(points: [
            .init(code: 0, label: "No", valence: .unfavorable), .init(code: 1, label: "Yes", valence: .favorable),
        ])
        let other = Item(
            id: "s", domain: "trust", text: "Short?", kind: .rating(.init(scale: short, isReversed: false)),
            groups: EvaluationSample.allGroups)
        let instrument = EvaluationSample.instrument([EvaluationSample.rating("a"), other])
        let record = try EvaluationSample.record(
            EvaluationSample.responses(["a": [1, 5], "s": [0, 1]]),
            waves: [EvaluationSample.wave(instrument: instrument)])
        #expect(SchoolEvaluation(record, isProtected: false).surveys.domains.isEmpty)
    }

    @Test(
        "What is told is rounded so that no item's sum can be worked out from the others, and so are its interval and alpha"
    )
    func rounded() throws {
        var codes: [String: [UInt8]] = [:]
        for (item, shift) in [("a", 0), ("b", 1), ("r", 2)] {
            codes[item] = (0..<60).map { UInt8(($0 + shift) % 5 + 1) }
        }
        let evaluation = SchoolEvaluation(try EvaluationSample.record(EvaluationSample.responses(codes)))
        let score = try evaluation.number("trust.students.score")
        #expect(score.step == 0.1)
        #expect(
            try evaluation.value("trust.students.score") == (try evaluation.value("trust.students.score") * 10)
                .rounded() / 10)
        let deviation = try evaluation.value("trust.students.score-deviation")
        let interval = try #require(
            SampleMoments(n: 60, mean: try evaluation.value("trust.students.score"), standardDeviation: deviation)?
                .meanInterval())
        #expect(try evaluation.value("trust.students.score-lower") == interval.lower)
    }

    @Test("A mean at the end of the scale would tell everybody's answer, and is told as a bound")
    func extreme() throws {
        let everybody = [UInt8](repeating: 5, count: 60)
        let codes = ["a": everybody, "b": everybody, "r": [UInt8](repeating: 1, count: 60)]
        let score = try SchoolEvaluation(try EvaluationSample.record(EvaluationSample.responses(codes)))
            .number("trust.students.score")
        #expect(score.status == .atLeast && score.value == 4.4 && score.text == "at least 4.4")
    }

    @Test("A deviation of almost nothing would tell that everybody answered alike, and the score is withheld with it")
    func constant() throws {
        let neutral = [UInt8](repeating: 3, count: 60)
        let evaluation = SchoolEvaluation(
            try EvaluationSample.record(EvaluationSample.responses(["a": neutral, "b": neutral, "r": neutral])))
        #expect(try evaluation.number("trust.students.score").status == .suppressed)
        #expect(try evaluation.number("trust.students.score-deviation").status == .suppressed)
        #expect(try evaluation.number("trust.students.alpha").status == .suppressed)
    }

    @Test("That an item never varies is withheld with its share, also where only its correlation would tell")
    func withoutVariation() throws {
        let everybody = [UInt8](repeating: 5, count: 60)
        let first = EvaluationSample.codes((1, 12), (2, 12), (3, 12), (4, 12), (5, 12))
        let second = (0..<60).map { UInt8($0 % 5 + 1) }
        func statuses(_ codes: [String: [UInt8]]) throws -> [String: ReportedNumber.Status] {
            let evaluation = SchoolEvaluation(try EvaluationSample.record(EvaluationSample.responses(codes)))
            return try Dictionary(
                uniqueKeysWithValues: codes.keys.map { ($0, try evaluation.number("\($0).students.item-rest").status) })
        }
        #expect(try statuses(["a": first, "b": second]) == ["a": .told, "b": .told])
        #expect(try Set(statuses(["a": first, "b": everybody]).values) == [.suppressed])
        // The correlations of two items are the same where the third never varies.
        #expect(try Set(statuses(["a": first, "b": everybody, "r": second]).values) == [.suppressed])
    }

    @Test(
        "That all but a few people gave all ratings the same answer is not told", arguments: [(20, true), (51, false)])
    func straightLiners(count: Int, isTold: Bool) throws {
        var dispositions = CaseDispositions(counted: 60)
        dispositions.straightLiners = count
        let responses = SurveyResponses(
            wave: "w1", group: .student, respondentCount: 60,
            codes: ["a": EvaluationSample.codes((5, 30), (1, 30))], dispositions: dispositions)
        let evaluation = SchoolEvaluation(try EvaluationSample.record(responses))
        #expect(try evaluation.number("survey.students.straight-liners").isTold == isTold)
    }

    @Test("Whether one person or nobody answered all items is not told")
    func fewComplete() throws {
        func status(complete: Int) throws -> ReportedNumber.Status {
            let gap = SurveyResponses.missing
            let codes: [String: [UInt8]] = [
                "a": (0..<60).map { $0 < 30 + complete ? UInt8($0 % 5 + 1) : gap },
                "b": (0..<60).map { $0 < 30 ? gap : UInt8($0 % 4 + 1) },
                "r": (0..<60).map { UInt8($0 % 3 + 1) },
            ]
            return try SchoolEvaluation(try EvaluationSample.record(EvaluationSample.responses(codes)))
                .number("trust.students.alpha").status
        }
        #expect(try [0, 1, 2].map { try status(complete: $0) } == [.suppressed, .suppressed, .suppressed])
    }

    @Test("The mean of favorable shares is told only where every item's share is")
    func favorable() throws {
        let half = EvaluationSample.codes((5, 30), (1, 30))
        let few = EvaluationSample.codes((5, 5), (1, 55))
        let told = SchoolEvaluation(
            try EvaluationSample.record(EvaluationSample.responses(["a": half, "b": half, "r": half])))
        #expect(try told.value("trust.students.favorable") == 50)
        let withheld = SchoolEvaluation(
            try EvaluationSample.record(EvaluationSample.responses(["a": half, "b": half, "r": few])))
        #expect(try withheld.number("trust.students.favorable").status == .suppressed)
    }
}
