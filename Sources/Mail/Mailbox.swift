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

    /// What is wrong with an address that has to be ASCII as it stands; nil where nothing is. A host needs no dot here: a message
    /// may go to a machine nearby.
    public static func problem(in address: String) -> String? {
        var address = address
        return address.withUTF8 { bytes in
            do throws(EmailAddressProblem) {
                _ = try EmailAddressSyntax(bytes)
                return nil
            } catch {
                return error.description
            }
        }
    }
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
