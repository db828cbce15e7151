/// What is wrong with an address, for whoever typed it. The address itself is never quoted.
public enum EmailAddressProblem: Error, Hashable, Sendable, CaseIterable, CustomStringConvertible {
    /// There is nothing but white space.
    case empty
    /// It is longer than 254 bytes (RFC 5321, 4.5.3.1.3, less the angle brackets).
    case tooLong
    /// It has a control character, a mark for the direction of writing, or one that has no width.
    case hiddenCharacter
    /// It has none, or more than one.
    case needsOneAt
    /// The local part has other than ASCII characters (RFC 6531).
    case localPartNotASCII
    /// The local part is no dot-atom.
    case localPartSyntax
    /// The local part is a quoted string, or has a comment or a quoted pair.
    case quotedLocalPart
    /// The local part is longer than 64 bytes (RFC 5321, 4.5.3.1.1).
    case localPartTooLong
    /// The host is a literal such as `[192.0.2.1]`, or a number.
    case numericHost
    /// The host is no host name.
    case hostSyntax
    /// The host has other than ASCII characters where a message needs ASCII.
    case hostNotASCII
    /// The host has characters that no domain may have, or begins a label with `xn--` that stands for none (RFC 5891).
    case hostNotIDNA
    /// The host has no dot.
    case hostWithoutDot

    /// One clause without a full stop.
    public var description: String {
        switch self {
        case .empty: "it is empty"
        case .tooLong: "it is longer than 254 bytes"
        case .hiddenCharacter: "it has a hidden character, which comes with copying: type it anew"
        case .needsOneAt: "it needs exactly one @"
        case .localPartNotASCII: "what is before the @ may only have ASCII characters"
        case .localPartSyntax: "what is before the @ is no name"
        case .quotedLocalPart: "what is before the @ has quotation marks or a comment, which few mail servers take"
        case .localPartTooLong: "what is before the @ is longer than 64 bytes"
        case .numericHost: "its host is a number"
        case .hostSyntax: "its host is no name"
        case .hostNotASCII:
            "its host has other than ASCII characters: write it as your provider does, beginning with xn--"
        case .hostNotIDNA: "its host has characters that no domain can have"
        case .hostWithoutDot: "its host has no dot"
        }
    }
}
