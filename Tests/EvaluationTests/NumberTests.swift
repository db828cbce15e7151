import Testing

@testable import Evaluation

@Suite("Numbers by name")
struct NumberTests {
    private func evaluation(isProtected: Bool = true) throws -> SchoolEvaluation {
        let half = EvaluationSample.codes((5, 20), (4, 20), (3, 20), (2, 20), (1, 20))
        var record = try EvaluationSample.record(
            EvaluationSample.responses(
                wave: "w1", ["a": half, "b": half, "r": half, "role": EvaluationSample.codes((0, 50), (1, 50))]),
            EvaluationSample.responses(wave: "w2", ["a": half, "b": half, "r": half]),
            EvaluationSample.responses(.teacher, wave: "w2", ["a": EvaluationSample.codes((5, 4))]),
            waves: [EvaluationSample.wave("w1", "2024-10-07"), EvaluationSample.wave("w2", "2025-10-06")])
        record.measures = [
            MeasureCount(period: try #require(SchoolYear("2024-2025")), measure: .studentArrests, count: 12)
        ]
        record.plan = StrategicPlan(challenges: [], opportunities: [], goals: [], revisions: [])
        record.date = try EvaluationSample.day("2025-11-01")
        return SchoolEvaluation(record, isProtected: isProtected)
    }

    @Test("Every number has a name of its own")
    func unique() throws {
        for isProtected in [true, false] {
            let names = try evaluation(isProtected: isProtected).numbers.numbers.map(\.name)
            #expect(Set(names).count == names.count)
        }
    }

    @Test("The topics of a table are all its numbers in order, and names of one topic differ in the statistic alone")
    func topics() throws {
        let table = try evaluation().numbers
        #expect(table.topics.flatMap { $0 } == table.numbers)
        for topic in table.topics {
            let first = try #require(topic.first)
            for number in topic {
                let part = number.part.map { "-\($0)" } ?? ""
                #expect(number.name == first.nameBeginning + number.statistic.rawValue + part + first.nameEnding)
            }
        }
    }

    @Test("An index of some names finds what the index of all finds")
    func quotedAlone() throws {
        let table = try evaluation().numbers
        let all = NumberIndex(table)
        for name in all.names + ["measures.arrests.count", "nothing", ""] {
            #expect(NumberIndex(table, quoted: [name])[name] == all[name])
        }
    }

    @Test("A latest number that is withheld is not replaced by an earlier one, which would pass for it")
    func latestWithheld() throws {
        let record = try EvaluationSample.record(
            EvaluationSample.responses(wave: "w1", ["a": EvaluationSample.codes((5, 50), (1, 50))]),
            EvaluationSample.responses(wave: "w2", ["a": EvaluationSample.codes((5, 5))]),
            waves: [EvaluationSample.wave("w1", "2024-10-07"), EvaluationSample.wave("w2", "2025-10-06")])
        let evaluation = SchoolEvaluation(record)
        #expect(try evaluation.number("a.students.favorable").status == .suppressed)
        #expect(try evaluation.number("a.students.favorable.w1").isTold)
    }

    @Test("Without a wave or a year the latest that was asked is meant")
    func latest() throws {
        let evaluation = try evaluation()
        #expect(try evaluation.number("a.students.favorable").period == "w2")
        #expect(try evaluation.number("role.students.option-count-1").period == "w1")
        #expect(try evaluation.number("a.students.favorable.w1").period == "w1")
        #expect(try evaluation.value("measures.arrests.count") == 12)
        #expect(try evaluation.value("plan.steps") == 0)
    }

    @Test("Every statistic says what it means, and each unit is used")
    func dictionary() {
        #expect(Statistic.allCases.allSatisfy { $0.meaning.hasSuffix(".") && $0.meaning.count > 10 })
    }

    @Test("A number is told only where its status says so")
    func statuses() throws {
        for number in try evaluation().numbers.numbers {
            let isTold = [.told, .atMost, .atLeast].contains(number.status)
            #expect((number.value != nil) == isTold, "\(number.name)")
            #expect((number.text != nil) == isTold, "\(number.name)")
        }
    }

    @Test(
        "Numbers are written as US readers write them",
        arguments: [
            (1450, 0, "1,450"), (-1234.5, 1, "−1,234.5"), (0.005, 2, "0.01"), (-0.001, 2, "0.00"), (0.5, 0, "1"),
            (999_999.996, 2, "1,000,000.00"), (.infinity, 1, "beyond all bounds"), (.nan, 1, "none"), (0, 3, "0.000"),
        ] as [(Double, Int, String)])
    func decimals(value: Double, places: Int, text: String) {
        #expect(DecimalText(value).decimals(places) == text)
    }

    @Test("A quoted number reads as part of a sentence")
    func quoted() throws {
        func text(_ value: Double, _ unit: Statistic.Unit, _ status: ReportedNumber.Status = .told, step: Double? = nil)
            -> String?
        {
            ReportedNumber(
                section: .item, subject: "a", group: "students", period: "w", statistic: .favorable, unit: unit,
                status: status, value: value, step: step
            ).text
        }
        #expect(text(67.6, .percent) == "68 %")
        #expect(text(65, .percent, step: 5) == "about 65 %")
        #expect(text(12, .percent, .atMost) == "at most 12 %")
        #expect(text(5.2, .percentagePoints) == "+5 percentage points")
        #expect(text(-0.2, .percentagePoints) == "0 percentage points")
        #expect(text(-7, .countDifference) == "−7")
        #expect(text(0.0004, .probability) == "less than 0.001")
        #expect(text(3.4, .scale, step: 0.1) == "3.4")
    }
}
