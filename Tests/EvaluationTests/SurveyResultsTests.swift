import Testing

@testable import Evaluation

@Suite("Survey results")
struct SurveyResultsTests {
    @Test(
        "A share is rounded half up to a whole percent",
        arguments: [
            (1, 8, 13), (3, 8, 38), (1, 200, 1), (1, 201, 0), (2, 3, 67), (1, 3, 33), (0, 10, 0), (10, 10, 100),
        ])
    func rounding(favorable: Int, count: Int, percent: Int) {
        #expect(FavorableShare(favorable: favorable, count: count).percent == percent)
    }

    @Test("Favorable answers of a reversed item are those that mirror the scale's favorable ones")
    func reversed() throws {
        let sample = try SurveySample()
        let answers: [(UInt8, UInt8)] = (0..<20).map { ($0 < 5 ? 5 : 3, $0 < 8 ? 1 : ($0 < 9 ? 3 : 4)) }
        let results = sample.results([sample.students(answers)])
        #expect(
            results.result(wave: "w", group: .student, item: "plain") == .value(FavorableShare(favorable: 5, count: 20))
        )
        #expect(
            results.result(wave: "w", group: .student, item: "reversed")
                == .value(FavorableShare(favorable: 8, count: 20)))
    }

    @Test("Codes need not follow one another, nor begin at 1")
    func codes() {
        let scale = ResponseScale(points: [
            .init(code: 0, label: "no", isFavorable: false), .init(code: 7, label: "so", isFavorable: false),
            .init(code: 250, label: "yes", isFavorable: true),
        ])
        #expect(scale.favorableCodes(isReversed: false) == [250])
        #expect(scale.favorableCodes(isReversed: true) == [0])
    }

    @Test("Nine people are withheld and ten are shown, with their response rate")
    func minimum() throws {
        let sample = try SurveySample(invited: [.student: 40])
        let nine = try #require(sample.participation(9))
        #expect(nine.answered == .suppressed && nine.responseRate == .suppressed)
        let ten = try #require(sample.participation(10))
        #expect(ten.answered == .value(10) && ten.responseRate == .value(25))
    }

    @Test("A group that nobody answered for and one that was not asked are two things")
    func nobody() throws {
        let sample = try SurveySample(invited: [.student: 40])
        #expect(sample.participation(0)?.answered == .noAnswers)
        #expect(sample.participation(0)?.responseRate == .noAnswers)
        #expect(sample.participation(nil)?.answered == .notAsked)
        let results = sample.results([sample.students([])])
        #expect(results.result(wave: "w", group: .student, item: "plain") == .noAnswers)
        #expect(results.result(wave: "w", group: .teacher, item: "plain") == .notAsked)
        #expect(results.result(wave: "later", group: .student, item: "plain") == .notAsked)
    }

    @Test("No response rate is told without a number of invited people", arguments: [nil, 0])
    func noRate(invited: Int?) throws {
        #expect(try SurveySample(invited: invited.map { [.student: $0] } ?? [:]).participation(12)?.responseRate == nil)
    }

    @Test("An item that fewer of a shown group answered is withheld by itself")
    func item() throws {
        let sample = try SurveySample()
        let answers: [(UInt8, UInt8)] = (0..<30).map { (4, $0 < 9 ? 2 : SurveyResponses.missing) }
        let results = sample.results([sample.students(answers)])
        #expect(results.result(wave: "w", group: .student, item: "plain").shown?.count == 30)
        #expect(results.result(wave: "w", group: .student, item: "reversed") == .suppressed)
    }

    @Test("An item is not asked of a group that its questionnaire leaves out")
    func otherGroup() throws {
        let sample = try SurveySample()
        let results = sample.results([sample.students(Array(repeating: (4, 4), count: 12))])
        #expect(results.result(wave: "w", group: .student, item: "teachers") == .notAsked)
        #expect(results.shownGroups == [.student])
    }

    @Test("A group of nine has no result for any item, whatever they answered")
    func smallGroup() throws {
        let sample = try SurveySample()
        let results = sample.results([sample.students(Array(repeating: (5, 1), count: 9))])
        #expect(results.shownGroups.isEmpty)
        for item in ["plain", "reversed"] {
            #expect(results.result(wave: "w", group: .student, item: item) == .suppressed)
        }
    }
}
