/// A date that a spreadsheet program made of an answer such as `1-2`, and saved.
struct SpreadsheetDate: Equatable {
    /// The two numbers, in the order in which they stand, the month's name taken for its number.
    let first: Int
    let second: Int

    /// Reads `2-Jan`, `Jan-02`, `02/01/2025`, `1/2/25` and `2025-01-02`; nil for anything else.
    init?(_ text: String) {
        let parts = text.trimmed.split(omittingEmptySubsequences: false) { "-/.".contains($0) }.map(String.init)
        guard (2...3).contains(parts.count), parts.allSatisfy({ (1...4).contains($0.utf8.count) }) else { return nil }
        var numbers = parts.map { Self.month($0) ?? Self.number($0) ?? -1 }
        guard !numbers.contains(-1) else { return nil }
        if numbers.count == 3 {
            // The year is what the program added.
            if parts[0].utf8.count == 4 { numbers.removeFirst() } else { numbers.removeLast() }
        } else if !parts.contains(where: { Self.month($0) != nil }) {
            return nil
        }
        (first, second) = (numbers[0], numbers[1])
    }

    /// The options that it may have been: those that are a range of the same two numbers.
    func options(among labels: [String]) -> [Int] {
        labels.indices.filter { index in
            Self.range(labels[index]).map { $0 == (first, second) || $0 == (second, first) } ?? false
        }
    }

    /// The two numbers of an option such as `1-2` or `3–5`, and nothing else.
    private static func range(_ label: String) -> (Int, Int)? {
        let parts = label.trimmed.split(omittingEmptySubsequences: false) { "-–/".contains($0) }
        guard parts.count == 2, let first = number(String(parts[0]).trimmed),
            let second = number(String(parts[1]).trimmed)
        else { return nil }
        return (first, second)
    }

    private static func number(_ text: String) -> Int? {
        guard (1...2).contains(text.utf8.count) || text.utf8.count == 4,
            text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        return Int(text)
    }

    private static func month(_ text: String) -> Int? {
        let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        return names.firstIndex(of: text.lowercased().replacing("sept", with: "sep")).map { $0 + 1 }
    }
}
