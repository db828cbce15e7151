import Statistics
import Testing

@Suite("Response rates")
struct ResponseRateTests {
    @Test("Response Rate 1 leaves partial answers out, Response Rate 2 counts them")
    func rates() throws {
        #expect(ResponseRate.rr1(complete: 412, invited: 530)?.estimate == 412.0 / 530)
        #expect(ResponseRate.rr2(complete: 412, partial: 18, invited: 530)?.estimate == 430.0 / 530)
    }

    @Test("A wave to which nobody was invited has no rate, nor has one that more answered than were invited")
    func impossible() {
        #expect(ResponseRate.rr1(complete: 0, invited: 0) == nil)
        #expect(ResponseRate.rr1(complete: 11, invited: 10) == nil)
        #expect(ResponseRate.rr2(complete: 12, partial: -3, invited: 10) == nil)
        #expect(ResponseRate.rr2(complete: .max, partial: 1, invited: 10) == nil)
    }

    @Test("Item nonresponse is the share of those asked who left the item out")
    func itemNonresponse() {
        #expect(ResponseRate.itemNonresponse(answered: 45, asked: 60)?.estimate == 0.25)
        #expect(ResponseRate.itemNonresponse(answered: 0, asked: 0) == nil)
    }
}
