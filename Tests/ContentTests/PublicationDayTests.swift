import Dates
import Testing

@Suite("Drafts and dates")
struct PublicationDayTests {
    let sample: ContentSample

    init() throws {
        let insight = ContentSample.page("summary: s\ndate: 2026-03-10")
        let issue = "---\nsubject: S\npreheader: P\ndate: 2026-03-10\nnumber: 1\n---\n"
        sample = try ContentSample([
            "insights/dated.md": insight, "insights/draft.md": insight.replacing("title", with: "draft: true\ntitle"),
            "newsletters/1.md": issue,
            "newsletters/2.md": issue.replacing("number: 1", with: "number: 2\ndraft: yes"),
        ])
    }

    func published(on day: Int, drafts: Bool = false) throws -> [String] {
        let library = try sample.library(drafts: drafts, on: CalendarDate(year: 2026, month: 3, day: day))
        return library.pages.filter { $0.collection == .insights }.map(\.slug) + library.issues.map(\.slug)
    }

    @Test("What is dated is published on its day and not before")
    func days() throws {
        #expect(try published(on: 9) == [])
        #expect(try published(on: 10) == ["dated", "1"])
        #expect(try published(on: 11) == ["dated", "1"])
    }

    @Test("Drafts are published only when they are asked for, and not before their day even then")
    func drafts() throws {
        #expect(try published(on: 10, drafts: true) == ["dated", "draft", "2", "1"])
        #expect(try published(on: 9, drafts: true) == [])
    }

    @Test("What is wrong in a draft is told all the same")
    func brokenDraft() throws {
        try expectMessages(
            ["insights/a.md": ContentSample.page("summary: s\ndraft: true\ndate: soon")],
            "Content/insights/a.md:5:7: error: \"date\" should be a date such as 2026-03-01 that the calendar has, "
                + "not the text \"soon\"")
    }
}
