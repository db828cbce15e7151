import Testing

@testable import Charts

@Suite("Colors of figures")
struct ChartPaletteTests {
    private func contrast(_ first: String, _ second: String) -> Double {
        let (one, two) = (RelativeLuminance.of(hex: first), RelativeLuminance.of(hex: second))
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    /// The colors of a scale from the least to the most favorable answer.
    private func scale(_ points: Int, hasNeutral: Bool = true) -> [ChartColor] {
        ChartPalette.shades(ChartPalette.unfavorable, count: points) + (hasNeutral ? [ChartPalette.neutral] : [])
            + ChartPalette.shades(ChartPalette.favorable, count: points).reversed()
    }

    @Test("The color difference is that of the formula's authors")
    func formula() {
        // Sharma, Wu and Dalal 2005, table 1, pairs 1, 17 and 25.
        #expect(abs(ColorVision.ciede2000([50, 2.6772, -79.7751], [50, 0, -82.7485]) - 2.0425) < 5e-5)
        #expect(abs(ColorVision.ciede2000([50, 2.5, 0], [73, 25, -18]) - 27.1492) < 5e-5)
        #expect(
            abs(ColorVision.ciede2000([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387]) - 1.2644) < 5e-5)
    }

    @Test("Contrast is that of WCAG: 21 for black on white, 4.54 for #767676")
    func luminance() {
        #expect(abs(contrast("#000000", "#ffffff") - 21) < 1e-9)
        #expect(abs(contrast("#767676", "#ffffff") - 4.54) < 0.005)
        #expect(RelativeLuminance.of(hex: "blue") == 0)
    }

    @Test(
        "Answers beside each other are told apart in any color vision and in greyscale", arguments: ColorVision.allCases
    )
    func adjacent(vision: ColorVision) {
        for points in 1...2 {
            for hasNeutral in [true, false] {
                let colors = scale(points, hasNeutral: hasNeutral).map(\.hex)
                for (first, second) in zip(colors, colors.dropFirst()) {
                    #expect(vision.difference(first, second) >= 10, "\(vision) \(first) \(second)")
                }
            }
        }
        let seven = scale(3).map(\.hex)
        for (first, second) in zip(seven, seven.dropFirst()) {
            #expect(vision.difference(first, second) >= 7, "\(vision) \(first) \(second)")
        }
    }

    @Test("All answers of a five-point scale are told apart", arguments: ColorVision.allCases)
    func all(vision: ColorVision) {
        let colors = scale(2).map(\.hex)
        for (index, first) in colors.enumerated() {
            for second in colors[(index + 1)...] {
                #expect(vision.difference(first, second) >= 9, "\(vision) \(first) \(second)")
            }
        }
    }

    @Test("What carries meaning has a contrast of 3 to the paper, text of 4.5")
    func contrasts() {
        for color in ChartPalette.unfavorable + ChartPalette.favorable + ChartPalette.series + [ChartPalette.axis] {
            #expect(contrast(color.hex, ChartPalette.paper.hex) >= 3, "\(color)")
        }
        for color in [ChartPalette.ink, ChartPalette.soft] {
            #expect(contrast(color.hex, ChartPalette.paper.hex) >= 4.5)
        }
        for color in ChartPalette.unfavorable + ChartPalette.favorable + [ChartPalette.neutral, ChartPalette.remainder]
        {
            #expect(contrast(ChartPalette.text(on: color).hex, color.hex) >= 4.5, "\(color)")
        }
    }

    @Test("Series differ in shape, whatever the color")
    func shapes() {
        #expect(Set((0..<4).map { Symbol.form(ofSeries: $0) }).count == 4)
        let looks = PlanTimeline.Progress.allCases.map { TimelineDrawing.symbol($0) }.map {
            "\($0.form) \($0.isHollow)"
        }
        #expect(Set(looks).count == looks.count)
    }

    @Test("On a dark screen what carries meaning stands out too, and its text is read")
    func dark() {
        let fills = DarkPalette.unfavorable + DarkPalette.favorable
        for hex in fills + DarkPalette.series + [DarkPalette.axis] {
            #expect(contrast(hex, DarkPalette.paper) >= 3, "\(hex)")
        }
        for hex in [DarkPalette.ink, DarkPalette.soft] { #expect(contrast(hex, DarkPalette.paper) >= 4.5) }
        for hex in fills + [DarkPalette.neutral] {
            #expect(contrast(ChartPalette.textHex(on: hex), hex) >= 4.5, "\(hex)")
        }
    }

    @Test("A dark screen has a color for every class that figures use")
    func classes() {
        let colors =
            ChartPalette.unfavorable + ChartPalette.favorable + ChartPalette.series
            + [
                ChartPalette.ink, ChartPalette.soft, ChartPalette.grid, ChartPalette.axis, ChartPalette.paper,
                ChartPalette.neutral, ChartPalette.remainder,
            ]
        for color in colors { #expect(DarkPalette.rules.contains(".\(color.className){fill:")) }
        for color in ChartPalette.favorable + [ChartPalette.neutral] {
            #expect(DarkPalette.rules.contains(".\(ChartPalette.text(on: color).className){fill:"))
        }
    }

    @Test("On a dark screen answers beside each other are told apart too", arguments: ColorVision.allCases)
    func darkAdjacent(vision: ColorVision) {
        let (bad, good) = (DarkPalette.unfavorable, DarkPalette.favorable)
        let scale = [bad[0], bad[4], DarkPalette.neutral, good[3], good[0]]
        for (first, second) in zip(scale, scale.dropFirst()) {
            #expect(vision.difference(first, second) >= 10, "\(vision) \(first) \(second)")
        }
    }
}
