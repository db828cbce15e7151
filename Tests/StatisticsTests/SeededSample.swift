import Statistics
import TestSupport
import Testing

/// Made-up inputs, always the same ones for a seed.
struct SeededSample {
    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func integer(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

    mutating func fraction() -> Double { Double.random(in: 0...1, using: &generator) }

    mutating func proportion(upTo n: Int = 300) throws -> Proportion {
        let n = integer(1...n)
        return try #require(Proportion(count: integer(0...n), n: n))
    }

    /// Up to forty answers a code, on a scale of five; never empty.
    mutating func tally(upTo count: Int = 40) throws -> Tally {
        var counts = (0..<5).map { _ in integer(0...count) }
        counts[integer(0...4)] += 1
        return try #require(Tally(values: [1, 2, 3, 4, 5], counts: counts))
    }

    mutating func answers(people: Int, items: Int) -> [UInt8] {
        (0..<people * items).map { _ in UInt8(integer(1...5)) }
    }
}
