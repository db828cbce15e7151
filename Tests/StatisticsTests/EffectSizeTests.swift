import Statistics
import Testing

@Suite("Words for effects")
struct EffectSizeTests {
    @Test("Cohen's words change at 0.2, 0.5 and 0.8, on either side of 0")
    func cohen() {
        let expected: [(Double, EffectSize)] = [
            (0, .negligible), (0.1999, .negligible), (0.2, .small), (0.4999, .small), (0.5, .medium), (0.7999, .medium),
            (0.8, .large), (.infinity, .large),
        ]
        for (value, word) in expected {
            for signed in [value, -value] {
                #expect(EffectSize(standardizedDifference: signed) == word)
                #expect(EffectSize(cohensH: signed) == word)
            }
        }
    }

    @Test("Words for Cliff's delta change at 0.147, 0.33 and 0.474")
    func cliff() {
        let expected: [(Double, EffectSize)] = [
            (0, .negligible), (0.1469, .negligible), (0.147, .small), (0.33, .medium), (0.4739, .medium),
            (0.474, .large),
            (1, .large),
        ]
        for (value, word) in expected {
            #expect(EffectSize(cliffsDelta: value) == word)
            #expect(EffectSize(cliffsDelta: -value) == word)
        }
    }

    @Test("No number has no word, and words have an order")
    func order() {
        #expect(EffectSize(cohensH: .nan) == nil)
        #expect(EffectSize.allCases.sorted() == [.negligible, .small, .medium, .large])
    }
}
