/// Who a mail is from: an address, and a name before it where there is one (RFC 5322 §3.4, `mailbox`).
public struct Mailbox: Hashable, Sendable {
    /// The name, without quotation marks.
    public let name: String?
    /// The address, such as `letter@oak.example`.
    public let address: String

    /// Reads `Name <a@b.org>`, `"Last, First" <a@b.org>`, `<a@b.org>` or `a@b.org`; nil for anything else.
    public init?(_ text: String) {
        guard !text.unicodeScalars.contains(where: \.breaksHeaders) else { return nil }
        let text = text.trimmed
        guard text.hasSuffix(">"), let open = text.lastIndex(of: "<") else {
            guard Self.isAddress(text) else { return nil }
            (name, address) = (nil, text)
            return
        }
        let address = String(text[text.index(after: open)...].dropLast())
        guard Self.isAddress(address), let name = Self.name(String(text[..<open]).trimmed) else { return nil }
        (self.name, self.address) = (name.isEmpty ? nil : name, address)
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
        return isEscaped ? nil : name.trimmed
    }

    /// Whether a text is an address of a dot-atom and a domain name (RFC 5322 §3.4.1, RFC 5321 §4.5.3.1, RFC 1035 §2.3.1).
    /// Quoted local parts, addresses of hosts without a domain and letters beyond ASCII are refused: mail tools refuse them.
    static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count <= 64, parts[1].utf8.count <= 253 else { return false }
        let atoms = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return atoms.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { isAlphanumeric($0) || atomMarks.contains($0) } }
            && labels.count >= 2
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
                    && label.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
            }
    }

    private static let atomMarks = Set("!#$%&'*+-/=?^_`{|}~".utf8)

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

extension Unicode.Scalar {
    /// Whether it would end a mail's header or hide in it: a control character, or one that ends a line or a paragraph.
    var breaksHeaders: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
