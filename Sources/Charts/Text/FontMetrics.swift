/// How wide text is in Noto Sans, the font that figures are set in.
///
/// The layout of a figure is decided by these widths, so that it is the same on every machine and no font has to be there.
enum FontMetrics {
    /// What a label's box is wider than the sum of its advances: room for a fallback font. Arial's metrics give up to 2 %
    /// more than Noto Sans for figures; DejaVu Sans, which no system in the font list puts first, gives 14 %.
    static let safety = 1.04
    /// From the baseline up, in em: capital letters with an accent reach it.
    static let ascent = 0.93
    /// From the baseline down, in em.
    static let descent = 0.27
    /// From one baseline to the next, in em.
    static let linePitch = 1.25
    /// From the baseline up to the top of figures and capitals, in em; half of it centers a line of text on a mark.
    static let capHeight = 0.714

    /// The sum of the advances, in units of `size`; a character without a known width counts as one em.
    static func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
        var sum = 0
        for scalar in text.unicodeScalars {
            let known = advance(scalar, isBold: isBold)
            sum += known == 0 ? 1000 : known
        }
        return Double(sum) * size / 1000
    }

    /// The width that a layout keeps free for a text.
    static func room(_ text: String, size: Double, isBold: Bool = false) -> Double {
        width(text, size: size, isBold: isBold) * safety
    }

    /// Whether the width of every character is known.
    static func isKnown(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { advance($0, isBold: false) != 0 }
    }

    private static func advance(_ scalar: Unicode.Scalar, isBold: Bool) -> Int {
        let code = Int(scalar.value)
        guard code < regular.count else { return 0 }
        return isBold ? bold[code] : regular[code]
    }

    private static let regular = flat(\.regular)
    private static let bold = flat(\.bold)

    /// One list by character code, for a look-up without a search.
    private static func flat(_ face: KeyPath<FontAdvances, [Int]>) -> [Int] {
        let count = FontAdvances.all.map { $0.first + $0.regular.count }.max() ?? 0
        var widths = [Int](repeating: 0, count: count)
        for run in FontAdvances.all {
            for (offset, width) in run[keyPath: face].enumerated() { widths[run.first + offset] = width }
        }
        return widths
    }
}
