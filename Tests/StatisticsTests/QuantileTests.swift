import Statistics
import Testing

@Suite("Quantiles")
struct QuantileTests {
    @Test("The median is the middle value, or the mean of the two middle ones")
    func median() {
        #expect(Quantile.median(of: [5, 1, 3]) == 3)
        #expect(Quantile.median(of: [5, 1, 4, 2]) == 3)
        #expect(Quantile.median(of: [7]) == 7)
    }

    @Test("No sample, no number and no fraction have no quantile")
    func impossible() {
        #expect(Quantile.median(of: []) == nil)
        #expect(Quantile.median(of: [1, .nan]) == nil)
        for p in [-0.1, 1.1, .nan] { #expect(Quantile.type7(p, of: [1, 2]) == nil) }
    }

    @Test("Infinite and very great values are in their places")
    func great() {
        #expect(Quantile.median(of: [-.infinity, 0, .infinity]) == 0)
        #expect(Quantile.type7(0.25, of: [-.infinity, 0, .infinity]) == -.infinity)
        #expect(Quantile.median(of: [.infinity, .infinity]) == .infinity)
        #expect(Quantile.median(of: [-1.7e308, 1.7e308]) == 0)
    }
}
