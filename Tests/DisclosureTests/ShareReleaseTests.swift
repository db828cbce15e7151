import Disclosure
import Testing

@Suite("Shares and distributions")
struct ShareReleaseTests {
    @Test("The blur follows the size of the group")
    func blur() {
        let sizes = [0, 9, 10, 19, 20, 39, 40, 99, 100, 299, 300, 5_000]
        #expect(sizes.map(SizeBlur.percent) == [20, 20, 20, 20, 10, 10, 5, 5, 2, 2, 1, 1])
        #expect([0, 14, 39, 99, 299, 350].map(SizeBlur.count) == [0, 2, 3, 4, 5, 3])
    }

    @Test("Nobody's answers, too few answers, bounds, the favorable share, and all three counts")
    func kinds() {
        func release(_ favorable: Int, _ neutral: Int?, _ unfavorable: Int) -> ShareRelease {
            ShareRelease(favorable: favorable, neutral: neutral, unfavorable: unfavorable, threshold: 10)
        }
        #expect(release(0, 0, 0) == .noAnswers)
        #expect(release(9, 0, 0) == .suppressed)
        #expect(release(9, nil, 9) == .suppressed)
        #expect(release(9, 5, 5) == .atMost(count: 9, of: 19))
        #expect(release(0, 20, 20) == .atMost(count: 9, of: 40))
        #expect(release(40, 0, 0) == .atLeast(count: 31, of: 40))
        #expect(release(31, 9, 0) == .atLeast(count: 31, of: 40))
        #expect(release(30, 1, 9) == .favorable(30, of: 40))
        #expect(release(30, nil, 10) == .favorable(30, of: 40))
        #expect(release(30, 10, 10) == .all(favorable: 30, neutral: 10, unfavorable: 10))
        #expect(release(980, 10, 20) == .favorable(980, of: 1_010))
        #expect(release(10, 500, 500) == .atMost(count: 10, of: 1_010))
    }

    /// What a reader can conclude who knows the rule: the counts that give the same release.
    @Test("A reader who knows the rule is left with a wide interval for whatever is hidden", arguments: [3, 5, 10])
    func intervals(threshold: Int) {
        for size in 1...60 {
            for hasNeutral in [true, false] {
                let triples = (0...size).flatMap { favorable in
                    (hasNeutral ? 0...(size - favorable) : 0...0).map { [favorable, $0, size - favorable - $0] }
                }
                let groups = Dictionary(grouping: triples) { triple in
                    ShareRelease(
                        favorable: triple[0], neutral: hasNeutral ? triple[1] : nil, unfavorable: triple[2],
                        threshold: threshold)
                }
                for (release, consistent) in groups where !(release == .suppressed && size < threshold) {
                    // Favorable, neutral, unfavorable, and what is not favorable.
                    for category in hasNeutral ? [0, 1, 2, 3] : [0, 2] {
                        let values = Set(consistent.map { category == 3 ? size - $0[0] : $0[category] })
                        guard let low = values.min(), let high = values.max() else { continue }
                        let isSmall = values.contains { (1..<threshold).contains($0) }
                        #expect(!isSmall || high - low >= threshold - 1, "\(release) of \(size): \(low)…\(high)")
                        let isExtreme = values.contains(0) || values.contains(size)
                        #expect(!isExtreme || low < high, "\(release) of \(size)")
                    }
                }
            }
        }
    }

    @Test("Bounds are the same for all counts that they hold for")
    func boundsCarryNothing() {
        let releases = Set(
            (0...9).map { ShareRelease(favorable: $0, neutral: nil, unfavorable: 50 - $0, threshold: 10) })
        #expect(releases == [.atMost(count: 9, of: 50)])
    }

    @Test("A threshold of one still does not tell that nobody or everybody agreed")
    func zeroThreshold() {
        #expect(ShareRelease(favorable: 0, neutral: nil, unfavorable: 4, threshold: 0) == .atMost(count: 1, of: 4))
        #expect(ShareRelease(favorable: 4, neutral: nil, unfavorable: 0, threshold: 1) == .atLeast(count: 3, of: 4))
    }

    @Test("A distribution needs enough answers at every point")
    func distributions() {
        #expect(DistributionRelease(counts: [10, 12, 30], threshold: 10)?.counts == [10, 12, 30])
        #expect(DistributionRelease(counts: [9, 12, 30], threshold: 10) == nil)
        #expect(DistributionRelease(counts: [0, 22, 30], threshold: 10) == nil)
        #expect(DistributionRelease(counts: [10, 500, 500], threshold: 10) == nil)
        #expect(DistributionRelease(counts: [], threshold: 10) == nil)
    }

    @Test("A re-issued count is withheld if a few answers came late or were taken back")
    func reissues() {
        let earlier = [["a": 40, "b": 40, "c": 40, "d": 40], ["a": 50, "e": 3]]
        let today = ["a": 50, "b": 49, "c": 31, "d": 40, "e": 13, "f": 1]
        #expect(ReleaseLedger.withheld(today: today, earlier: earlier, threshold: 10) == ["b", "c"])
        #expect(ReleaseLedger.withheld(today: ["a": 51], earlier: earlier, threshold: 10) == ["a"])
        #expect(ReleaseLedger.withheld(today: today, earlier: earlier, threshold: 0).isEmpty)
    }
}
