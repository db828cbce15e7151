/// A drawing of numbers that a page can take whole or in parts.
public protocol ChartFigure: Sendable {
    /// In user units; 0 where nothing is drawn.
    var height: Double { get }
    /// The figure as an inline SVG; the empty string where nothing is drawn.
    func svg(_ caption: ChartCaption) -> String
    /// The figure in parts that are no higher than `height` with a common axis; one part where it fits.
    func parts(maximumHeight height: Double) -> [Self]
}

extension ChartFigure {
    /// The figure as it flows over pages: in as few parts as are no higher than `height`, and those of like height.
    /// - Parameter caption: what each part says; of several parts, each has its number behind the identifier.
    /// - Returns: an SVG for each part; none where nothing is drawn.
    public func svgs(_ caption: ChartCaption, maximumHeight height: Double) -> [String] {
        let parts = evenParts(maximumHeight: height)
        return parts.enumerated().map { index, part in
            part.svg(parts.count == 1 ? caption : caption.numbered(index + 1))
        }.filter { !$0.isEmpty }
    }

    private func evenParts(maximumHeight: Double) -> [Self] {
        let parts = parts(maximumHeight: maximumHeight)
        guard parts.count > 1 else { return parts }
        let even = parts.map(\.height).reduce(0, +) / Double(parts.count)
        for height in stride(from: even, to: maximumHeight, by: (maximumHeight - even) / 4) where even < maximumHeight {
            let candidate = self.parts(maximumHeight: height)
            if candidate.count == parts.count { return candidate }
        }
        return parts
    }
}

extension ChartCaption {
    fileprivate func numbered(_ number: Int) -> ChartCaption {
        ChartCaption(id: "\(id)-\(number)", title: title, description: description, table: table)
    }
}
