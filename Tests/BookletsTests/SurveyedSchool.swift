import Markup
import TestSupport

/// A school with surveys whose shares a test chooses: the questionnaire has one domain of two questions, the second reversed,
/// and two options.
struct SurveyedSchool {
    /// Percentages of favorable answers in each wave by group, and how many answer.
    var shares: [String: [Int]]
    var counts: [String: Int] = [:]
    /// How the domain is called.
    var domain = "Trust"
    /// How many waves were held.
    var waves = 1
    /// Further lines of school.yaml.
    var lines = ""
    /// Other files of the school.
    var files: [String: String] = [:]

    private static let groups = ["student", "parent", "teacher", "administrator", "sro"]

    func booklet(site: String = "") throws -> MarkupTree {
        var all = ["school.yaml": school]
        for (group, shares) in shares {
            for (wave, share) in shares.enumerated() {
                all["surveys/w\(wave + 1)-\(group).csv"] = Self.survey(share, counts[group] ?? 200)
            }
        }
        return try BookletsTests.booklet(
            all.merging(files) { _, new in new }, site: site, shared: ["instruments/short.yaml": instrument])
    }

    private var school: String {
        let invited = Self.groups.map { "\($0): 4000" }.joined(separator: ", ")
        let dates = [("2024-10-01", "2024-10-10"), ("2025-10-01", "2025-10-10")]
        let waves = (0..<waves).map { wave in
            "  - {id: w\(wave + 1), title: \(["Baseline", "Follow-up"][wave]), from: \(dates[wave].0), "
                + "to: \(dates[wave].1), format: plain, invited: {\(invited)}}\n"
        }
        return smallSchool + lines + "instrument: short\nwaves:\n" + waves.joined()
    }

    private var instrument: String {
        """
        title: Short
        version: "2"
        scale:
          - {code: 1, label: "No"}
          - {code: 2, label: "Yes", favorable: true}
        domains:
          - {id: d, title: \(domain)}
        groups: [\(Self.groups.joined(separator: ", "))]
        items:
          - {id: q1, domain: d, text: Fair?}
          - {id: q2, domain: d, text: Unsafe?, reverse: true}

        """
    }

    /// As many answers of which a share is favorable to each question, though not of the same people.
    private static func survey(_ share: Int, _ count: Int) -> String {
        let favorable = (0..<count).map { 100 * $0 < share * count }
        let others = favorable.dropFirst(count / 3) + favorable.prefix(count / 3)
        return answers(favorable.map { $0 ? 2 : 1 }, others.map { $0 ? 1 : 2 })
    }
}
