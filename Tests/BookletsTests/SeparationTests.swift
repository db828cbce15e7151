import Content
import Dates
import Foundation
import Layouts
import Publishing
import TestSupport
import Testing

@testable import Booklets

/// A school each of whose texts, pictures and names has a mark of its own, and whose questionnaire no other school has, so that
/// it is compared with none.
private struct MarkedSchool {
    let number: Int
    /// A word that is in no other school's files.
    var mark: String { "Mark\(String(number, radix: 2).replacing("0", with: "o").replacing("1", with: "i"))z" }
    var slug: String { "school-\(number)" }

    private func text(_ place: Int) -> String {
        "\(mark)\(Character(UnicodeScalar(UInt8(0x41 + place / 26))))\(Character(UnicodeScalar(UInt8(0x41 + place % 26))))"
    }

    var svg: String {
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"><title>\(mark)</title></svg>"
    }

    /// Its files but for comments.yaml.
    var files: [String: String] {
        let answers = (0..<60).map { row in
            let (first, second) = ((row * 7 + number) % 3 == 0 ? 1 : 2, (row * 5 + number) % 4 == 0 ? 2 : 1)
            return "\(first),\(second),\(["x", "y"][row % 2]),\(said) \(row % 5 == 0 ? "is loud" : "is calm").\n"
        }
        let folder = "schools/\(slug)/"
        return [
            "instruments/\(slug).yaml": """
            title: \(text(1))
            version: "1"
            scale:
              - {code: 1, label: "No"}
              - {code: 2, label: "Yes", favorable: true}
            domains:
              - {id: d, title: \(text(2)), description: \(text(3))}
            groups: [student]
            items:
              - {id: q1, domain: d, text: \(text(4))}
              - {id: q2, domain: d, text: \(text(5))}
              - {id: c, kind: single-choice, text: \(text(6)), choices: [x, y]}
              - {id: say, kind: comment, text: \(text(7))}

            """,
            folder + "school.yaml": """
            name: \(text(8))
            district: \(text(9))
            city: \(text(10))
            state: \(text(11))
            level: middle
            grades: \(text(12))
            sros: 1
            sro-program: \(text(13))
            instrument: \(slug)
            enrollment:
              - {year: 2024-2025, students: \(1000 + number)}
            waves:
              - {id: w1, title: \(text(14)), from: 2025-10-01, to: 2025-10-10, format: plain, invited: {student: 90}}

            """,
            folder + "surveys/w1-student.csv": "q1,q2,c,say\n" + answers.joined(),
            folder + "overview.md": "## \(text(15))\n\n\(text(16)) ![\(text(17))](images/map.svg)\n",
            folder + "findings.md": "## \(text(18))\n\n\(text(19))\n",
            folder + "images/map.svg": svg,
            folder + "measures.csv": "period,measure,count\n2024-2025,student-arrests,\(100 + number)\n",
            folder + "interviews.yaml": "themes:\n  - {title: \(text(20)), summary: \(text(21))}\n",
            folder + "policies.yaml":
                "reviewed:\n  - {title: \(text(22)), kind: policy, finding: \(text(23)), gap: \(text(24))}\n",
            folder + "protocols.yaml": """
            lines:
              - {shared: \(text(25)), by: \(text(26)), to: \(text(27)), how: \(text(28)), within: \(text(29)), status: partial}

            """,
            folder + "support.yaml":
                "activities:\n  - {date: 2026-01-01, kind: meeting, title: \(text(30)), audience: \(text(31)), outcome: \(text(32))}\n",
            folder + "plan.yaml": """
            challenges:
              - {id: c, title: \(text(33)), evidence: \(text(34))}
            goals:
              - id: g
                title: \(text(35))
                challenge: c
                objectives:
                  - id: o
                    title: \(text(36))
                    success: \(text(37))
                    steps:
                      - {id: s, title: \(text(38)), owner: \(text(39)), due: 2026-01-01, status: done}
            revisions:
              - {date: 2026-01-02, summary: \(text(40))}

            """,
        ]
    }

    /// What people of it wrote, in small letters, since a word with a capital would be masked as a name.
    var said: String { mark.lowercased() }

    /// The marks that its booklet has to tell.
    var marks: [String] { [said] + (1...40).map(text) }
}

@Suite("No school is in another's booklet")
struct SeparationTests {
    /// All files of some schools' booklets by path, read and rendered by so many threads.
    private func render(_ schools: [MarkedSchool], jobs: Int) async throws -> [String: String] {
        var content = ["site.yaml": SmallContent.site]
        for school in schools { content.merge(school.files) { _, new in new } }
        let folder = try TemporaryFolder(SmallContent.with(content))
        let date = try #require(CalendarDate(iso8601: "2026-06-01"))
        var options = ReadingOptions(date: date, jobs: jobs)
        options.listsComments = true
        let (listed, _) = Library.read(folder.path, options: options)
        for school in try #require(listed).schools {
            let texts = Dictionary(
                school.listedComments.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
            let comments = texts.map { "  - {id: \($0), approved: true, text: \"\($1)\"}\n" }.sorted()
            try folder.write("schools/\(school.slug)/comments.yaml", "comments:\n" + comments.joined())
        }
        let (library, log) = Library.read(folder.path, options: ReadingOptions(date: date, jobs: jobs))
        guard let library else { throw log }
        let artifacts = try Booklets.artifacts(
            of: library, layouts: LayoutLibrary(folder: Repository.layouts("Booklet")))
        return try await withThrowingTaskGroup(of: (String, String).self) { group in
            for artifact in artifacts {
                group.addTask {
                    guard case .text(let text) = try artifact.render() else { return (artifact.path.string, "") }
                    return (artifact.path.string, text)
                }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
    }

    @Test("A booklet made alone is byte for byte the one made beside fifty others at once, and has nothing of theirs")
    func apart() async throws {
        let schools = (1...51).map(MarkedSchool.init)
        let all = try await render(schools, jobs: 8)
        #expect(all.count == 6 * schools.count)
        for school in [schools[0], schools[25], schools[50]] {
            let alone = try await render([school], jobs: 1)
            #expect(alone.count == 6)
            for (path, text) in alone { #expect(all[path] == text, "\(path)") }
        }
        for school in schools {
            let booklet = try #require(all["\(school.slug)/booklet.html"])
            for mark in school.marks { #expect(booklet.contains(mark), "\(school.slug): \(mark)") }
            #expect(booklet.contains(Data(school.svg.utf8).base64EncodedString()))
        }
        for (path, text) in all {
            let foreign = schools.filter { school in
                !path.hasPrefix(school.slug + "/")
                    && (text.contains(school.mark) || text.contains(school.said)
                        || text.contains("\"\(school.slug)\"")
                        || text.contains(Data(school.svg.utf8).base64EncodedString()))
            }
            #expect(foreign.isEmpty, "\(path): \(foreign.map(\.slug))")
        }
    }
}
