import Dates
import TestSupport

@testable import Charts

/// Figures of random data, hard ones among them: extremes, equal values, long and foreign words, nothing at all.
struct RandomFigures {
    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    private mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &generator) < share }

    private mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

    mutating func text() -> String {
        let words = [
            "Trust", "Follow-up", "n = 1,204", "مدرسة ثانوية", "<b>&\"quoted\"</b> ]]>", "†", "≥ 95 %", "Ñandú", "学校",
            "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen", "a\u{0}b\u{1B}c\u{FFFE}", "line\nbreak", "",
        ]
        if chance(0.04) { return String(repeating: "The officer explains what happens next. ", count: 20) }
        if chance(0.02) { return String(repeating: "W", count: 800) }
        return (0..<int(1...4)).map { _ in words[int(0...(words.count - 1))] }.joined(separator: " ")
    }

    mutating func optionalText() -> String? { chance(0.4) ? nil : text() }

    mutating func number() -> Double {
        switch int(0...9) {
        case 0: 0
        case 1: 100
        case 2: 50
        case 3: chance(0.5) ? .nan : .infinity
        case 4: Double.random(in: -1e6...1e6, using: &generator)
        default: Double.random(in: 0...100, using: &generator)
        }
    }

    mutating func mark() -> ChartMark {
        let (value, low, high) = (number(), number(), number())
        let interval = low <= high && chance(0.5) ? low...high : nil
        return ChartMark(value: chance(0.1) ? nil : value, interval: interval, text: text())
    }

    mutating func groups<Row>(_ row: (inout RandomFigures) -> Row) -> [ChartGroup<Row>] {
        let count = chance(0.1) ? 25 : int(0...4)
        return (0..<count).map { _ in
            ChartGroup(title: optionalText(), rows: (0..<int(0...5)).map { _ in row(&self) })
        }
    }

    mutating func axis() -> ChartAxis {
        ChartAxis(
            title: optionalText(), range: chance(0.5) ? 0...100 : nil,
            format: .init(decimals: int(0...2), suffix: chance(0.1) ? " percent of all who answered" : " %"))
    }

    mutating func dotPlot() -> DotPlot {
        let series = (0..<int(1...5)).map { DotPlot.Series(text(), style: $0, isEarlier: chance(0.3)) }
        return DotPlot(
            series: series,
            groups: groups { random in
                .init(
                    random.text(), detail: random.optionalText(),
                    marks: series.map { _ in random.chance(0.2) ? nil : random.mark() }, note: random.optionalText())
            }, axis: axis(), noteTitle: optionalText(), reference: chance(0.3) ? number() : nil)
    }

    mutating func dumbbell() -> Dumbbell {
        Dumbbell(
            baseline: text(), followUp: text(), changeTitle: optionalText(),
            groups: groups {
                .init(
                    $0.text(), detail: $0.optionalText(), baseline: $0.mark(), followUp: $0.mark(),
                    change: $0.optionalText())
            }, axis: axis())
    }

    mutating func gapChart() -> GapChart {
        GapChart(
            first: text(), second: text(), gapTitle: optionalText(),
            groups: groups {
                .init($0.text(), detail: $0.optionalText(), first: $0.mark(), second: $0.mark(), gap: $0.optionalText())
            }, axis: axis())
    }

    mutating func divergingBars() -> DivergingBars {
        let categories = (0..<int(2...11)).map { index in
            DivergingBars.Category(text(), index < 2 ? .unfavorable : index == 2 ? .neutral : .favorable)
        }
        return DivergingBars(
            categories: categories, favorable: text(), remainder: text(),
            groups: groups { random in
                let answers: DivergingBars.Answers =
                    switch random.int(0...3) {
                    case 0: .favorable(random.number())
                    case 1: .note(random.text())
                    default: .shares(categories.map { _ in random.chance(0.1) ? nil : random.number() / 3 })
                    }
                return .init(
                    random.text(), detail: random.optionalText(), answers: answers, summary: random.optionalText())
            }, format: SampleFigures.percent, axisTitle: optionalText(), summaryTitle: optionalText(),
            layout: chance(0.3) ? .stacked : .diverging)
    }

    mutating func responseBars() -> ResponseBars {
        ResponseBars(
            groups: groups { random in
                .init(
                    random.text(), detail: random.optionalText(), rate: random.chance(0.1) ? nil : random.number(),
                    text: random.text(), isEarlier: random.chance(0.5))
            }, format: SampleFigures.percent, axisTitle: optionalText())
    }

    mutating func rateTrend() -> RateTrend {
        let panels = (0..<int(0...7)).map { _ in
            RateTrend.Panel(
                title: text(), unit: optionalText(), points: (0..<int(0...12)).map { _ in .init(text(), mark()) })
        }
        return RateTrend(panels: panels, columns: int(1...4), format: .init(decimals: int(0...1)))
    }

    mutating func planTimeline() -> PlanTimeline {
        let span = [1, 3, 30, 300][int(0...3)]
        func date(_ random: inout RandomFigures) -> CalendarDate? {
            CalendarDate(year: 2025 + random.int(0...span) / 12, month: random.int(1...12), day: random.int(1...28))
        }
        let goals =
            chance(0.2)
            ? [ChartGroup(title: text(), rows: (0..<60).map { _ in step(date(&self)) })]
            : groups { $0.step(date(&$0)) }
        let words = PlanTimeline.Words(
            months: SampleFigures.months, progress: [.done: text(), .late: text(), .planned: text()])
        return PlanTimeline(
            goals: goals, words: words,
            today: chance(0.5) ? date(&self).map { .init(date: $0, label: text()) } : nil)
    }

    private mutating func step(_ due: CalendarDate?) -> PlanTimeline.Step {
        .init(
            text(), detail: optionalText(), due: chance(0.1) ? nil : due, dueText: text(),
            progress: PlanTimeline.Progress(rawValue: int(0...4)) ?? .done)
    }
}
