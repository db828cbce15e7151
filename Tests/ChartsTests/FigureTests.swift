import Markup
import Testing

@testable import Charts

@Suite("Figures")
struct FigureTests {
    private let names = ["s": "http://www.w3.org/2000/svg"]

    @Test("A figure is an image with a title, a description and its table", arguments: SampleFigures.all.map(\.name))
    func accessible(name: String) throws {
        let svg = try #require(SampleFigures.all.first { $0.name == name }).svg
        let root = try #require(try MarkupTree.parseXML(svg).root)
        #expect(root[attribute: "role"] == "img")
        #expect(root[attribute: "aria-labelledby"] == "\(name)-title")
        #expect(root[attribute: "aria-describedby"] == "\(name)-desc \(name)-table")
        // WeasyPrint takes the alternate text of the PDF from a title that is a child of the root.
        #expect(root.children.first?.name == "title" && root.children.first?[attribute: "id"] == "\(name)-title")
        #expect(root.children.dropFirst().first?.text == "Bars & marks by group.")
        #expect(!svg.contains("<style") && !svg.contains("<script") && !svg.contains("href"))
    }

    @Test("A figure of nothing is nothing")
    func empty() {
        let caption = SampleFigures.caption("empty")
        let format = ChartNumberFormat()
        #expect(DotPlot(series: [], groups: [.init(rows: [])], axis: .init()).svg(caption).isEmpty)
        #expect(Dumbbell(baseline: "", followUp: "", groups: [], axis: .init()).svg(caption).isEmpty)
        #expect(GapChart(first: "", second: "", groups: [], axis: .init()).svg(caption).isEmpty)
        #expect(RateTrend(panels: [.init(title: "T", points: [])], format: format).svg(caption).isEmpty)
        #expect(ResponseBars(groups: [], format: format).svg(caption).isEmpty)
        #expect(PlanTimeline(goals: [], words: .init(months: [], progress: [:])).svg(caption).isEmpty)
        #expect(
            DivergingBars(categories: [], favorable: "", remainder: "", groups: [], format: format).svg(caption).isEmpty
        )
    }

    @Test("An identifier has only characters that identifiers may have")
    func identifier() {
        #expect(ChartCaption(id: "a b\"é", title: "", description: "").id == "a-b--")
    }

    @Test("Neutral answers straddle the center line")
    func straddle() throws {
        let bar = try #require(DivergingBar(.shares([10, 20, 30, 25, 15]), in: SampleFigures.diverging))
        #expect(bar.leftOfCenter == 45 && bar.total == 100)
    }

    @Test("What is not told of a row stands apart at the left")
    func partlyTold() throws {
        let bar = try #require(DivergingBar(.shares([nil, nil, 17, 40, 26]), in: SampleFigures.diverging))
        #expect(bar.pieces.first == .init(kind: .remainder, percent: 17) && bar.leftOfCenter == 25.5)
        let two = try #require(DivergingBar(.favorable(61), in: SampleFigures.diverging))
        #expect(two.pieces.map(\.percent) == [39, 61] && two.leftOfCenter == 39)
        #expect(DivergingBar(.favorable(.nan), in: SampleFigures.diverging) == nil)
        #expect(DivergingBar(.shares([]), in: SampleFigures.diverging) == nil)
    }

    @Test("A withheld year has its mark and a gap in the line")
    func gap() throws {
        let tree = try MarkupTree.parseXML(SampleFigures.trend.svg(SampleFigures.caption("t")))
        // Referrals have years 2 and 3, and 5 and 6; one panel has a single year and so no line.
        #expect(try tree.xpath("//s:polyline", namespaces: names).count == 5)
        #expect(try tree.xpath("//s:text[.='†']", namespaces: names).count == 2)
    }

    @Test("A mark's interval holds its value, and what is no number is not drawn")
    func marks() {
        #expect(ChartMark(value: 5, interval: 6...7, text: "").interval == 5...7)
        #expect(ChartMark(value: .nan, interval: 0...1, text: "").value == nil)
        #expect(ChartMark(value: 1, interval: 0...(.infinity), text: "").interval == nil)
    }

    @Test("Parts are no higher than the page, with all rows in their order and one axis")
    func parts() {
        let rows = (0..<60).map { SampleFigures.step("Step \($0)", nil, "2026-0\($0 % 9 + 1)-10", .planned) }
        let plan = PlanTimeline(
            goals: [.init(title: "Goal", rows: rows)],
            words: .init(months: SampleFigures.months, progress: [.planned: "Planned"]))
        let parts = plan.parts(maximumHeight: 400)
        #expect(parts.count > 1 && parts.allSatisfy { $0.drawing.height <= 400 })
        #expect(parts.flatMap(\.goals).flatMap(\.rows) == rows)
        #expect(parts.allSatisfy { MonthScale($0) == MonthScale(plan) })
        let bars = SampleFigures.diverging
        #expect(bars.parts(maximumHeight: 10_000).map(\.groups) == [bars.groups])
        #expect(bars.parts(maximumHeight: 1).flatMap(\.groups).flatMap(\.rows) == bars.groups.flatMap(\.rows))
        #expect(SampleFigures.dots.parts(maximumHeight: 150).count > 1)
        #expect(SampleFigures.trend.parts(maximumHeight: 170).count == 2)
        #expect(SampleFigures.response.parts(maximumHeight: 100).count > 1)
    }

    @Test("Steps without a day are drawn with their progress, and there is no axis of months")
    func undated() {
        let plan = PlanTimeline(
            goals: [.init(rows: [.init("Review", due: nil, dueText: "no date yet", progress: .underway)])],
            words: .init(months: SampleFigures.months, progress: [.underway: "Under way"]))
        #expect(plan.drawing.labels.map(\.text) == ["Under way", "Review", "no date yet"])
    }
}
