import Markup
import Testing

@testable import Charts

@Suite("Placement of labels")
struct LabelPlacementTests {
    private let caption = ChartCaption(id: "figure", title: "A < B & \"C\"", description: "Rows", table: "numbers")

    /// Holds for any figure: labels are apart and inside, the text is XML, and no number is lost.
    private func expectSound(_ drawing: Drawing, _ svg: String, _ seed: UInt64) throws {
        guard !drawing.elements.isEmpty else {
            #expect(svg.isEmpty)
            return
        }
        let boxes = drawing.labels.sorted { $0.box.top < $1.box.top }
        for (index, label) in boxes.enumerated() {
            let box = label.box
            #expect(
                box.left >= -0.01 && box.right <= drawing.width + 0.01 && box.top >= -0.01
                    && box.bottom <= drawing.height + 0.01, "seed \(seed): \(label.text) \(box) of \(drawing.height)")
            for other in boxes[(index + 1)...] {
                if other.box.top >= box.bottom { break }
                let shrunk = Box(
                    left: box.left + 0.01, top: box.top + 0.01, right: box.right - 0.01, bottom: box.bottom - 0.01)
                #expect(!shrunk.overlaps(other.box), "seed \(seed): \(label) meets \(other)")
            }
        }
        #expect(!svg.contains("nan") && !svg.contains("inf"))
        let tree = try MarkupTree.parseXML(svg)
        let texts = try tree.xpath("//s:text", namespaces: ["s": "http://www.w3.org/2000/svg"]).map(\.text)
        #expect(texts == drawing.labels.map(\.text))
    }

    @Test("No two labels of a figure meet, and none leaves it, whatever the data", arguments: 0..<60 as Range<UInt64>)
    func random(seed: UInt64) throws {
        var random = RandomFigures(seed: seed)
        let (dots, dumbbell, gap) = (random.dotPlot(), random.dumbbell(), random.gapChart())
        try expectSound(dots.drawing, dots.svg(caption), seed)
        try expectSound(dumbbell.drawing, dumbbell.svg(caption), seed)
        try expectSound(gap.drawing, gap.svg(caption), seed)
        let (bars, response) = (random.divergingBars(), random.responseBars())
        try expectSound(bars.drawing, bars.svg(caption), seed)
        try expectSound(response.drawing, response.svg(caption), seed)
        let (trend, plan) = (random.rateTrend(), random.planTimeline())
        try expectSound(trend.drawing, trend.svg(caption), seed)
        try expectSound(plan.drawing, plan.svg(caption), seed)
    }

    @Test("The same data gives the same bytes", arguments: 0..<5 as Range<UInt64>)
    func deterministic(seed: UInt64) {
        func figures() -> [String] {
            var random = RandomFigures(seed: seed)
            return [
                random.dotPlot().svg(caption), random.divergingBars().svg(caption), random.planTimeline().svg(caption),
                random.rateTrend().svg(caption),
            ]
        }
        #expect(figures() == figures())
    }

    @Test("All words of a row are in the figure, however long")
    func complete() {
        let words = (0..<120).map { "word\($0)" }
        let plan = PlanTimeline(
            goals: [.init(rows: [.init(words.joined(separator: " "), due: nil, dueText: "", progress: .planned)])],
            words: .init(months: [], progress: [:]))
        #expect(
            plan.drawing.labels.flatMap { $0.text.split(separator: " ").map(String.init) }.filter {
                $0.hasPrefix("word")
            } == words)
    }
}
