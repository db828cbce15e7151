import TestSupport

/// The files of a school of any size: surveys, counts, a plan and all else there, many, few or absent.
struct RandomSchool {
    private var random: SeededGenerator
    private(set) var files: [String: String] = [:]

    static let groups = ["student", "parent", "teacher", "administrator", "sro"]

    static let instrument = [
        "instruments/five.yaml": """
        title: Five points
        version: "1"
        scale:
          - {code: 1, label: Never}
          - {code: 2, label: Seldom}
          - {code: 3, label: Sometimes}
          - {code: 4, label: Often, favorable: true}
          - {code: 5, label: Always, favorable: true}
        domains:
          - {id: communication, title: Communication}
          - {id: trust, title: Trust}
        groups: [\(groups.joined(separator: ", "))]
        items:
          - {id: a, domain: communication, text: People are told}
          - {id: b, domain: communication, text: "People ask, and are heard."}
          - {id: c, domain: trust, text: Rules are fair.}
          - {id: d, domain: trust, text: Are there places without help?, reverse: true}
          - {id: e, kind: single-choice, text: How often?, choices: [Once, Twice]}

        """
    ]

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        let waves = number(0...2)
        files["school.yaml"] = school(waves)
        for wave in 0..<waves {
            for group in Self.groups where chance(80) { files["surveys/w\(wave)-\(group).csv"] = survey(group) }
        }
        if chance(80) { files["measures.csv"] = measures() }
        if chance(80) { files["plan.yaml"] = plan() }
        if chance(70) { files["support.yaml"] = support() }
        if chance(70) { files["protocols.yaml"] = lines() }
        if chance(70) { files["policies.yaml"] = policies() }
        if chance(70) { files["interviews.yaml"] = conversations() }
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    private mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

    private mutating func any(_ words: [String]) -> String { words[number(0...(words.count - 1))] }

    private mutating func list(_ count: ClosedRange<Int>, _ line: (inout Self, Int) -> String) -> String {
        (0..<number(count)).map { line(&self, $0) }.joined()
    }

    private mutating func school(_ waves: Int) -> String {
        var text = smallSchool + "instrument: five\n"
        if chance(70) { text += "sros: \(number(0...3))\n" }
        if chance(30) { text += "sro-consents: true\n" }
        if chance(70) {
            text += "enrollment:\n"
            for year in 2022...2024 { text += "  - {year: \(year)-\(year + 1), students: \(number(40...3000))}\n" }
        }
        guard waves > 0 else { return text }
        text += "waves:\n"
        for wave in 0..<waves {
            let invited = Self.groups.map { "\($0): \(number(200...400))" }.joined(separator: ", ")
            let day = "\(2024 + wave)-10"
            text += "  - {id: w\(wave), title: \(["Baseline", "Follow-up"][wave]), from: \(day)-01, to: \(day)-09, "
            text += "format: plain" + (chance(70) ? ", invited: {\(invited)}" : "") + "}\n"
        }
        return text
    }

    /// Answers that lean one way or another, with more or fewer that are missing.
    private mutating func survey(_ group: String) -> String {
        let count = number(0...(["administrator", "sro"].contains(group) ? 12 : 150))
        let lean = number(0...4)
        let gaps = [0, 0, 3, 30][number(0...3)]
        var text = "a,b,c,d,e\n"
        for _ in 0..<count {
            let codes = (0..<4).map { item -> String in
                let code = chance(60) ? (item == 3 ? 4 - lean : lean) + 1 : number(1...5)
                return item > 0 && chance(gaps) ? "" : "\(code)"
            }
            text += codes.joined(separator: ",") + "," + any(["Once", "Twice"]) + "\n"
        }
        return text
    }

    private mutating func measures() -> String {
        let names = [
            "student-arrests", "out-of-school-suspensions", "restorative-conferences", "mentoring-sessions",
            "community-events", "sro-administrator-meetings", "trainings",
        ]
        let highest = [3, 30, 300][number(0...2)]
        var text = "period,measure,count,students\n"
        for name in names where chance(60) {
            for year in (2022 + number(0...2))...2024 {
                let count = chance(15) ? 0 : number(0...highest)
                text += "\(year)-\(year + 1),\(name),\(count),\n"
                guard name.hasPrefix("out"), chance(50) else { continue }
                let girls = number(0...count)
                text +=
                    "\(year)-\(year + 1),\(name),\(girls),female\n\(year)-\(year + 1),\(name),\(count - girls),male\n"
            }
        }
        return text
    }

    private mutating func plan() -> String {
        var text = ""
        func points(_ key: String, _ lines: String) -> String { lines.isEmpty ? "" : key + ":\n" + lines }
        text += points(
            "challenges",
            list(0...4) { "  - {id: c\($1), title: Challenge \($1), evidence: \($0.any(["It is.", "Seen"]))}\n" })
        text += points("opportunities", list(0...4) { "  - {id: o\($1), title: Chance \($1), evidence: It is so}\n" })
        let statuses = ["not-started", "in-progress", "done", "deferred"]
        let goals = list(0...2) { school, goal in
            let steps = school.list(0...4) {
                "          - {id: s\(goal)x\($1), title: Step \($1), owner: P, due: \(2024 + $0.number(0...2))-01-15, "
                    + "status: \($0.any(statuses))}\n"
            }
            return
                "  - id: g\(goal)\n    title: Goal title\n    objectives:\n      - id: b\(goal)\n        title: Title\n"
                + "        success: It works\n" + (steps.isEmpty ? "" : "        steps:\n" + steps)
        }
        text += points("goals", goals)
        text += points(
            "revisions", list(0...2) { "  - {date: \(2025 + $1)-03-04, summary: \($0.any(["Done.", "Moved"]))}\n" })
        return text.isEmpty ? "challenges: []\n" : text
    }

    private mutating func support() -> String {
        let kinds = ["training", "meeting", "check-in", "conflict-resolution", "resource"]
        return "activities:\n"
            + list(1...6) {
                let hours = $0.chance(50) ? ", hours: \($0.any(["1", "0.5", "3"]))" : ""
                return "  - {date: 2025-0\($1 + 1)-02, kind: \($0.any(kinds)), title: T, audience: A\(hours)}\n"
            }
    }

    private mutating func lines() -> String {
        "lines:\n"
            + list(1...5) {
                "  - {shared: A\($1), by: B, to: C, how: D, within: E, "
                    + "status: \($0.any(["in-place", "partial", "missing"]))}\n"
            }
    }

    private mutating func policies() -> String {
        "reviewed:\n" + list(1...3) { "  - {title: P\($1), kind: \($0.any(["policy", "agreement"])), finding: F.}\n" }
    }

    private mutating func conversations() -> String {
        let sessions = list(1...4) {
            "  - {id: s\($1), kind: \($0.any(["interview", "focus-group"])), group: \($0.any(Self.groups)), "
                + "date: 2025-02-0\($1 + 1), participants: \($0.number(1...20))}\n"
        }
        return "sessions:\n\(sessions)themes:\n"
            + list(1...3) {
                "  - {title: Theme \($1), summary: It is so., raised-by: [\($0.any(Self.groups)), \($0.any(Self.groups))]}\n"
            }
    }
}
