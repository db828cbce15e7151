/// A number as it is spelled in some text.
struct NumberToken {
    let spelling: String
    let value: Double
    /// The digits from the first that is not 0.
    let significantDigits: Int
    /// What a 1 in its last digit is worth.
    let lastPlace: Double
    /// The line it stands in, from 1.
    let line: Int

    /// Whether it is a value rounded or cut to its digits.
    func spells(_ secret: Double) -> Bool { abs(value - abs(secret)) <= lastPlace * (1 + 1e-9) }

    /// All numbers of a text without their signs: digits with a point, thousands set off by commas, powers of ten.
    static func all(in text: String) -> [NumberToken] {
        var scanner = Scanner(bytes: Array(text.utf8))
        return scanner.scan()
    }

    private struct Scanner {
        let bytes: [UInt8]
        var place = 0
        var line = 1

        mutating func scan() -> [NumberToken] {
            var tokens: [NumberToken] = []
            while place < bytes.count {
                if bytes[place] == UInt8(ascii: "\n") { line += 1 }
                let isNumber = digit(place) != nil || bytes[place] == UInt8(ascii: ".") && digit(place + 1) != nil
                if isNumber { tokens.append(number()) } else { place += 1 }
            }
            return tokens
        }

        private func digit(_ index: Int) -> Int? {
            guard index < bytes.count, (48...57).contains(bytes[index]) else { return nil }
            return Int(bytes[index]) - 48
        }

        private mutating func number() -> NumberToken {
            let start = place
            var (mantissa, digits, decimals) = (0.0, 0, 0)
            var isFraction = false
            while place < bytes.count {
                if let digit = digit(place) {
                    mantissa = mantissa * 10 + Double(digit)
                    if mantissa > 0 { digits += 1 }
                    if isFraction { decimals += 1 }
                } else if bytes[place] == UInt8(ascii: "."), !isFraction, digit(place + 1) != nil {
                    isFraction = true
                } else if !(bytes[place] == UInt8(ascii: ",") && !isFraction && isThousand(place)) {
                    break
                }
                place += 1
            }
            let power = exponent() - decimals
            let lastPlace = scale(power)
            return NumberToken(
                spelling: String(decoding: bytes[start..<place], as: UTF8.self), value: mantissa * lastPlace,
                significantDigits: digits, lastPlace: lastPlace, line: line)
        }

        /// A comma with three digits after it and no fourth.
        private func isThousand(_ index: Int) -> Bool {
            (1...3).allSatisfy { digit(index + $0) != nil } && digit(index + 4) == nil
        }

        private mutating func exponent() -> Int {
            guard place < bytes.count, bytes[place] | 0x20 == UInt8(ascii: "e") else { return 0 }
            var index = place + 1
            let isNegative = index < bytes.count && bytes[index] == UInt8(ascii: "-")
            if isNegative || index < bytes.count && bytes[index] == UInt8(ascii: "+") { index += 1 }
            guard digit(index) != nil else { return 0 }
            var value = 0
            while let digit = digit(index) {
                value = min(400, value * 10 + digit)
                index += 1
            }
            place = index
            return isNegative ? -value : value
        }

        private func scale(_ power: Int) -> Double {
            var result = 1.0
            for _ in 0..<min(400, abs(power)) { result = power < 0 ? result / 10 : result * 10 }
            return result
        }
    }
}
