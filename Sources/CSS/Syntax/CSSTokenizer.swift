/// Reads tokens one by one (CSS Syntax Module Level 3, section 4.3). Comments are passed over.
///
/// Works on bytes of UTF-8: everything beyond ASCII may stand in a name, so that invalid sequences do no harm.
public struct CSSTokenizer {
    /// The text that is read.
    public let text: Bytes
    /// The byte that is read next.
    public var position: Int
    /// One past the last byte that is read.
    public let limit: Int
    /// Where a comment begins that nothing ends.
    public private(set) var unclosedComment: Int?
    /// Whether the text ends within a string, an address, a comment or an escape.
    public private(set) var endsInside = false

    /// Begins at a range of a text.
    public init(_ text: Bytes, _ range: Range<Int>) {
        self.text = text
        position = range.lowerBound
        limit = range.upperBound
    }

    /// The next token; `end` for ever once all is read.
    public mutating func next() -> CSSToken {
        skipComments()
        let start = position
        guard start < limit else { return CSSToken(.end, start, start) }
        let byte = text[start]
        if byte.startsCSSName { return identLike(start) }
        if byte.isCSSWhitespace {
            while position < limit, text[position].isCSSWhitespace { position += 1 }
            return CSSToken(.whitespace, start, position)
        }
        if byte.isASCIIDigit { return numeric(start) }
        switch byte {
        case UInt8(ascii: ":"): return single(.colon)
        case UInt8(ascii: ";"): return single(.semicolon)
        case UInt8(ascii: ","): return single(.comma)
        case UInt8(ascii: "{"): return single(.openCurly)
        case UInt8(ascii: "}"): return single(.closeCurly)
        case UInt8(ascii: "("): return single(.openParen)
        case UInt8(ascii: ")"): return single(.closeParen)
        case UInt8(ascii: "["): return single(.openSquare)
        case UInt8(ascii: "]"): return single(.closeSquare)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return string(start, quote: byte)
        case UInt8(ascii: "#"): return hash(start)
        case UInt8(ascii: "."), UInt8(ascii: "+"): return startsNumber(start) ? numeric(start) : delim()
        case UInt8(ascii: "-"): return hyphen(start)
        case UInt8(ascii: "<"):
            guard has("!--", at: start + 1) else { return delim() }
            position += 4
            return CSSToken(.cdo, start, position)
        case UInt8(ascii: "@"):
            guard startsIdent(start + 1) else { return delim() }
            position += 1
            skipName()
            return CSSToken(.atKeyword, start, position)
        case UInt8(ascii: "\\"): return isEscape(start) ? identLike(start) : delim()
        default: return delim()
        }
    }

    private mutating func skipComments() {
        while position + 1 < limit, text[position] == UInt8(ascii: "/"), text[position + 1] == UInt8(ascii: "*") {
            let start = position
            position += 2
            while position < limit {
                if text[position] == UInt8(ascii: "*"), has("/", at: position + 1) { break }
                position += 1
            }
            if position >= limit {
                unclosedComment = unclosedComment ?? start
                endsInside = true
            }
            position = min(position + 2, limit)
        }
    }

    private mutating func single(_ kind: CSSToken.Kind) -> CSSToken {
        position += 1
        return CSSToken(kind, position - 1, position)
    }

    private mutating func delim() -> CSSToken {
        position += 1
        return CSSToken(.delim, position - 1, position, detail: text[position - 1])
    }

    private mutating func hyphen(_ start: Int) -> CSSToken {
        if startsNumber(start) { return numeric(start) }
        if has("->", at: start + 1) {
            position += 3
            return CSSToken(.cdc, start, position)
        }
        return startsIdent(start) ? identLike(start) : delim()
    }

    private mutating func hash(_ start: Int) -> CSSToken {
        guard start + 1 < limit, text[start + 1].isCSSNameByte || isEscape(start + 1) else { return delim() }
        let isID = startsIdent(start + 1)
        position += 1
        skipName()
        return CSSToken(.hash, start, position, detail: isID ? 1 : 0)
    }

    private mutating func identLike(_ start: Int) -> CSSToken {
        skipName()
        guard position < limit, text[position] == UInt8(ascii: "(") else { return CSSToken(.ident, start, position) }
        let isURL = text.equals(start..<position, lowercase: "url")
        position += 1
        guard isURL else { return CSSToken(.function, start, position) }
        var argument = position
        while argument < limit, text[argument].isCSSWhitespace { argument += 1 }
        if argument < limit, text[argument] == UInt8(ascii: "\"") || text[argument] == UInt8(ascii: "'") {
            return CSSToken(.function, start, position)
        }
        position = argument
        return url(start)
    }

    /// An address without quotation marks (section 4.3.6).
    private mutating func url(_ start: Int) -> CSSToken {
        while position < limit {
            switch text[position] {
            case UInt8(ascii: ")"):
                position += 1
                return CSSToken(.url, start, position)
            case let byte where byte.isCSSWhitespace:
                while position < limit, text[position].isCSSWhitespace { position += 1 }
                guard position < limit, text[position] != UInt8(ascii: ")") else { continue }
                return badURL(start)
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), 0x01...0x08, 0x0B, 0x0E...0x1F, 0x7F:
                return badURL(start)
            case UInt8(ascii: "\\"):
                guard isEscape(position) else { return badURL(start) }
                skipEscape()
            default: position += 1
            }
        }
        endsInside = true
        return CSSToken(.url, start, position)
    }

    private mutating func badURL(_ start: Int) -> CSSToken {
        while position < limit, text[position] != UInt8(ascii: ")") {
            if isEscape(position) { skipEscape() } else { position += 1 }
        }
        endsInside = endsInside || position >= limit
        position = min(position + 1, limit)
        return CSSToken(.badURL, start, position)
    }

    private mutating func string(_ start: Int, quote: UInt8) -> CSSToken {
        position += 1
        while position < limit {
            let byte = text[position]
            if byte == quote {
                position += 1
                return CSSToken(.string, start, position)
            }
            if byte.isCSSNewline { return CSSToken(.badString, start, position) }
            // A backslash before a line end continues the string; at the end of the text it is nothing.
            position += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        endsInside = true
        position = min(position, limit)
        return CSSToken(.string, start, position)
    }

    private mutating func numeric(_ start: Int) -> CSSToken {
        if text[position] == UInt8(ascii: "+") || text[position] == UInt8(ascii: "-") { position += 1 }
        skipDigits()
        if position + 1 < limit, text[position] == UInt8(ascii: "."), text[position + 1].isASCIIDigit {
            position += 1
            skipDigits()
        }
        if position < limit, text[position] | 0x20 == UInt8(ascii: "e") {
            let sign =
                position + 1 < limit
                && (text[position + 1] == UInt8(ascii: "+") || text[position + 1] == UInt8(ascii: "-"))
            let digits = position + (sign ? 2 : 1)
            if digits < limit, text[digits].isASCIIDigit {
                position = digits
                skipDigits()
            }
        }
        let unit = position
        if startsIdent(position) {
            skipName()
            return CSSToken(.dimension, start, position, unit: unit)
        }
        if position < limit, text[position] == UInt8(ascii: "%") {
            position += 1
            return CSSToken(.percentage, start, position, unit: unit)
        }
        return CSSToken(.number, start, position)
    }

    private mutating func skipDigits() {
        while position < limit, text[position].isASCIIDigit { position += 1 }
    }

    private mutating func skipName() {
        while position < limit {
            if text[position].isCSSNameByte {
                position += 1
            } else if isEscape(position) {
                skipEscape()
            } else {
                return
            }
        }
    }

    /// Passes a backslash and what it escapes: up to six hexadecimal digits and one space, or one character.
    private mutating func skipEscape() {
        position += 1
        guard position < limit else {
            endsInside = true
            return
        }
        guard text[position].isASCIIHexDigit else {
            position += 1
            return
        }
        let most = min(position + 6, limit)
        while position < most, text[position].isASCIIHexDigit { position += 1 }
        guard position < limit, text[position].isCSSWhitespace else { return }
        let isPair = text[position] == 0x0D && position + 1 < limit && text[position + 1] == 0x0A
        position += isPair ? 2 : 1
    }

    private func isEscape(_ index: Int) -> Bool {
        guard index < limit, text[index] == UInt8(ascii: "\\") else { return false }
        return index + 1 >= limit || !text[index + 1].isCSSNewline
    }

    private func startsIdent(_ index: Int) -> Bool {
        guard index < limit else { return false }
        if text[index].startsCSSName || isEscape(index) { return true }
        guard text[index] == UInt8(ascii: "-"), index + 1 < limit else { return false }
        return text[index + 1].startsCSSName || text[index + 1] == UInt8(ascii: "-") || isEscape(index + 1)
    }

    private func startsNumber(_ index: Int) -> Bool {
        var index = index
        if text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-") { index += 1 }
        guard index < limit else { return false }
        if text[index].isASCIIDigit { return true }
        return text[index] == UInt8(ascii: ".") && index + 1 < limit && text[index + 1].isASCIIDigit
    }

    private func has(_ ascii: StaticString, at index: Int) -> Bool {
        guard index + ascii.utf8CodeUnitCount <= limit else { return false }
        for offset in 0..<ascii.utf8CodeUnitCount where text[index + offset] != ascii.utf8Start[offset] { return false }
        return true
    }
}
