/// Somebody who sends or gets mail: an address and perhaps a name.
public struct Mailbox: Hashable, Sendable {
    /// The name that mail programs show: any text on one line; none where nil or empty.
    public var name: String?
    /// The address, such as `news@example.org`: ASCII.
    public var address: String

    /// Creates a mailbox; it is checked when a message is written.
    public init(name: String? = nil, address: String) {
        self.name = name
        self.address = address
    }

    /// Reads `Name <a@b.org>`, `"Last, First" <a@b.org>`, `<a@b.org>` or `a@b.org`, as an author types them (RFC 5322, 3.4);
    /// nil for anything else, for an address that ``problem(in:)`` knows something of, and for one without a domain.
    public init?(_ text: String) {
        guard !text.unicodeScalars.contains(where: \.breaksHeaders) else { return nil }
        let text = Self.trimmed(text)
        var name = ""
        var address = text
        if text.hasSuffix(">"), let open = text.lastIndex(of: "<") {
            address = String(text[text.index(after: open)...].dropLast())
            guard let read = Self.name(Self.trimmed(String(text[..<open]))) else { return nil }
            name = read
        }
        guard Self.problem(in: address) == nil, address.drop(while: { $0 != "@" }).contains(".") else { return nil }
        self.init(name: name.isEmpty ? nil : name, address: address)
    }

    /// The name without its quotation marks; nil where it holds what only stands between quotation marks.
    private static func name(_ text: String) -> String? {
        guard text.hasPrefix("\"") else {
            return text.contains { "\"<>@,;:\\[]()".contains($0) } ? nil : text
        }
        guard text.utf8.count >= 2, text.hasSuffix("\"") else { return nil }
        var name = ""
        var isEscaped = false
        for character in text.dropFirst().dropLast() {
            if !isEscaped, character == "\\" {
                isEscaped = true
                continue
            }
            guard isEscaped || character != "\"" else { return nil }
            name.append(character)
            isEscaped = false
        }
        return isEscaped ? nil : trimmed(name)
    }

    private static func trimmed(_ text: String) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// What comes after the last `@`.
    var domain: Substring { address[(address.lastIndex(of: "@").map(address.index(after:)) ?? address.startIndex)...] }

    /// What is wrong with an address; nil where nothing is.
    ///
    /// Of the forms that RFC 5322 (3.4.1) has, that of a dot-atom is taken, at a host name (RFC 1123, 2.1), with the lengths
    /// of RFC 5321 (4.5.3.1). Quoted local parts, comments and numeric hosts are refused.
    public static func problem(in address: String) -> String? {
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return "it needs exactly one @" }
        let (local, domain) = (parts[0], parts[1])
        guard local.utf8.allSatisfy({ $0 < 0x80 }) else { return "what is before the @ may only have ASCII characters" }
        guard local.utf8.count <= 64, Self.atoms(local).allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isAtomText) })
        else { return "what is before the @ is no name" }
        guard domain.utf8.allSatisfy({ $0 < 0x80 }) else {
            return "its host has other than ASCII characters: write it as your provider does, beginning with xn--"
        }
        guard domain.utf8.count <= 253, Self.atoms(domain).allSatisfy(Self.isLabel) else {
            return "its host is no name"
        }
        return nil
    }

    private static func atoms(_ text: Substring) -> [Substring] {
        text.split(separator: ".", omittingEmptySubsequences: false)
    }

    private static func isLabel(_ label: Substring) -> Bool {
        (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
            && label.utf8.allSatisfy { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") }
    }
}

extension UInt8 {
    /// Whether this is an ASCII letter or digit.
    var isASCIIAlphanumeric: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    /// Whether this can stand in an atom (RFC 5322, 3.2.3).
    var isAtomText: Bool { isASCIIAlphanumeric || "!#$%&'*+-/=?^_`{|}~".utf8.contains(self) }
}

extension Unicode.Scalar {
    /// Whether it would end a mail's header or hide in it: a control character, or one that ends a line or a paragraph.
    public var breaksHeaders: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
