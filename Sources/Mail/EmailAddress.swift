/// An address that mail can be sent to, in the form that tells whose it is.
///
/// Syntax is all that is looked at; nothing is asked of the network.
public struct EmailAddress: Hashable, Sendable {
    /// What mail is sent to: as it was typed, the host in ASCII where it was not.
    public let sending: String
    /// What tells one address from another: the local part as it was typed, since only its host knows whether case counts there
    /// (RFC 5321, 2.4), and the host in lower-case ASCII.
    public let key: String
    /// The key with the local part in lower case too: for finding who left under another spelling.
    public let folded: String
    /// Whether the address is of an office rather than a person, such as `info@` (RFC 2142 and what else is usual).
    public let isRole: Bool

    /// Reads an address alone, such as `ana.ruiz@example.org`; white space around it does not count. A name before it, quoted
    /// local parts, comments and literals are refused.
    /// - Throws: what is wrong with it.
    public init(_ text: String) throws(EmailAddressProblem) {
        let form =
            text.utf8.withContiguousStorageIfAvailable(Form.init) ?? Array(text.utf8).withUnsafeBufferPointer(Form.init)
        switch form {
        case .refused(let problem): throw problem
        case .ascii(let range, let syntax):
            let isWhole = range.count == text.utf8.count
            self.init(ascii: isWhole ? text : String(decoding: Array(text.utf8)[range], as: UTF8.self), syntax)
            guard !syntax.hasALabel || EmailDomain.isKnown(host(of: key)) else { throw .hostNotIDNA }
        case .international: try self.init(international: text)
        }
    }

    /// Two addresses are the same where mail for both goes to one mailbox for certain.
    public static func == (left: EmailAddress, right: EmailAddress) -> Bool { left.key == right.key }

    /// Adds what tells the address from others.
    public func hash(into hasher: inout Hasher) { hasher.combine(key) }

    private init(ascii text: String, _ syntax: EmailAddressSyntax) {
        sending = text
        key = syntax.hasUpperCaseHost ? Self.lowerCased(text, from: syntax.at) : text
        folded = syntax.hasUpperCaseLocalPart ? Self.lowerCased(key, from: 0) : key
        isRole = RoleNames.contains(folded.utf8.prefix(syntax.at))
    }

    private init(international text: String) throws(EmailAddressProblem) {
        let trimmed = text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace)
        let scalars = String(trimmed.reversed()).unicodeScalars
        guard !scalars.isEmpty else { throw .empty }
        guard !scalars.contains(where: \.isHidden) else { throw .hiddenCharacter }
        let parts = scalars.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw .needsOneAt }
        guard parts[0].allSatisfy(\.isASCII) else { throw .localPartNotASCII }
        let host = try EmailDomain.ascii(String(parts[1]))
        // What is ASCII throughout is read as such; no second way round.
        guard host.utf8.allSatisfy({ $0 < 0x80 }) else { throw .hostNotIDNA }
        try self.init(String(parts[0]) + "@" + host)
    }

    /// The text with the ASCII capitals from a byte on in lower case.
    private static func lowerCased(_ text: String, from start: Int) -> String {
        String(unsafeUninitializedCapacity: text.utf8.count) { buffer in
            var index = 0
            for byte in text.utf8 {
                buffer[index] = index >= start && byte.isUpperCaseASCII ? byte | 0x20 : byte
                index += 1
            }
            return index
        }
    }

    /// What a first look at the bytes says.
    private enum Form {
        case refused(EmailAddressProblem)
        case ascii(Range<Int>, EmailAddressSyntax)
        case international

        init(_ bytes: UnsafeBufferPointer<UInt8>) {
            var (start, end) = (0, bytes.count)
            while start < end, bytes[start].isBlank { start += 1 }
            while end > start, bytes[end - 1].isBlank { end -= 1 }
            // Of an address in another script, more bytes than 254 may become fewer; of one this long they can't.
            guard end - start <= 1_000 else {
                self = .refused(.tooLong)
                return
            }
            guard start < end else {
                self = .refused(.empty)
                return
            }
            let text = UnsafeBufferPointer(rebasing: bytes[start..<end])
            guard text.allSatisfy({ $0 < 0x80 }) else {
                self = .international
                return
            }
            do throws(EmailAddressProblem) {
                guard text.count <= 254 else { throw .tooLong }
                let syntax = try EmailAddressSyntax(text)
                guard syntax.hasDot else { throw .hostWithoutDot }
                self = .ascii(start..<end, syntax)
            } catch {
                self = .refused(error)
            }
        }
    }
}

private func host(of key: String) -> String {
    String(key[(key.firstIndex(of: "@").map(key.index(after:)) ?? key.startIndex)...])
}

extension UInt8 {
    fileprivate var isBlank: Bool { self == UInt8(ascii: " ") || (0x09...0x0D).contains(self) }
}

extension Unicode.Scalar {
    /// Whether nobody sees it, so that two addresses that look alike would differ: controls, marks for the direction of writing,
    /// and characters without width.
    fileprivate var isHidden: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: true
        default: properties.isDefaultIgnorableCodePoint
        }
    }
}
