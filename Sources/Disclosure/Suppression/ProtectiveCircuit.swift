/// Finds other counts that fit everything shown, to prove that a hidden count may be anything in a wide interval.
///
/// A circuit raises some hidden counts by 1 and lowers others by 1 so that all sums stay. It can be walked until the smallest
/// count that it lowers is 0. Walking circuits that raise one count, one after the other, gives a table that a reader cannot
/// tell from the true one, with that count higher; likewise lower. For two-way tables and hierarchies this finds the true
/// interval (flows in a network, L. H. Cox, "Network models for complementary cell suppression", JASA 90, 1995). For other
/// tables the interval may be wider than what is found, never narrower: the tables found are proof.
struct ProtectiveCircuit {
    /// How many steps one search may take. Few tables need a hundredth; a failed search means to hide one more cell.
    private static let patience = 3_000

    private let counts: LinkedCounts
    private let isHidden: [Bool]
    private var values: [Int]
    /// −1, 0 or 1 for each count.
    private var direction: [Int]
    /// What each row has too much under ``direction``.
    private var excess: [Int]
    private var steps = 0

    init(_ counts: LinkedCounts, isHidden: [Bool]) {
        self.counts = counts
        self.isHidden = isHidden
        values = counts.values
        direction = [Int](repeating: 0, count: counts.values.count)
        excess = [Int](repeating: 0, count: counts.rows.count)
    }

    /// Whether a hidden count is proved to have an interval at least this wide.
    mutating func proves(width: Int, of index: Int) -> Bool {
        values = counts.values
        let up = walk(index, sign: 1, upTo: width)
        guard up < width else { return true }
        values = counts.values
        return up + walk(index, sign: -1, upTo: width - up) >= width
    }

    /// How far one count can be moved; no more than asked for.
    private mutating func walk(_ index: Int, sign: Int, upTo length: Int) -> Int {
        var walked = 0
        // Roomy circuits first, as in capacity scaling of flows: fewer walks.
        var room = length
        while walked < length && room > 0 {
            guard let found = circuit(through: index, sign: sign, room: room) else {
                room /= 2
                continue
            }
            let step = min(found, length - walked)
            for place in direction.indices { values[place] += direction[place] * step }
            walked += step
            room = min(room, length - walked)
        }
        return walked
    }

    /// Leaves a circuit in ``direction`` and returns how often it can be walked, at least `room` times.
    private mutating func circuit(through index: Int, sign: Int, room: Int) -> Int? {
        for place in direction.indices { direction[place] = 0 }
        for row in excess.indices { excess[row] = 0 }
        steps = 0
        guard sign > 0 || values[index] >= room else { return nil }
        place(index, sign)
        guard close(room: room) else { return nil }
        return zip(direction, values).reduce(.max) { $1.0 < 0 ? min($0, $1.1) : $0 }
    }

    private mutating func place(_ index: Int, _ sign: Int) {
        direction[index] += sign
        for entry in counts.columns[index] { excess[entry.index] += entry.sign * sign }
    }

    /// Adds counts until no row has too much or too little, and takes them back where that fails.
    private mutating func close(room: Int) -> Bool {
        steps += 1
        guard steps < Self.patience else { return false }
        // The row with the fewest ways to mend it fails soonest.
        var fewest: [(index: Int, sign: Int)]?
        for row in excess.indices where excess[row] != 0 {
            let ways = self.ways(row, room: room)
            if ways.count < fewest?.count ?? .max { fewest = ways }
            if ways.isEmpty { return false }
        }
        guard let fewest else { return true }
        for way in fewest {
            place(way.index, way.sign)
            if close(room: room) { return true }
            place(way.index, -way.sign)
        }
        return false
    }

    private func ways(_ row: Int, room: Int) -> [(index: Int, sign: Int)] {
        var ways: [(index: Int, sign: Int)] = []
        for entry in counts.rows[row] where isHidden[entry.index] && direction[entry.index] == 0 {
            let sign = excess[row] > 0 ? -entry.sign : entry.sign
            if sign > 0 || values[entry.index] >= room { ways.append((entry.index, sign)) }
        }
        return ways
    }
}
