import Audit
import TestSupport
import Testing

@testable import Evaluation

@Suite("What holds of any school")
struct PropertyTests {
    @Test("The order of respondents and of groups changes no number", arguments: 0..<10 as Range<UInt64>)
    func permutation(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let record = try RandomSchool.record(using: &random)
        var shuffled = record
        shuffled.responses = record.responses.shuffled(using: &random).map { responses in
            let order = (0..<responses.respondentCount).shuffled(using: &random)
            return SurveyResponses(
                wave: responses.wave, group: responses.group, respondentCount: responses.respondentCount,
                codes: responses.codes.mapValues { codes in order.map { codes[$0] } })
        }
        for isProtected in [true, false] {
            #expect(
                SchoolEvaluation(shuffled, isProtected: isProtected).numbers
                    == SchoolEvaluation(record, isProtected: isProtected).numbers)
        }
    }

    @Test("Those to whom a question doesn't apply change no share, mean or score", arguments: 0..<10 as Range<UInt64>)
    func notApplicable(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let record = try RandomSchool.record(using: &random)
        var more = record
        more.responses = record.responses.map { responses in
            // More officers would be another group to report.
            guard responses.group == .student || responses.group == .teacher else { return responses }
            return SurveyResponses(
                wave: responses.wave, group: responses.group, respondentCount: responses.respondentCount + 7,
                codes: responses.codes.mapValues { $0 + [UInt8](repeating: SurveyResponses.notApplicable, count: 7) })
        }
        let before = NumberIndex(SchoolEvaluation(record, isProtected: false).numbers)
        let after = NumberIndex(SchoolEvaluation(more, isProtected: false).numbers)
        let unaffected: Set<Statistic> = [
            .n, .favorable, .neutral, .unfavorable, .mean, .standardDeviation, .score, .alpha,
        ]
        for name in before.names {
            guard let number = before[name], unaffected.contains(number.statistic) else { continue }
            #expect(after[name]?.value == number.value, "\(name)")
        }
    }

    @Test("Shares lie between 0 and 100 and inside their intervals", arguments: 0..<20 as Range<UInt64>)
    func intervals(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let evaluation = SchoolEvaluation(try RandomSchool.record(using: &random))
        for result in evaluation.surveys.ratings {
            guard let share = result.share.shown else { continue }
            #expect((0...100).contains(share.favorable.value))
            guard let interval = share.interval, !share.favorable.isBound else { continue }
            #expect(interval.lower >= 0 && interval.upper <= 1)
            // A share that is told in steps may be half a step beside the whole counts that its interval rests on.
            let slack = if case .rounded = share.favorable { 0.5 / Double(share.n.least) + 1e-9 } else { 1e-9 }
            #expect(interval.lower - slack <= share.favorable.value / 100)
            #expect(share.favorable.value / 100 <= interval.upper + slack)
        }
    }

    @Test(
        "Of a thousand random schools no withheld count can be found from what is told",
        arguments: 0..<20 as Range<UInt64>)
    func attack(block: UInt64) throws {
        for seed in block * 50..<(block + 1) * 50 {
            var random = SeededGenerator(seed: 1000 + seed)
            let record = try RandomSchool.record(using: &random)
            let leaks = RandomSchool.leaks(record, told: SchoolEvaluation(record).numbers.numbers)
            #expect(leaks.isEmpty, "school \(seed): \(leaks.map(\.name).prefix(3))")
        }
    }

    @Test("The attack finds a small count that was let through, whichever it is", arguments: 0..<40 as Range<UInt64>)
    func planted(seed: UInt64) throws {
        var random = SeededGenerator(seed: 5000 + seed)
        let record = try RandomSchool.record(using: &random)
        let truth = NumberIndex(SchoolEvaluation(record, isProtected: false).numbers)
        var told = SchoolEvaluation(record).numbers.numbers
        let small = told.indices.filter { place in
            guard told[place].status == .suppressed, let value = truth[told[place].name]?.value else { return false }
            let isMissing = told[place].statistic == .missing
            // A count that is large enough by itself is withheld only because it would give another away.
            let threshold =
                isMissing ? min(record.rule.staff, record.rule.studentsAndFamilies) : record.rule.studentsAndFamilies
            return (isMissing || told[place].statistic == .count) && (1..<Double(threshold)).contains(value)
        }
        guard let place = small.randomElement(using: &random) else { return }
        told[place] = told[place].told(truth)
        #expect(!RandomSchool.leaks(record, told: told).isEmpty, "\(told[place].name)")
    }

    @Test("Were only small counts withheld, the attack would find them", arguments: 0..<40 as Range<UInt64>)
    func primaryOnly(seed: UInt64) throws {
        var random = SeededGenerator(seed: 7000 + seed)
        let record = try RandomSchool.record(using: &random)
        let truth = NumberIndex(SchoolEvaluation(record, isProtected: false).numbers)
        let told = SchoolEvaluation(record).numbers.numbers
        let complementary = told.indices.filter { place in
            guard told[place].status == .suppressed, told[place].statistic == .count,
                let value = truth[told[place].name]?.value
            else { return false }
            return value >= Double(record.rule.studentsAndFamilies)
        }
        guard !complementary.isEmpty else { return }
        var careless = told
        for place in complementary { careless[place] = careless[place].told(truth) }
        #expect(!RandomSchool.leaks(record, told: careless).isEmpty)
    }
}

extension ReportedNumber {
    /// The number as it would be told if nothing were withheld.
    fileprivate func told(_ truth: NumberIndex) -> ReportedNumber {
        ReportedNumber(
            section: section, subject: subject, group: group, period: period, statistic: statistic, unit: unit,
            status: .told, value: truth[name]?.value)
    }
}
