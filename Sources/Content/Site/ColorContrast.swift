import Foundation

/// How well a color can be read (WCAG 2.2, success criterion 1.4.3).
enum ColorContrast {
    /// The least contrast of ordinary text.
    static let minimum = 4.5

    /// The contrast of a color such as `#1f3a5f` with white, from 1 to 21 (WCAG 2.2, contrast ratio and relative luminance).
    static func withWhite(_ color: String) -> Double {
        let number = Int(color.dropFirst(), radix: 16) ?? 0
        let channels = [16, 8, 0].map { shift -> Double in
            let value = Double(number >> shift & 0xFF) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 1.05 / (0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2] + 0.05)
    }
}
