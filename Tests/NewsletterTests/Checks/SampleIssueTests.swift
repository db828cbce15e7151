import Content
import Dates
import Diagnostics
import Foundation
import MailTools
import TestSupport
import Testing

@testable import Newsletter

@Suite("The sample's issues, checked")
struct SampleIssueTests {
    @Test("They have nothing wrong")
    func sample() throws {
        let texts = try newsletter(reading: Repository.content)
        let day = try #require(CalendarDate(iso8601: "2026-06-01"))
        let library = try #require(Library.read(Repository.content, options: ReadingOptions(date: day)).library)
        for issue in library.issues {
            let source = SourceFile(
                path: issue.path, bytes: Array(try Data(contentsOf: URL(fileURLWithPath: issue.path))))
            let checked = CheckedIssue(
                source: source, subject: issue.subject, preheader: issue.preheader,
                html: try #require(texts["\(issue.slug)/\(issue.slug).html"]),
                text: try #require(texts["\(issue.slug)/\(issue.slug).txt"]), site: library.site, folder: "Content",
                layouts: "Layouts/Newsletter")
            #expect(DiagnosticLog(checked.diagnostics()).text == "")
        }
    }
}
