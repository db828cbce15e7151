import Disclosure

/// The steps in which a share is told of answers whose number n is not told, only its range.
///
/// Which step a share is in tells nothing of n: the steps and their ends depend on the range alone, and each step holds a
/// count for every n of the range, since it is at least one answer wide (g percent of the least n). Steps that might hold a
/// count within the limit of ``SizeBlur`` of nobody or of everybody are taken together, and told as a bound.
struct ShareSteps {
    /// The width of a step in percent.
    let width: Int
    /// The middle of the lowest step that is told by itself, in percent; the highest mirrors it.
    private let lowest: Int

    /// What is told of a share.
    enum Step {
        /// Not more than so many percent.
        case below(Int)
        /// Nearer to so many percent than to any other multiple of the width.
        case about(Int)
        /// Not less than so many percent.
        case above(Int)
    }

    /// Nil where even bounds would tell too much of so few.
    init?(_ n: PublishedCount, threshold: Int) {
        guard case .between(let least, let greatest) = n else { return nil }
        let limit = (least...greatest).map { SizeBlur.limit(size: $0, threshold: threshold) }.max() ?? threshold
        guard least > 2 * limit, let width = [1, 5, 10, 20].first(where: { $0 * least >= 100 }),
            let lowest = stride(from: width, to: 100, by: width).first(where: {
                (2 * $0 - width) * least >= 200 * (limit + 1)
            }), 2 * lowest - width <= 100
        else { return nil }
        self.width = width
        self.lowest = lowest
    }

    /// The step that a share is in.
    func step(of count: Int, among n: Int) -> Step {
        let middle = (200 * count + n * width) / (2 * n * width) * width
        if middle < lowest { return .below((2 * lowest - width + 1) / 2) }
        // Mirrored exactly: what is above is that of which the rest is below.
        let rest = (200 * (n - count) + n * width) / (2 * n * width) * width
        if rest < lowest { return .above((200 - 2 * lowest + width) / 2) }
        return .about(min(middle, 100 - lowest))
    }
}
