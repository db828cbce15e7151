/// A phrase that does no more than put in what it names, `{{count}} students of {{school}}`, as nearly all phrases do.
///
/// It means what Mustache makes of it. A booklet has thousands of these, so that each is taken apart only once.
struct PlainPhrase: Sendable {
    private enum Part: Sendable {
        case text(String)
        case name(String)
    }

    private let parts: [Part]

    /// Takes a phrase apart.
    /// - Returns: nil where the phrase needs more of Mustache than names.
    init?(_ phrase: String) {
        var parts: [Part] = []
        var rest = phrase[...]
        while let open = rest.firstRange(of: "{{") {
            guard let close = rest[open.upperBound...].firstRange(of: "}}") else { return nil }
            let name = rest[open.upperBound..<close.lowerBound]
            guard !name.isEmpty, name.utf8.allSatisfy(Self.isPartOfName) else { return nil }
            parts += [.text(String(rest[..<open.lowerBound])), .name(String(name))]
            rest = rest[close.upperBound...]
        }
        self.parts = parts + [.text(String(rest))]
    }

    /// The phrase with what it names put in, and the names that are not given.
    func text(_ values: [String: String]) -> (text: String, missing: Set<String>) {
        var text = ""
        var missing: Set<String> = []
        for part in parts {
            switch part {
            case .text(let part): text += part
            case .name(let name):
                if let value = values[name] { text += value } else { missing.insert(name) }
            }
        }
        return (text, missing)
    }

    private static func isPartOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
