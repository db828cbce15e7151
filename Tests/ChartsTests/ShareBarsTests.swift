import Charts
import Markup
import Testing

@Suite("Bar charts of shares")
struct ShareBarsTests {
    private func tree(_ title: String, _ percents: [Int]) throws -> MarkupTree {
        let bars = percents.enumerated().map { ShareBars.Bar(label: "Wave \($0 + 1)", percent: $1) }
        return try MarkupTree.parseXML(ShareBars(title: title, bars: bars).svg)
    }

    private func elements(_ name: String, in tree: MarkupTree) throws -> [MarkupNode] {
        try tree.xpath("//s:\(name)", namespaces: ["s": "http://www.w3.org/2000/svg"])
    }

    @Test("A chart is an image to assistive technology, with a title and its numbers in words")
    func accessible() throws {
        let tree = try tree("Trust", [48, 61])
        #expect(tree.root?[attribute: "role"] == "img")
        #expect(tree.root?.children.map(\.name).prefix(2) == ["title", "desc"])
        #expect(tree.root?.children.first?.text == "Trust")
        #expect(try elements("desc", in: tree).map(\.text) == ["Wave 1: 48 percent; Wave 2: 61 percent."])
    }

    @Test(
        "A bar is as long as its share of the track; what lies beyond 0 to 100 is cut",
        arguments: [(-5, "0.0"), (0, "0.0"), (1, "1.6"), (50, "80.0"), (100, "160.0"), (101, "160.0"), (.max, "160.0")])
    func length(percent: Int, width: String) throws {
        let bars = try elements("rect", in: tree("T", [percent]))
        #expect(bars.map { $0[attribute: "class"] } == ["track", "now"])
        #expect(bars.map { $0[attribute: "width"] } == ["160", width])
    }

    @Test("The last bar is the most recent, and each has room of its own inside the picture")
    func bars() throws {
        let tree = try tree("T", [10, 20, 30])
        let bars = try elements("rect", in: tree).filter { $0[attribute: "class"] != "track" }
        #expect(bars.map { $0[attribute: "class"] } == ["before", "before", "now"])
        // Their colors are their own, for engines that don't style SVG inside a page.
        #expect(try elements("rect", in: tree).allSatisfy { $0[attribute: "fill"]?.hasPrefix("#") == true })
        let tops = bars.compactMap { $0[attribute: "y"].flatMap(Int.init) }
        #expect(zip(tops, tops.dropFirst()).allSatisfy { $0 + 8 <= $1 })
        let height = try #require(tree.root?[attribute: "height"].flatMap(Int.init))
        #expect(tree.root?[attribute: "viewBox"] == "0 0 160 \(height)")
        #expect(tops.allSatisfy { $0 + 8 <= height })
    }

    @Test("Markup in a title or a label is text")
    func escaping() throws {
        let nasty = "<b>\"A\" & 'B'</b> ]]> -->"
        let svg = ShareBars(title: nasty, bars: [.init(label: nasty, percent: 5)]).svg
        let tree = try MarkupTree.parseXML(svg)
        #expect(tree.root?.children.map(\.name) == ["title", "desc", "rect", "rect"])
        #expect(tree.root?.children.first?.text == nasty)
        #expect(try elements("desc", in: tree).first?.text == nasty + ": 5 percent.")
    }

    @Test("A chart of nothing is nothing")
    func empty() {
        #expect(ShareBars(title: "T", bars: []).svg.isEmpty)
    }

    @Test("The same chart is the same text")
    func deterministic() {
        let chart = { ShareBars(title: "T", bars: [.init(label: "L", percent: 33)]) }
        #expect(chart().svg == chart().svg && chart() == chart())
    }
}
