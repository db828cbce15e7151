import Statistics
import Testing

@Suite("Multiple comparisons")
struct MultipleComparisonsTests {
    @Test("Adjusted values are no less, at most 1, and in the order of the values themselves")
    func monotone() throws {
        var sample = SeededSample(seed: 11)
        for count in 1...40 {
            let p = (0..<count).map { _ in sample.fraction() * sample.fraction() }
            for adjusted in [MultipleComparisons.holm(p), MultipleComparisons.benjaminiHochberg(p)] {
                let pairs = try zip(p, adjusted).map { ($0, try #require($1)) }.sorted { $0.0 < $1.0 }
                #expect(pairs.count == count)
                #expect(pairs.allSatisfy { $0.0 <= $0.1 && $0.1 <= 1 })
                #expect(zip(pairs, pairs.dropFirst()).allSatisfy { $0.1 <= $1.1 })
            }
            let holm = MultipleComparisons.holm(p).compactMap { $0 }
            let benjaminiHochberg = MultipleComparisons.benjaminiHochberg(p).compactMap { $0 }
            #expect(zip(holm, benjaminiHochberg).allSatisfy { $0 >= $1 })
        }
    }

    @Test("What is no p value stays nil and does not count")
    func missing() {
        #expect(MultipleComparisons.holm([nil, 0.02, .nan, 0.01, 1.5, -0.1]) == [nil, 0.02, nil, 0.02, nil, nil])
        #expect(MultipleComparisons.benjaminiHochberg([nil, 0.03, .nan]) == [nil, 0.03, nil])
        #expect(MultipleComparisons.holm([]) == [])
        #expect(MultipleComparisons.benjaminiHochberg([nil]) == [nil])
    }
}
