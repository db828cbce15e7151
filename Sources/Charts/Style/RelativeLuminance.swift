import Foundation

/// Relative luminance as WCAG 2.2 defines it, which contrast ratios are made of.
enum RelativeLuminance {
    /// The luminance of `#rrggbb`, from 0 for black to 1 for white; 0 for anything else.
    static func of(hex: String) -> Double {
        let digits = hex.utf8.dropFirst().compactMap {
            UInt8(ascii: "0") <= $0 ? Character(UnicodeScalar($0)).hexDigitValue : nil
        }
        guard digits.count == 6 else { return 0 }
        let parts = [0, 2, 4].map { linear(Double(digits[$0] * 16 + digits[$0 + 1]) / 255) }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    private static func linear(_ part: Double) -> Double {
        part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
}
