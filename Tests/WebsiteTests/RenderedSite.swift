import Content
import Dates
import Diagnostics
import Layouts
import Markup
import Publishing
import TestSupport
import Testing
import Website

/// A site rendered in memory.
struct RenderedSite: Sendable {
    /// What every artifact holds, by path; files that are not text are lossy.
    let texts: [String: String]
    let artifacts: [Artifact]

    /// The site of the repository's sample content, made once for all tests.
    static func sample() throws -> RenderedSite { try sampleResult.get() }

    private static let sampleResult = Result { try RenderedSite(reading: Repository.content) }

    /// The site of a folder as it is on a day.
    init(
        reading folder: String, date: String = "2026-06-01", jobs: Int = 2,
        layouts: String = Repository.layouts("Site")
    ) throws {
        let day = try #require(CalendarDate(iso8601: date))
        let (library, log) = Library.read(folder, options: ReadingOptions(date: day, jobs: jobs))
        guard let library else { throw log }
        artifacts = try Website.artifacts(
            of: library, layouts: LayoutLibrary(folder: layouts), jobs: jobs)
        var texts: [String: String] = [:]
        for artifact in artifacts {
            texts[artifact.path.string] =
                switch try artifact.render() {
                case .text(let text): text
                case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
                case .derived(let key, _): key
                }
        }
        self.texts = texts
    }

    /// The site of the least content and these files.
    init(_ files: [String: String], date: String = "2026-06-01") throws {
        let folder = try TemporaryFolder(SmallContent.with(files))
        try self.init(reading: folder.path, date: date)
    }

    /// The pages, parsed, by path.
    func pages() throws -> [(path: String, tree: MarkupTree)] {
        try texts.keys.filter { $0.hasSuffix(".html") }.sorted().map { ($0, try page($0)) }
    }

    /// One page, parsed.
    func page(_ path: String) throws -> MarkupTree { try MarkupTree.parseHTML(text(path)) }

    func text(_ path: String) throws -> String { try #require(texts[path], "there is no \(path)") }

    /// The URL that a page is found at.
    static func url(of path: String) -> String {
        "/" + (path.hasSuffix("index.html") ? String(path.dropLast("index.html".count)) : path)
    }
}

extension MarkupTree {
    /// The text of each element that an expression selects.
    func texts(_ expression: String) throws -> [String] { try xpath(expression).map(\.text) }

    /// The text of the first element that an expression selects.
    func text(_ expression: String) throws -> String { try #require(texts(expression).first) }

    /// An attribute of each element that an expression selects; empty where an element lacks it.
    func attributes(_ name: String, of expression: String) throws -> [String] {
        try xpath(expression).map { $0[attribute: name] ?? "" }
    }
}
