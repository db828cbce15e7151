import TestSupport
import Testing

@testable import Evaluation

@Suite("What changed since the last booklet")
struct BookletChangesTests {
    private func number(
        _ section: ReportedNumber.Section, _ statistic: Statistic, _ value: Double?,
        _ status: ReportedNumber.Status = .told, period: String = "w1"
    ) -> ReportedNumber {
        ReportedNumber(
            section: section, subject: "trust", group: "students", period: period, statistic: statistic,
            unit: statistic.unit, status: status, value: value)
    }

    private func snapshot(
        _ numbers: [ReportedNumber] = [], _ sections: [BookletSnapshot.Section: [BookletSnapshot.Entry]] = [:],
        steps: [BookletSnapshot.Step] = []
    ) -> BookletSnapshot {
        BookletSnapshot(numbers: numbers, sections: sections, steps: steps)
    }

    private func step(
        _ id: String, owner: String = "Principal", due: String = "2026-01-30",
        _ status: StrategicPlan.Status = .notStarted
    ) throws -> BookletSnapshot.Step {
        let due = try EvaluationSample.day(due)
        return .init(.init(id: id, title: "Step \(id)", owner: owner, due: due, status: status), objective: "o")
    }

    @Test("Schools of any kind differ in nothing from themselves, and read back as they were written")
    func same() throws {
        var random = SeededGenerator(seed: 4)
        for _ in 0..<20 {
            let evaluation = SchoolEvaluation(try RandomSchool.record(using: &random))
            let told = snapshot(evaluation.numbers.numbers)
            #expect(BookletChanges(from: told, to: told).isEmpty)
            let json = try told.json()
            let read = try BookletSnapshot(json: json)
            #expect(read == told)
            #expect(try read.json() == json)
            #expect(BookletChanges(from: snapshot(), to: told).isEmpty == !told.numbers.contains(where: \.isTold))
        }
    }

    @Test("A domain's share is new where it is told for the first time, withdrawn where it is not told any more")
    func domains() {
        let earlier = snapshot([
            number(.domain, .favorable, 60), number(.domain, .score, 3.5, period: "w0"),
            number(.domain, .favorable, nil, .suppressed, period: "w2"), number(.domain, .alpha, 0.8),
        ])
        let later = snapshot([
            number(.domain, .favorable, 65), number(.domain, .score, nil, .suppressed, period: "w0"),
            number(.domain, .favorable, 70, period: "w2"), number(.domain, .favorable, nil, .notAsked, period: "w3"),
            number(.domain, .alpha, 0.9),
        ])
        let changes = BookletChanges(from: earlier, to: later)
        #expect(changes.domains.map(\.kind) == [.changed, .withdrawn, .new])
        #expect(changes.domains.first?.before?.value == 60 && changes.domains.first?.after?.value == 65)
        #expect(changes.otherNumbers == 1 && changes.measures.isEmpty && changes.steps.isEmpty)
    }

    @Test("The same value as a bound is another number")
    func bounds() {
        let changes = BookletChanges(
            from: snapshot([number(.domain, .favorable, 15)]),
            to: snapshot([number(.domain, .favorable, 15, .atMost)]))
        #expect(changes.domains.map(\.kind) == [.changed])
    }

    @Test("A count is newly counted or corrected; its rate is one of the other numbers")
    func measures() {
        let changes = BookletChanges(
            from: snapshot([number(.measure, .count, 12, period: "2023-2024")]),
            to: snapshot([
                number(.measure, .count, 13, period: "2023-2024"), number(.measure, .count, 20, period: "2024-2025"),
                number(.measure, .ratePer100, 2, period: "2024-2025"),
            ]))
        #expect(changes.measures.map(\.kind) == [.changed, .new] && changes.otherNumbers == 1)
    }

    @Test("Steps are added, removed, and told with another status, due date or owner")
    func steps() throws {
        let earlier = snapshot(steps: [try step("a"), try step("b"), try step("c"), try step("d"), try step("e")])
        let later = snapshot(steps: [
            try step("f"), try step("a", .done), try step("b", due: "2026-05-01"), try step("c", owner: "Counselor"),
            try step("e"),
        ])
        let changes = BookletChanges(from: earlier, to: later).steps
        #expect(changes.added.map(\.id) == ["f"] && changes.removed.map(\.id) == ["d"])
        #expect(changes.changed.map(\.after.id) == ["a", "b", "c"])
        #expect(changes.newStatus.map(\.after.id) == ["a"] && changes.newStatus.first?.before.status == .notStarted)
        #expect(changes.newDueDate.map(\.after.id) == ["b"] && changes.newOwner.map(\.after.id) == ["c"])
    }

    @Test("In words: what is new, what is gone, and lines of communication with another status")
    func sections() {
        let earlier = snapshot(
            [],
            [
                .policies: [
                    .init(id: "Code", title: "Code"), .init(id: "Report", title: "Report", detail: "No field."),
                ],
                .communicationLines: [
                    .init(id: "rumor", title: "Rumor", state: "partial"),
                    .init(id: "ended", title: "How it ended", state: "missing", detail: "phone"),
                ],
            ])
        let later = snapshot(
            [],
            [
                .policies: [
                    .init(id: "Report", title: "Report", detail: "A field."), .init(id: "Rounds", title: "Rounds"),
                ],
                .communicationLines: [
                    .init(id: "rumor", title: "Rumor", state: "in-place"),
                    .init(id: "ended", title: "How it ended", state: "missing", detail: "letter"),
                ],
                .revisions: [.init(id: "2026-01-01", title: "Moved up")],
            ])
        let changes = BookletChanges(from: earlier, to: later)
        #expect(changes[.policies].added.map(\.id) == ["Rounds"] && changes[.policies].removed.map(\.id) == ["Code"])
        #expect(changes[.policies].changed.map(\.after.detail) == ["A field."])
        #expect(changes[.communicationLines].changed.count == 2)
        #expect(changes[.communicationLines].newStates.map(\.after.id) == ["rumor"])
        #expect(changes[.revisions].added.count == 1 && changes[.challenges].isEmpty && !changes.isEmpty)
    }

    @Test("Two entries of one id are told apart by their place")
    func distinct() {
        let line = BookletSnapshot.Entry(id: "Rumor", title: "Rumor")
        let twice = snapshot([], [.communicationLines: [line, line]])
        #expect(twice[.communicationLines].map(\.id) == ["Rumor", "Rumor (2)"])
        let once = snapshot([], [.communicationLines: [line]])
        #expect(BookletChanges(from: once, to: twice)[.communicationLines].added.count == 1)
    }

    @Test("A number of a kind that is unknown is left out; what is no snapshot can't be read")
    func unknown() throws {
        let row = #""domain\ttrust\tstudents\tw1\tfavorable\t\tpercent\ttold\t60.0\t""#
        let other = row.replacing("favorable", with: "charm")
        let json = #"{"numbers":[\#(row),\#(other)],"sections":{},"steps":[]}"#
        #expect(try BookletSnapshot(json: Array(json.utf8)) == snapshot([number(.domain, .favorable, 60)]))
        for damaged in [
            "", "{}", "[]", json.replacing("60", with: "x"), json.replacing("60.0\\t", with: "60.0"),
            String(json.dropLast()),
        ] {
            #expect(throws: DecodingError.self) { try BookletSnapshot(json: Array(damaged.utf8)) }
        }
    }
}
