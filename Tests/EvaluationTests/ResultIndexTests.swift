import Testing

@testable import Evaluation

@Suite("Places of results")
struct ResultIndexTests {
    private let index = ResultIndex([
        ("w1", "a"), ("w1", "b"), ("w2", "a"), ("w1", "a"),
    ]) { (wave: $0.0, group: ReportingGroup.leadership, subject: $0.1) }

    @Test("A result is found by wave, group and subject, and where it is there twice the first counts")
    func places() {
        #expect(index["w1", .leadership, "a"] == 0)
        #expect(index["w1", .leadership, "b"] == 1)
        #expect(index["w2", .leadership, "a"] == 2)
        #expect(index["w1", .leadership] == ["a": 0, "b": 1])
    }

    @Test("What was never asked has no place")
    func nothing() {
        #expect(index["w2", .leadership, "b"] == nil)
        #expect(index["w1", .stakeholders(.student), "a"] == nil)
        #expect(index["w3", .leadership].isEmpty)
    }
}
