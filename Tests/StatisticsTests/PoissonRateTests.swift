import Statistics
import Testing

@Suite("Poisson rates")
struct PoissonRateTests {
    @Test("12 events among 1,450 are 4.28 to 14.46 per 1,000 (R's poisson.test)")
    func garwood() throws {
        let interval = try #require(PoissonRate(count: 12, exposure: 1450)?.garwood())
        #expect(abs(1000 * interval.lower - 4.28) < 0.005)
        #expect(abs(1000 * interval.upper - 14.46) < 0.005)
    }

    @Test("No events have a rate from 0 to 3.69 (−ln 0.025)")
    func none() throws {
        let interval = try #require(PoissonRate(count: 0, exposure: 1)?.garwood())
        #expect(interval.lower == 0)
        #expect(abs(interval.upper - 3.688879454113936) < 1e-14)
    }

    @Test("Without exposure there is no rate")
    func impossible() {
        for exposure in [0, -1, .nan, .infinity] { #expect(PoissonRate(count: 3, exposure: exposure) == nil) }
        #expect(PoissonRate(count: -1, exposure: 10) == nil)
        #expect(PoissonRate(count: .max, exposure: 10) == nil)
    }

    @Test("The interval holds the rate, for few and many events", arguments: [1, 2, 9, 1000, 1_000_000, 1 << 32])
    func within(count: Int) throws {
        let rate = try #require(PoissonRate(count: count, exposure: 7))
        let interval = try #require(rate.garwood())
        #expect(interval.lower > 0 && interval.contains(rate.estimate))
    }
}
