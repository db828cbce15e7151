import Foundation

/// A color as e-mail gives it: opaque sRGB, each part from 0 to 255.
struct MailColor: Hashable {
    let red: Double
    let green: Double
    let blue: Double

    static let black = MailColor(red: 0, green: 0, blue: 0)
    static let white = MailColor(red: 255, green: 255, blue: 255)
    /// What links are where nothing says otherwise (HTML Standard, 15.3.4).
    static let link = MailColor(red: 0, green: 0, blue: 238)

    /// The contrast with another color, from 1 to 21 (WCAG 2.2, contrast ratio).
    func contrast(with other: MailColor) -> Double {
        let (light, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
        return (light + 0.05) / (dark + 0.05)
    }

    /// From 0 for black to 1 for white (WCAG 2.2, relative luminance).
    private var luminance: Double {
        func linear(_ part: Double) -> Double {
            let value = part / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// The color in CSS hexadecimal notation.
    var text: String {
        "#"
            + [red, green, blue].map { part in
                let number = Int(part.rounded())
                return (number < 16 ? "0" : "") + String(number, radix: 16)
            }.joined()
    }
}

extension MailColor {
    /// Reads a color of CSS (CSS Color 4: hexadecimal, named, `rgb()` and `hsl()`) over a background that shines through it;
    /// nil for anything else, `transparent` included.
    init?(_ text: String, over background: MailColor) {
        let word = text.lowercased().collapsed
        guard let parts = Self.hexadecimal(word) ?? Self.named(word) ?? Self.function(word), parts[3] > 0 else {
            return nil
        }
        let alpha = min(parts[3], 1)
        self.init(
            red: parts[0] * alpha + background.red * (1 - alpha),
            green: parts[1] * alpha + background.green * (1 - alpha),
            blue: parts[2] * alpha + background.blue * (1 - alpha))
    }

    private static func hexadecimal(_ word: String) -> [Double]? {
        guard word.hasPrefix("#") else { return nil }
        let digits = word.dropFirst().compactMap { $0.isASCII ? $0.hexDigitValue : nil }
        guard digits.count == word.count - 1 else { return nil }
        var parts: [Double]
        switch digits.count {
        case 3, 4: parts = digits.map { Double($0 * 17) }
        case 6, 8: parts = stride(from: 0, to: digits.count, by: 2).map { Double(digits[$0] * 16 + digits[$0 + 1]) }
        default: return nil
        }
        if parts.count == 3 { parts.append(255) }
        parts[3] /= 255
        return parts
    }

    private static func named(_ word: String) -> [Double]? {
        NamedColors.values[word].map { [Double($0 >> 16 & 255), Double($0 >> 8 & 255), Double($0 & 255), 1] }
    }

    private static func function(_ word: String) -> [Double]? {
        guard let open = word.firstIndex(of: "("), word.last == ")" else { return nil }
        let arguments = word[word.index(after: open)...].dropLast()
            .split { $0 == "," || $0 == "/" || $0.isWhitespace }
        guard arguments.count == 3 || arguments.count == 4 else { return nil }
        let alpha = arguments.count == 4 ? number(arguments[3], whole: 1) : 1
        switch word[..<open] {
        case "rgb", "rgba":
            let parts = arguments.prefix(3).compactMap { number($0, whole: 255) }
            guard parts.count == 3, let alpha else { return nil }
            return parts.map { min(max($0, 0), 255) } + [alpha]
        case "hsl", "hsla":
            let hue = Double(arguments[0].replacing("deg", with: ""))
            guard let hue, let saturation = number(arguments[1], whole: 1),
                let lightness = number(arguments[2], whole: 1),
                let alpha
            else { return nil }
            return rgb(hue: hue, saturation: saturation, lightness: lightness) + [alpha]
        default: return nil
        }
    }

    private static func number(_ text: Substring, whole: Double) -> Double? {
        text.last == "%" ? Double(text.dropLast()).map { $0 / 100 * whole } : Double(text)
    }

    /// CSS Color 4, 7.1.
    private static func rgb(hue: Double, saturation: Double, lightness: Double) -> [Double] {
        let amplitude = saturation * min(lightness, 1 - lightness)
        return [0, 8, 4].map { offset in
            let place = (offset + hue / 30).truncatingRemainder(dividingBy: 12)
            let turn = place < 0 ? place + 12 : place
            return 255 * (lightness - amplitude * max(-1, min(turn - 3, 9 - turn, 1)))
        }
    }
}
