/// How a figure writes the numbers on its axis and in its bars, in the words and marks of a language.
public struct ChartNumberFormat: Equatable, Sendable {
    /// Digits after the decimal mark, at most 6.
    public var decimals: Int
    /// What separates whole from decimal digits.
    public var decimalMark: String
    /// What separates thousands; empty for none.
    public var groupMark: String
    /// What stands before the number.
    public var prefix: String
    /// What stands after the number, such as a no-break space and a percent sign.
    public var suffix: String

    /// What stands for minus: an en dash, since Noto Sans has no U+2212 and a font for one sign would be in every PDF.
    public var minus: String

    /// Creates a format.
    public init(
        decimals: Int = 0, decimalMark: String = ".", groupMark: String = ",", prefix: String = "", suffix: String = "",
        minus: String = "–"
    ) {
        self.minus = minus
        self.decimals = min(6, max(0, decimals))
        self.decimalMark = decimalMark
        self.groupMark = groupMark
        self.prefix = prefix
        self.suffix = suffix
    }

    /// The number as text, rounded half away from zero; the empty string where it is not finite or
    /// beyond ±10¹².
    public func text(_ value: Double) -> String { text(value, decimals: decimals) }

    /// The number with as many decimals as a step of an axis needs, and no fewer than the format has.
    func text(_ value: Double, decimals: Int) -> String {
        guard value.isFinite, abs(value) <= 1e12 else { return "" }
        var power = 1.0
        for _ in 0..<decimals { power *= 10 }
        let scaled = Int((abs(value) * power).rounded())
        let digits = String(scaled)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let whole = padded.dropLast(decimals)
        let sign = value < 0 && scaled > 0 ? minus : ""
        return prefix + sign + grouped(whole) + (decimals > 0 ? decimalMark + padded.suffix(decimals) : "") + suffix
    }

    private func grouped(_ digits: Substring) -> String {
        guard digits.count > 3, !groupMark.isEmpty else { return String(digits) }
        return grouped(digits.dropLast(3)) + groupMark + digits.suffix(3)
    }
}
