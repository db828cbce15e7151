/// Months and years above a timeline.
struct MonthAxis {
    /// The months whose first day has a line.
    let ticks: [Int]
    private let step: Int
    private let names: [String]
    private let x: (Int) -> Double
    private let right: Double

    /// An axis with as many ticks as their names have room for: every month, or every second, third, sixth or twelfth, or
    /// every so many years.
    init(_ scale: MonthScale, names: [String], x: @escaping (Int) -> Double, from left: Double, to right: Double) {
        self.names = names
        self.x = x
        self.right = right
        let style = TextStyle.small
        let widest = names.map { style.room(TextWrapping.cleaned($0)) }.max() ?? 0
        let month = (right - left) / Double(scale.months.count)
        let year = style.room("2000") + 8
        var step = [1, 2, 3, 6].first { Double($0) * month >= widest + 7 } ?? 12
        while step >= 12, Double(step) * month < year { step += 12 }
        self.step = step
        let firsts = scale.months.filter { $0 % step == 0 }
        // A few months within one year have no January of their own.
        ticks = firsts.isEmpty ? [scale.months.lowerBound] : firsts
    }

    func draw(in drawing: inout Drawing) {
        let style = TextStyle.small
        let showsMonths = step < 12
        let top = drawing.height
        let yearTop = top + (showsMonths ? style.height(1) : 0)
        if showsMonths {
            for tick in ticks where tick % 12 < names.count {
                let label = Label(
                    names[tick % 12], x: x(tick) + 2, baseline: style.baseline(ofLine: 0, from: top), style: style)
                if label.box.right <= drawing.width { drawing.add(label) }
            }
        }
        drawYears(top: yearTop, in: &drawing)
        drawing.height = yearTop + style.height(1) + 2
    }

    /// The year at the first tick and at each first tick of a year; the first gives way where the next would touch it.
    private func drawYears(top: Double, in drawing: inout Drawing) {
        let style = TextStyle.small
        let starts = ticks.enumerated().filter { $0 == 0 || $1 / 12 != ticks[$0 - 1] / 12 }.map(\.element)
        let labels = starts.map {
            Label("\($0 / 12)", x: x($0) + 2, baseline: style.baseline(ofLine: 0, from: top), style: style)
        }
        var next: Label?
        for label in labels.reversed() {
            if let next, label.box.right + 3 > next.box.left { continue }
            if label.box.right > drawing.width { continue }
            next = label
            drawing.add(label)
        }
    }
}
