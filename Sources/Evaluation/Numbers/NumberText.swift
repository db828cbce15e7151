extension ReportedNumber {
    /// The number as a sentence takes it: `68 %`, `about 70 %`, `+5 percentage points`, `1,450`; nil where it is not told.
    public var text: String? {
        guard let value else { return nil }
        let number = DecimalText(value)
        let words =
            switch unit {
            case .count: number.whole
            case .percent: number.whole + " %"
            // A margin has no direction.
            case .percentagePoints:
                (statistic == .marginOfError ? number.whole : number.signed(decimals: 0)) + " percentage points"
            case .countDifference: number.signed(decimals: 0)
            case .scaleDifference: number.signed(decimals: 2)
            case .scale: number.decimals(step == 0.1 ? 1 : 2)
            case .rate, .plain: number.decimals(2)
            case .probability: value < 0.001 ? "less than 0.001" : number.decimals(3)
            }
        switch status {
        case .atMost: return "at most " + words
        case .atLeast: return "at least " + words
        default: return (step ?? 1) > 1 ? "about " + words : words
        }
    }
}

/// A number in digits as US readers write it, the same on every machine.
public struct DecimalText: Sendable {
    private let value: Double

    /// Creates the text of a number; what is not finite is written as a word.
    public init(_ value: Double) {
        self.value = value
    }

    /// Rounded half up to a whole number, with commas between thousands.
    public var whole: String { decimals(0) }

    /// Rounded half up to so many decimal places, with commas between thousands and a true minus sign.
    public func decimals(_ places: Int) -> String {
        guard value.isFinite, value.magnitude < 1e15 else { return value.isNaN ? "none" : "beyond all bounds" }
        let factor = (0..<places).reduce(1.0) { power, _ in power * 10 }
        let scaled = Int((value.magnitude * factor + 0.5).rounded(.down))
        let digits = String(scaled)
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        let whole = padded.dropLast(places)
        let sign = value < 0 && scaled > 0 ? "−" : ""
        return sign + Self.grouped(whole) + (places > 0 ? "." + padded.suffix(places) : "")
    }

    /// The same with a plus sign before what is more than zero.
    public func signed(decimals places: Int) -> String {
        let text = decimals(places)
        let isZero = !text.contains { ("1"..."9").contains($0) }
        return value > 0 && !isZero ? "+" + text : text
    }

    private static func grouped(_ digits: Substring) -> String {
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return text
    }
}
