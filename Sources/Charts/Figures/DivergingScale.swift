/// A bar's pieces from left to right, and where the center line cuts them.
struct DivergingBar: Equatable {
    struct Piece: Equatable {
        /// The category; nil for answers that are not told apart.
        enum Kind: Equatable {
            case category(Int)
            case allFavorable
            case remainder
        }

        let kind: Kind
        let percent: Double
    }

    let pieces: [Piece]
    /// Percent to the left of the center line.
    let leftOfCenter: Double

    var total: Double { pieces.reduce(0) { $0 + $1.percent } }

    /// The bar of a row; nil for a row with a note.
    init?(_ answers: DivergingBars.Answers, in figure: DivergingBars) {
        func usable(_ share: Double?) -> Double? { share.flatMap { (0...100).contains($0) ? $0 : nil } }
        var pieces: [Piece] = []
        var left = 0.0
        switch answers {
        case .note: return nil
        case .favorable(let share):
            guard let share = usable(share) else { return nil }
            left = 100 - share
            pieces = [.init(kind: .remainder, percent: 100 - share), .init(kind: .allFavorable, percent: share)]
        case .shares(let shares):
            let told = figure.categories.indices.map { $0 < shares.count ? usable(shares[$0]) : nil }
            let rest = told.contains(nil) ? max(0, 100 - told.reduce(0) { $0 + ($1 ?? 0) }) : 0
            guard told.contains(where: { $0 != nil }) else { return nil }
            pieces.append(.init(kind: .remainder, percent: rest))
            left = rest
            for (index, share) in told.enumerated() {
                guard let share else { continue }
                pieces.append(.init(kind: .category(index), percent: share))
                switch figure.categories[index].side {
                case .unfavorable: left += share
                case .neutral: left += share / 2
                case .favorable: break
                }
            }
        }
        self.pieces = pieces.filter { $0.percent > 0 }
        leftOfCenter = figure.layout == .stacked ? 0 : left
    }
}

/// How far the axis reaches to both sides of the center line.
struct DivergingScale: Equatable {
    struct Reach: Equatable {
        var left: Double
        var right: Double
    }

    /// Percent, whole multiples of 25.
    let reach: Reach

    init(_ figure: DivergingBars) {
        var reach = figure.reach
        for row in figure.groups.flatMap(\.rows) {
            guard let bar = DivergingBar(row.answers, in: figure) else { continue }
            reach.left = max(reach.left, bar.leftOfCenter)
            reach.right = max(reach.right, bar.total - bar.leftOfCenter)
        }
        func up(_ value: Double) -> Double { (value / 25 - 1e-9).rounded(.up) * 25 }
        self.reach = Reach(left: up(reach.left), right: max(up(reach.right), reach.left > 0 ? 0 : 25))
    }

    var ticks: [Double] {
        Array(stride(from: -reach.left, through: reach.right, by: 25))
    }
}
