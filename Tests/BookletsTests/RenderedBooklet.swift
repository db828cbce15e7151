import Booklets
import Content
import Dates
import Foundation
import Layouts
import Markup
import Publishing
import TestSupport
import Testing

/// The booklets of some content, rendered in memory, by path.
func booklets(
    reading folder: String, date: String = "2026-06-01", layouts: String = Repository.layouts("Booklet")
) throws -> [String: String] {
    try Dictionary(
        uniqueKeysWithValues: bookletArtifacts(reading: folder, date: date, layouts: layouts).map { artifact in
            switch try artifact.render() {
            case .text(let text): (artifact.path.string, text)
            case .bytes(let bytes): (artifact.path.string, String(decoding: bytes, as: UTF8.self))
            case .derived: (artifact.path.string, "")
            }
        })
}

func bookletArtifacts(
    reading folder: String, date: String = "2026-06-01", layouts: String = Repository.layouts("Booklet")
) throws -> [Artifact] {
    let day = try #require(CalendarDate(iso8601: date))
    let (library, log) = Library.read(folder, options: ReadingOptions(date: day, jobs: 2))
    guard let library else { throw log }
    return try Booklets.artifacts(of: library, layouts: LayoutLibrary(folder: layouts))
}

/// The booklet of a school that has only its name, and these files of its folder, under further lines of site.yaml.
func booklet(
    _ files: [String: String], site: String = "", shared: [String: String] = [:]
) throws -> MarkupTree {
    try MarkupTree.parseHTML(#require(try bookletFiles(files, site: site, shared: shared)["oak/booklet.html"]))
}

/// All files of such a school's booklet, by path.
func bookletFiles(
    _ files: [String: String], site: String = "", shared: [String: String] = [:]
) throws -> [String: String] {
    var content = ["schools/oak/school.yaml": smallSchool, "site.yaml": SmallContent.site + site]
    for (file, text) in files { content["schools/oak/" + file] = text }
    let folder = try TemporaryFolder(SmallContent.with(content.merging(shared) { _, new in new }))
    return try booklets(reading: folder.path)
}

/// The caption of the table of measures.
let countsCaption = "Counts by school year, and below them events per 1,000 students with the 95% interval"

let smallSchool = """
    name: Oak <School>
    district: Elm & Oak Schools
    city: Oakton
    state: Ohio
    level: middle
    grades: 6–8

    """

/// A school with one wave of a questionnaire of two questions, the second reversed.
let surveyedSchool =
    smallSchool + """
        instrument: short
        waves:
          - {id: w1, title: Baseline, from: 2025-10-01, to: 2025-10-10, format: plain, invited: {student: 20, teacher: 12}}

        """

let shortInstrument = [
    "instruments/short.yaml": """
    title: Short
    version: "2"
    scale:
      - {code: 1, label: "No"}
      - {code: 2, label: "Yes", favorable: true}
    domains:
      - {id: d, title: Trust}
    groups: [student, teacher]
    items:
      - {id: q1, domain: d, text: Fair?}
      - {id: q2, domain: d, text: Unsafe?, reverse: true}

    """
]

/// A survey's file of so many answers to each of the two questions.
func answers(_ first: [Int], _ second: [Int]) -> String {
    (["q1,q2"] + zip(first, second).map { "\($0),\($1)" }).joined(separator: "\n") + "\n"
}

extension MarkupTree {
    func texts(_ expression: String) throws -> [String] { try xpath(expression).map(\.text) }

    /// The text of the first element that an expression selects.
    func text(_ expression: String) throws -> String { try #require(texts(expression).first) }

    /// An attribute of each element that an expression selects; empty where an element lacks it.
    func attributes(_ name: String, of expression: String) throws -> [String] {
        try xpath(expression).map { $0[attribute: name] ?? "" }
    }

    /// The ids of the chapters, in order.
    func sections() throws -> [String] { try attributes("id", of: "//main/section") }

    /// The rows of a table, cell by cell.
    func rows(ofTable caption: String) throws -> [[String]] {
        try xpath("//table[caption='\(caption)']/tbody/tr").map { $0.children.map(\.text) }
    }
}

extension TemporaryFolder {
    /// Copies the templates and words of a product here, for a test to change some.
    func copyLayouts(of product: String) throws {
        let source = Repository.layouts(product)
        for file in try FileManager.default.subpathsOfDirectory(atPath: source) {
            if let text = FileManager.default.contents(atPath: source + "/" + file), !text.isEmpty {
                try write(file, bytes: [UInt8](text))
            }
        }
    }
}
