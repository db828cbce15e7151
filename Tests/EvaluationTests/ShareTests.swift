import Testing

@testable import Evaluation

@Suite("Favorable shares that are told")
struct ShareTests {
    @Test("With many on both sides everything is told, with Wilson's interval")
    func everything() throws {
        let share = try #require(
            try EvaluationSample.share(EvaluationSample.codes((5, 30), (4, 30), (3, 20), (1, 20))).shown)
        #expect(share.n == .exactly(100))
        #expect(share.favorable == .exactly(count: 60, of: 100) && share.favorable.text == "60 %")
        #expect(share.neutral.shown?.value == 20 && share.unfavorable.shown?.value == 20)
        // R: prop.test(60, 100, correct = FALSE)$conf.int
        let interval = try #require(share.interval)
        #expect(abs(interval.lower - 0.5020025867910618) < 1e-12 && abs(interval.upper - 0.6905987135675411) < 1e-12)
    }

    @Test("The interval of a group whose size is known is corrected for it, and there is none where all answered")
    func population() throws {
        let codes = EvaluationSample.codes((5, 60), (1, 40))
        let half = try #require(try EvaluationSample.share(codes, invited: 200).shown?.interval)
        let all = try #require(try EvaluationSample.share(codes, invited: 100).shown)
        let unknown = try #require(try EvaluationSample.share(codes).shown?.interval)
        #expect(half.width < unknown.width && all.interval == nil && all.favorable == .exactly(count: 60, of: 100))
        #expect(try EvaluationSample.share(codes, invited: 99).shown?.interval == unknown)
    }

    @Test(
        "Where few are on one side, only a bound is told, the same whoever and however many they are", arguments: 0..<10
    )
    func bounds(few: Int) throws {
        let low = try #require(try EvaluationSample.share(EvaluationSample.codes((5, few), (1, 60 - few))).shown)
        #expect(low.favorable == .atMost(15) && low.interval == nil && low.unfavorable == .suppressed)
        let high = try #require(try EvaluationSample.share(EvaluationSample.codes((1, few), (5, 60 - few))).shown)
        #expect(high.favorable == .atLeast(85) && high.favorable.text == "at least 85 %")
    }

    @Test("Of eighteen students nothing is told, of nine nothing either, of nobody that nobody answered")
    func small() throws {
        for count in [1, 9, 10, 18] {
            #expect(try EvaluationSample.share(EvaluationSample.codes((5, count))) == .suppressed)
        }
        #expect(try EvaluationSample.share([]) == .noAnswers)
        #expect(try EvaluationSample.share(EvaluationSample.codes((255, 40))) == .noAnswers)
        #expect(try EvaluationSample.share(EvaluationSample.codes((255, 40), (5, 9))) == .suppressed)
    }

    @Test("Neutral and unfavorable answers are withheld together where one of them is few")
    func neutral() throws {
        let share = try #require(try EvaluationSample.share(EvaluationSample.codes((5, 40), (3, 55), (1, 5))).shown)
        #expect(share.favorable == .exactly(count: 40, of: 100))
        #expect(share.neutral == .suppressed && share.unfavorable == .suppressed)
    }

    @Test("Where few gave no answer, their number is not told: the share is rounded and n is a range")
    func fewMissing() throws {
        let students = try #require(
            try EvaluationSample.share(EvaluationSample.codes((5, 300), (1, 297), (255, 3))).shown)
        #expect(students.n == .between(591, 599))
        #expect(students.favorable == .rounded(50, step: 1) && students.favorable.text == "50 %")
        let teachers = try #require(
            try EvaluationSample.share(EvaluationSample.codes((5, 20), (1, 18), (253, 2)), of: .teacher).shown)
        #expect(teachers.n == .between(36, 39))
        #expect(teachers.favorable == .rounded(55, step: 5) && teachers.favorable.text == "about 55 %")
    }

    @Test("Staff are protected from five on, students from ten")
    func staff() throws {
        let codes = EvaluationSample.codes((5, 5), (1, 5))
        #expect(try EvaluationSample.share(codes, of: .teacher).shown?.favorable == .exactly(count: 5, of: 10))
        #expect(try EvaluationSample.share(codes) == .suppressed)
    }

    /// Every table of answers to a scale of two points and no answer, by what is told of it: whoever knows the rule knows only
    /// that the true one is among those that are told alike.
    @Test("From what is told of a group, no count of one to nine can be narrowed down", arguments: [(5, 36), (10, 44)])
    func indistinguishable(threshold: Int, most: Int) {
        let rule = Protection(threshold: threshold)
        for respondents in threshold...most {
            var tables: [String: [(favorable: Int, rest: Int, none: Int)]] = [:]
            for none in 0...respondents {
                for favorable in 0...(respondents - none) {
                    let rest = respondents - none - favorable
                    let tally = RatingTally(
                        .init(
                            scale: .init(points: [
                                .init(code: 0, label: "No", valence: .unfavorable),
                                .init(code: 1, label: "Yes", valence: .favorable),
                            ]), isReversed: false),
                        codes: EvaluationSample.codes((1, favorable), (0, rest), (255, none)))
                    let told = ShareOfRespondents(protection: rule, respondents: respondents, population: nil)
                        .release(tally, hasNeutral: false)
                    tables["\(told)", default: []].append((favorable, rest, none))
                }
            }
            for alike in tables.values {
                for counts in [alike.map(\.favorable), alike.map(\.rest), alike.map(\.none)] {
                    guard let low = counts.min(), let high = counts.max(), counts.contains(where: rule.isSmall) else {
                        continue
                    }
                    // That a count is small may be told; which small count it is may not.
                    #expect(high - low >= threshold - 2, "\(respondents) took part: \(low) to \(high)")
                }
            }
        }
    }
}
