/// The functions and units in a value of CSS; what is quoted, and what is in `url()`, is no part of it.
struct CSSWords {
    private(set) var functions: Set<String> = []
    private(set) var units: Set<String> = []

    /// - Parameter value: in small letters.
    init(_ value: String) {
        var word = ""
        var rest = Array(value)[...]
        while let character = rest.popFirst() {
            switch character {
            case "\"", "'":
                rest = rest.drop { $0 != character }.dropFirst()
                word = ""
            case "(":
                functions.insert(word)
                if word == "url" { rest = rest.drop { $0 != ")" } }
                word = ""
            case _ where character.isLetter || character.isNumber || "-_%.#".contains(character): word.append(character)
            default:
                note(word)
                word = ""
            }
        }
        note(word)
    }

    private mutating func note(_ word: String) {
        let number = word.drop { $0 == "-" || $0 == "+" }.prefix { $0.isNumber || $0 == "." }
        guard !number.isEmpty else { return }
        let unit = word.drop { $0 == "-" || $0 == "+" }.dropFirst(number.count)
        if !unit.isEmpty { units.insert(String(unit)) }
    }
}
