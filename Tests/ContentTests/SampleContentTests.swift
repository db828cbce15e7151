import Dates
import Foundation
import Testing

@testable import Content

@Suite("The content that comes with Prowess")
struct SampleContentTests {
    @Test("The repository's own Content/ reads without any diagnostic")
    func ownContent() throws {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let day = try #require(CalendarDate(year: 2026, month: 6, day: 1))
        let (library, log) = Library.read(root.path + "/Content", options: ReadingOptions(date: day, jobs: 4))
        #expect(log.text == "")
        let read = try #require(library)
        let schools = ["cedar-hollow-high", "juniper-flat", "linden-middle", "meridian-campus"]
        #expect(read.schools.map(\.slug) == schools)
        #expect(read.schools.allSatisfy { !$0.evaluation.surveys.ratings.isEmpty })
        #expect(read.issues.map(\.number) == [8, 7])
        #expect(read.currentNotice?.id == "newsletter-2025-11")
    }

    @Test("The smallest content reads without any diagnostic, with or without a slash after its name")
    func smallest() throws {
        let sample = try ContentSample()
        #expect(sample.text() == "")
        let day = try #require(CalendarDate(year: 2026, month: 6, day: 1))
        let (library, _) = Library.read(sample.path + "/", options: ReadingOptions(date: day))
        #expect(library?.pages.first?.path == sample.path + "/pages/about.md")
    }
}
