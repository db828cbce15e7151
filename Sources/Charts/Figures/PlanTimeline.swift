import Dates

/// Action steps by the day they are due, in rows under their goals.
public struct PlanTimeline: ChartFigure, Equatable {
    /// How far a step is, told by shape and by color.
    public enum Progress: Int, Sendable, CaseIterable {
        case done, underway, planned, late, dropped
    }

    /// One action step.
    public struct Step: Equatable, Sendable {
        /// What is to be done.
        public let label: String
        /// What stands smaller below it, such as who does it.
        public let detail: String?
        /// When it is due; nil where no day is set: mark and `dueText` stand at the beginning of the row.
        public let due: CalendarDate?
        /// The day in words, beside the mark.
        public let dueText: String
        /// How far it is.
        public let progress: Progress

        /// Creates a step.
        public init(_ label: String, detail: String? = nil, due: CalendarDate?, dueText: String, progress: Progress) {
            self.label = label
            self.detail = detail
            self.due = due
            self.dueText = dueText
            self.progress = progress
        }
    }

    /// The words of the figure.
    public struct Words: Equatable, Sendable {
        /// Short names of the twelve months; a month without a name has none.
        public let months: [String]
        /// What the legend calls each kind of progress.
        public let progress: [Progress: String]

        /// Creates the words.
        public init(months: [String], progress: [Progress: String]) {
            self.months = months
            self.progress = progress
        }
    }

    /// A day that a line marks, such as the day the report was made.
    public struct Today: Equatable, Sendable {
        /// The day.
        public let date: CalendarDate
        /// What stands above its line.
        public let label: String

        /// Creates a day.
        public init(date: CalendarDate, label: String) {
            self.date = date
            self.label = label
        }
    }

    var goals: [ChartGroup<Step>]
    let words: Words
    let today: Today?
    let width: Double
    /// Months that the axis covers at least, counted from year 0.
    var months: ClosedRange<Int>?

    /// Creates a figure.
    /// - Parameters:
    ///   - goals: steps by goal; they are drawn in the order given.
    ///   - today: a day that a line marks.
    ///   - width: in user units.
    public init(goals: [ChartGroup<Step>], words: Words, today: Today? = nil, width: Double = 660) {
        self.goals = goals.filter { !$0.rows.isEmpty }
        self.words = words
        self.today = today
        self.width = width
    }

    /// The figure; the empty string where there is no step.
    public func svg(_ caption: ChartCaption) -> String { SVGWriter.svg(drawing, caption, kind: "plan-timeline") }

    /// The figure in parts that are no higher than `height` with a common axis, for a page; one part where it fits.
    public func parts(maximumHeight height: Double) -> [PlanTimeline] {
        var fixed = self
        let scale = MonthScale(self)
        fixed.months = scale.hasDates ? scale.months : nil
        func with(_ goals: [ChartGroup<Step>]) -> PlanTimeline {
            var copy = fixed
            copy.goals = goals
            return copy
        }
        return goals.parts { with($0).height <= height }.map(with)
    }

    /// In user units; 0 where nothing is drawn.
    public var height: Double { drawing.height }

    var drawing: Drawing { goals.isEmpty ? Drawing(width: width) : TimelineDrawing(self).drawing() }
}

/// Months of equal width, counted from year 0.
struct MonthScale: Equatable {
    /// The months that the axis covers.
    let months: ClosedRange<Int>
    /// Whether there is a day at all; without one there is no axis.
    let hasDates: Bool

    init(_ timeline: PlanTimeline) {
        var numbers = timeline.goals.flatMap(\.rows).compactMap(\.due).map(Self.month)
        if let today = timeline.today { numbers.append(Self.month(today.date)) }
        if let months = timeline.months { numbers += [months.lowerBound, months.upperBound] }
        hasDates = !numbers.isEmpty
        let first = numbers.min() ?? 0
        months = first...max(numbers.max() ?? first, first + 2)
    }

    static func month(_ date: CalendarDate) -> Int { date.year * 12 + date.month - 1 }

    /// A day's share of the way from the first day of the first month to the last of the last.
    func share(_ date: CalendarDate) -> Double {
        let position = Double(Self.month(date) - months.lowerBound) + (Double(date.day) - 0.5) / 31
        return position / Double(months.count)
    }
}
