import Content
import Dates
import Diagnostics
import Layouts
import Markup
import Newsletter
import Publishing
import TestSupport
import Testing

/// The issues of some content, rendered in memory, by path.
func newsletter(reading folder: String, date: String = "2026-06-01") throws -> [String: String] {
    let artifacts = try newsletterArtifacts(reading: folder, date: date)
    return try Dictionary(
        uniqueKeysWithValues: artifacts.map { artifact in
            switch try artifact.render() {
            case .text(let text): return (artifact.path.string, text)
            case .bytes(let bytes): return (artifact.path.string, String(decoding: bytes, as: UTF8.self))
            case .derived: return (artifact.path.string, "")
            }
        })
}

func newsletterArtifacts(reading folder: String, date: String = "2026-06-01") throws -> [Artifact] {
    try describedNewsletter(reading: folder, date: date).artifacts
}

func describedNewsletter(
    reading folder: String, date: String = "2026-06-01"
) throws -> (artifacts: [Artifact], warnings: DiagnosticLog) {
    let day = try #require(CalendarDate(iso8601: date))
    let (library, log) = Library.read(folder, options: ReadingOptions(date: day))
    guard let library else { throw log }
    return try Newsletter.artifacts(of: library, layouts: LayoutLibrary(folder: Repository.layouts("Newsletter")))
}

/// One issue with this text: as HTML and as plain text.
func issue(
    _ body: String, matter: String = "subject: Hello\npreheader: Inside.", files: [String: String] = [:]
) throws -> (html: String, text: String) {
    let page = SmallContent.page(matter + "\ndate: 2026-01-01\nnumber: 1", body)
    let folder = try TemporaryFolder(SmallContent.with(files.merging(["newsletters/one.md": page]) { _, new in new }))
    let texts = try newsletter(reading: folder.path)
    return (try #require(texts["one/one.html"]), try #require(texts["one/one.txt"]))
}

extension MarkupTree {
    /// An attribute of each element that an expression selects; empty where an element lacks it.
    func attributes(_ name: String, of expression: String) throws -> [String] {
        try xpath(expression).map { $0[attribute: name] ?? "" }
    }
}
