/// The argument of `:nth-child()`: `odd`, `even`, or An+B (CSS Syntax Module Level 3, section 6).
struct NthExpression {
    let step: Int32
    let offset: Int32

    /// Reads an expression; nil where it is none.
    init?(_ text: Bytes, _ range: Range<Int>) {
        let trimmed = text.trimmed(range)
        if text.equals(trimmed, lowercase: "odd") {
            (step, offset) = (2, 1)
            return
        }
        if text.equals(trimmed, lowercase: "even") {
            (step, offset) = (2, 0)
            return
        }
        var reader = Reader(text: text, position: trimmed.lowerBound, limit: trimmed.upperBound)
        let sign = reader.sign()
        let number = reader.number()
        guard reader.accept(UInt8(ascii: "n")) else {
            guard let number, reader.isAtEnd else { return nil }
            (step, offset) = (0, (sign ?? 1) * number)
            return
        }
        step = (sign ?? 1) * (number ?? 1)
        reader.skipWhitespace()
        guard !reader.isAtEnd else {
            offset = 0
            return
        }
        guard let offsetSign = reader.sign() else { return nil }
        reader.skipWhitespace()
        guard let number = reader.number(), reader.isAtEnd else { return nil }
        offset = offsetSign * number
    }

    private struct Reader {
        let text: Bytes
        var position: Int
        let limit: Int

        var isAtEnd: Bool { position == limit }

        mutating func skipWhitespace() {
            while position < limit, text[position].isCSSWhitespace { position += 1 }
        }

        mutating func accept(_ letter: UInt8) -> Bool {
            guard position < limit, text[position] | 0x20 == letter else { return false }
            position += 1
            return true
        }

        mutating func sign() -> Int32? {
            guard position < limit else { return nil }
            switch text[position] {
            case UInt8(ascii: "+"): position += 1
            case UInt8(ascii: "-"):
                position += 1
                return -1
            default: return nil
            }
            return 1
        }

        /// Digits; a number beyond a million is as good as a million.
        mutating func number() -> Int32? {
            let start = position
            var value: Int32 = 0
            while position < limit, text[position].isASCIIDigit {
                value = min(value * 10 + Int32(text[position] - UInt8(ascii: "0")), 1_000_000)
                position += 1
            }
            return position > start ? value : nil
        }
    }
}
