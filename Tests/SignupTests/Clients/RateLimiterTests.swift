import TestSupport
import Testing

@testable import Signup

@Suite("Rate limits")
struct RateLimiterTests {
    @Test("So many are allowed at once, and one more after each interval")
    func bucket() throws {
        let limiter = RateLimiter(RateLimit(burst: 3, interval: 10))
        for _ in 0..<3 { #expect(limiter.take("a", now: 100) == nil) }
        #expect(limiter.take("a", now: 100) == 10)
        #expect(limiter.take("b", now: 100) == nil)
        #expect(limiter.take("a", now: 104) == 6)
        #expect(limiter.take("a", now: 110) == nil)
        #expect(limiter.take("a", now: 110) != nil)
        for _ in 0..<3 { #expect(limiter.take("a", now: 1000) == nil) }
        #expect(limiter.take("a", now: 1000) != nil)
    }

    @Test("Never are more allowed than the burst and one an interval, whenever they come")
    func neverMore() {
        var generator = SeededGenerator(seed: 11)
        let limiter = RateLimiter(RateLimit(burst: 5, interval: 2))
        var now = 0.0
        var allowed = 0
        for _ in 0..<5000 {
            now += Double.random(in: 0...1, using: &generator)
            if limiter.take("a", now: now) == nil { allowed += 1 }
        }
        #expect(allowed <= 5 + Int(now / 2))
        #expect(allowed >= Int(now / 2) - 5)
    }

    @Test("A million keys leave the table as it is, and forget the one that is furthest from its limit first")
    func bounded() {
        let limiter = RateLimiter(RateLimit(burst: 2, interval: 1000), capacity: 64)
        #expect(limiter.take("victim", now: 0) == nil)
        #expect(limiter.take("victim", now: 0) == nil)
        for key in 0..<1_000_000 { _ = limiter.take(key, now: 0) }
        // It has used up two of two; the others one each, so that it is kept.
        #expect(limiter.take("victim", now: 0) != nil)
    }
}
