/// The rule by which shares are told, written a second time from its description and with nothing of Prowess, from raw counts.
struct ToldShare {
    /// How many took part, how many of them gave a valid answer, and how many of these a favorable one.
    let respondents, valid, favorable: Int
    /// The fewest people of whom anything is told.
    let threshold: Int

    /// What the booklet should say: the share and, where one is told, the number of answers.
    var parts: [String] {
        if respondents == 0 || respondents >= threshold && valid == 0 { return ["no answers"] }
        if respondents < threshold || valid < threshold { return ["†"] }
        let unanswered = respondents - valid
        return (1..<threshold).contains(unanswered) ? inSteps : outright
    }

    /// The most answers on one side of which no more is said than that they are no more (NCES 2011-603, Table 3, coarser for
    /// small groups).
    static func limit(_ size: Int, _ threshold: Int) -> Int {
        let percent = size >= 300 ? 1 : size >= 100 ? 2 : size >= 40 ? 5 : size >= 20 ? 10 : 20
        return max(threshold - 1, size * percent / 100)
    }

    /// The share in percent that statistics may rest on; nil where none or only a bound is told.
    var value: Double? {
        guard let share = parts.first, parts.count == 2, !share.hasPrefix("at ") else { return nil }
        guard (1..<threshold).contains(respondents - valid) else { return 100 * Double(favorable) / Double(valid) }
        return Double(share.filter(\.isNumber))
    }

    /// The number of answers is told, and the share too unless one side is few.
    private var outright: [String] {
        let limit = Self.limit(valid, threshold)
        if valid <= 2 * limit { return ["†"] }
        let number = "(\(valid))"
        if favorable <= limit { return ["at most \((100 * limit + valid - 1) / valid)%", number] }
        if valid - favorable <= limit { return ["at least \(100 * (valid - limit) / valid)%", number] }
        return ["\(step(of: favorable, width: 1))%", number]
    }

    /// A few gave no answer: the number of answers is a range and the share is in steps of at least one answer of its least.
    private var inSteps: [String] {
        let range = (respondents - threshold + 1)...(respondents - 1)
        let limit = range.map { Self.limit($0, threshold) }.max() ?? 0
        guard range.lowerBound > 2 * limit,
            let width = [1, 5, 10, 20].first(where: { Double($0) / 100 * Double(range.lowerBound) >= 1 }),
            // The lowest step of which even the lower end is more than the limit, whatever the number of answers is.
            let lowest = (1..<(100 / width)).map({ $0 * width }).first(where: {
                (2 * $0 - width) * range.lowerBound >= 200 * (limit + 1)
            }), 2 * lowest - width <= 100
        else { return ["†"] }
        let number = "(\(range.lowerBound)–\(range.upperBound))"
        let end = (2 * lowest - width + 1) / 2
        if step(of: favorable, width: width) < lowest { return ["at most \(end)%", number] }
        if step(of: valid - favorable, width: width) < lowest { return ["at least \(100 - end)%", number] }
        let percent = min(step(of: favorable, width: width), 100 - lowest)
        return [width == 1 ? "\(percent)%" : "about \(percent)%", number]
    }

    /// The multiple of a width that is nearest to a share in percent, the higher one of two.
    private func step(of count: Int, width: Int) -> Int {
        Array(stride(from: 0, through: 100, by: width)).last { (2 * $0 - width) * valid <= 200 * count } ?? 0
    }

    /// Whether what a booklet says is true of the raw counts, however it was worked out.
    func fits(_ told: [String]) -> Bool {
        guard told.count == 2 else { return told == ["†"] || told == ["no answers"] && valid == 0 }
        let bounds = told[1].dropFirst().dropLast().split(separator: "–").compactMap { Int($0) }
        guard let least = bounds.first, let greatest = bounds.last, (least...greatest).contains(valid) else {
            return false
        }
        let words = told[0].split(separator: " ")
        guard words.last?.last == "%", let percent = words.last.flatMap({ Double($0.dropLast()) }) else { return false }
        let share = 100 * Double(favorable) / Double(valid)
        switch words.first {
        case "at": return words[1] == "most" ? share <= percent : share >= percent
        case "about": return abs(share - percent) <= 10
        default: return abs(share - percent) <= 0.5
        }
    }
}
