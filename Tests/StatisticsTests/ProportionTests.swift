import Statistics
import Testing

@Suite("Proportions")
struct ProportionTests {
    @Test("Wilson's interval of 8 of 10 is the published one")
    func wilson() throws {
        let interval = try #require(Proportion(count: 8, n: 10)).wilson()
        #expect(abs(interval.lower - 0.49016) < 5e-6)
        #expect(abs(interval.upper - 0.94332) < 5e-6)
    }
}
