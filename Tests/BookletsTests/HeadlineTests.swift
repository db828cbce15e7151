import Markup
import TestSupport
import Testing

@Suite("The headline of a domain")
struct HeadlineTests {
    private func headline(_ school: SurveyedSchool) throws -> String {
        try school.booklet().text("//section[@class='domain']/p[@class='headline']")
    }

    @Test(
        "Of two surveys it says who sees the domain better, worse and about the same",
        arguments: [
            ("b", "Students see trust better than at first."), ("w", "Students see trust worse than at first."),
            ("s", "Students see trust about the same as at first."),
            ("bw", "Students see trust better than at first, parents worse."),
            ("wb", "Parents see trust better than at first, students worse."),
            ("bs", "Students see trust better than at first, parents about the same."),
            ("ws", "Students see trust worse than at first, parents about the same."),
            ("bws", "Students see trust better than at first, parents worse, and teachers about the same."),
            ("swb", "Teachers see trust better than at first, parents worse, and students about the same."),
            ("bbb", "Students, parents and teachers see trust better than at first."),
            ("sbb", "Parents and teachers see trust better than at first, students about the same."),
            ("sss", "Students, parents and teachers see trust about the same as at first."),
        ])
    func changes(cases: String, headline: String) throws {
        let shares = ["b": [30, 70], "w": [70, 30], "s": [50, 50]]
        let groups = zip(["student", "parent", "teacher"], cases.map(String.init))
        let school = SurveyedSchool(
            shares: Dictionary(uniqueKeysWithValues: groups.map { ($0, shares[$1] ?? []) }), waves: 2)
        #expect(try self.headline(school) == headline)
    }

    @Test("Of one survey it says where the groups stand: one, alike, and apart")
    func levels() throws {
        #expect(
            try headline(SurveyedSchool(shares: ["student": [60]]))
                == "Among students, 60% of the answers about trust are favorable.")
        #expect(
            try headline(SurveyedSchool(shares: ["student": [60], "parent": [63]]))
                == "Students and parents see trust alike, with 60% to 63% favorable answers.")
        #expect(
            try headline(SurveyedSchool(shares: ["student": [60], "parent": [60]]))
                == "Students and parents see trust alike, with 60% favorable answers in each group.")
        #expect(
            try headline(SurveyedSchool(shares: ["student": [60], "parent": [40], "teacher": [50]]))
                == "On trust, answers are favorable from 40% among parents to 60% among students.")
    }

    @Test("Where shares are withheld it tells the scores, and of a second survey that is withheld it claims no change")
    func scores() throws {
        #expect(
            try headline(SurveyedSchool(shares: ["student": [99]]))
                == "The mean score of trust is at least 1.9 among students, on a scale of 1 to 2.")
        #expect(
            try headline(SurveyedSchool(shares: ["student": [50, 100]], waves: 2))
                == "The mean score of trust is at least 1.9 among students, on a scale of 1 to 2.")
        #expect(
            try headline(SurveyedSchool(shares: ["student": [99], "parent": [1]]))
                == "The mean scores of trust are at least 1.9 among students and at most 1.1 among parents, on a scale of 1 to 2."
        )
    }

    @Test("Where neither shares nor scores can be told it says so")
    func withheld() throws {
        #expect(
            try headline(SurveyedSchool(shares: ["student": [0]], counts: ["student": 19]))
                == "Too little can be told of trust without pointing at a few people.")
    }

    @Test("A title that begins with an abbreviation keeps its letters within a sentence")
    func abbreviation() throws {
        let school = SurveyedSchool(shares: ["student": [60]], domain: "SRO program")
        #expect(try headline(school) == "Among students, 60% of the answers about SRO program are favorable.")
    }
}
