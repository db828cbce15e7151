import CSV

/// The ids that a tool gave to responses.
struct ResponseIDs {
    /// The places of rows after which another has the same id.
    private var repeated: Set<Int> = []
    /// Whether ids were changed by a spreadsheet program or tell nothing, so that they are not used.
    private(set) var areDamaged = false

    /// Reads the ids of some of the rows, given by their places: of a response that is there again without a single answer,
    /// the earlier row has to stay.
    init(_ table: CSVTable, column: Int, rows: [Int], places: [Int]) {
        var last: [String: Int] = [:]
        last.reserveCapacity(places.count)
        var repeats = 0
        var given = 0
        for place in places {
            let id = table[rows[place], column].trimmed
            guard !id.isEmpty else { continue }
            given += 1
            // `1.14E+11` is what Excel makes of a number of twelve digits.
            if id.utf8.first.map({ (0x30...0x39).contains($0) }) == true, id.uppercased().contains("E+") {
                areDamaged = true
                return
            }
            guard let earlier = last.updateValue(place, forKey: id) else { continue }
            repeated.insert(earlier)
            repeats += 1
            if id.utf8.count >= 8, id.hasSuffix("000000") { areDamaged = true }
        }
        if repeats > 1, repeats * 5 > given { areDamaged = true }
    }

    /// Whether a later row has the id of the row at a place.
    func isRepeated(_ place: Int) -> Bool { repeated.contains(place) }
}
