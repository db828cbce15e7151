import Dates
import Markup
import TestSupport
import Testing

@testable import Content

@Suite("The change log of a booklet")
struct ChangeLogTests {
    private static let site = "booklets: {change-log: true, signature-page: true}\n"

    /// The files of a school of which a first version was delivered before it had counts.
    private func delivered() throws -> [String: String] {
        let content = ["schools/oak/school.yaml": smallSchool, "site.yaml": SmallContent.site + Self.site]
        let folder = try TemporaryFolder(SmallContent.with(content))
        let day = try #require(CalendarDate(iso8601: "2026-06-01"))
        let (library, log) = Library.read(folder.path, options: ReadingOptions(date: day, jobs: 1))
        let school = try #require(library?.schools.first, "\(log)")
        let snapshot = String(decoding: try school.snapshot.json(), as: UTF8.self)
        let digests = [String(repeating: "a", count: 64), SHA256Digest.hex(of: Array(snapshot.utf8))]
        return [
            "deliveries.csv": Delivery.columns.joined(separator: ",")
                + "\n1,2026-01-05,the principal,oak-v1.zip,\(digests.joined(separator: ","))\n",
            "deliveries/1.json": snapshot, "measures.csv": "period,measure,count\n2024-2025,trainings,3\n",
        ]
    }

    @Test("It and the page to sign are in the contents, by their headings and after the last chapter")
    func contents() throws {
        let tree = try booklet(delivered(), site: Self.site)
        #expect(try tree.sections().suffix(2) == ["Versions", "Signatures"])
        #expect(try tree.attributes("href", of: "//nav//a").suffix(2) == ["#Versions", "#Signatures"])
        #expect(try tree.texts("//nav//a") == tree.texts("//main/section/h2"))
        #expect(
            try tree.rows(ofTable: "Earlier versions of this booklet") == [["1", "January 5, 2026", "the principal"]])
    }

    @Test("Of a first version, and where the practice wants none, there is none, in the contents neither")
    func none() throws {
        let first = try booklet([:], site: Self.site)
        #expect(try first.attributes("href", of: "//nav//a").last == "#Signatures")
        for tree in [first, try booklet(delivered())] { #expect(try !tree.sections().contains("Versions")) }
    }
}
