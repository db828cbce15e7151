import CSS

/// What a value of CSS is made of; what is quoted, and what is in `url()`, is no part of it.
struct CSSWords {
    /// The names of its functions.
    private(set) var functions: Set<String> = []
    /// The units of its numbers.
    private(set) var units: Set<String> = []
    /// What stands between blanks; a function with all that it is given is one.
    private(set) var components: [String] = []

    /// - Parameter value: in small letters.
    init(_ value: String) {
        var value = value
        value.withUTF8 { read($0) }
    }

    private mutating func read(_ text: Bytes) {
        var tokens = CSSTokenizer(text, 0..<text.count)
        var depth = 0
        var component = ""
        while true {
            let token = tokens.next()
            let range = token.start..<token.end
            switch token.kind {
            case .end:
                if !component.isEmpty { components.append(component) }
                return
            case .whitespace where depth == 0:
                if !component.isEmpty { components.append(component) }
                component = ""
                continue
            case .function: functions.insert(String(decoding: text[range.dropLast()], as: UTF8.self))
            case .url: functions.insert("url")
            case .dimension: units.insert(String(decoding: text[token.unit..<token.end], as: UTF8.self))
            default: break
            }
            if token.closer != nil { depth += 1 }
            if [.closeParen, .closeSquare, .closeCurly].contains(token.kind) { depth = max(0, depth - 1) }
            component += String(decoding: text[range], as: UTF8.self)
        }
    }
}
