/// The syntax of ASCII addresses, looked at byte by byte: imports check millions.
///
/// Of the forms that RFC 5322 (3.4.1) has, that of a dot-atom is taken, at a host name (RFC 1123, 2.1), with the lengths of RFC
/// 5321 (4.5.3.1).
struct EmailAddressSyntax {
    /// Where the `@` is.
    let at: Int
    /// Whether the local part has upper-case letters.
    private(set) var hasUpperCaseLocalPart = false
    /// Whether the host has upper-case letters.
    private(set) var hasUpperCaseHost = false
    /// Whether a label of the host begins with `xn--`.
    private(set) var hasALabel = false
    /// Whether the host has a dot.
    private(set) var hasDot = false

    /// Checks an address that begins and ends without white space.
    init(_ bytes: UnsafeBufferPointer<UInt8>) throws(EmailAddressProblem) {
        guard let at = bytes.firstIndex(of: UInt8(ascii: "@")), !bytes[(at + 1)...].contains(UInt8(ascii: "@")) else {
            throw .needsOneAt
        }
        self.at = at
        try checkLocalPart(bytes)
        try checkHost(bytes)
    }

    private mutating func checkLocalPart(_ bytes: UnsafeBufferPointer<UInt8>) throws(EmailAddressProblem) {
        var atomStart = 0
        for index in 0..<at {
            let byte = bytes[index]
            if byte.isAtomText {
                hasUpperCaseLocalPart = hasUpperCaseLocalPart || byte.isUpperCaseASCII
            } else if byte == UInt8(ascii: "."), index > atomStart {
                atomStart = index + 1
            } else {
                switch byte {
                case 0x80...: throw .localPartNotASCII
                case UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"):
                    throw .quotedLocalPart
                case ..<0x20, 0x7F: throw .hiddenCharacter
                default: throw .localPartSyntax
                }
            }
        }
        guard at > atomStart else { throw .localPartSyntax }
        guard at <= 64 else { throw .localPartTooLong }
    }

    private mutating func checkHost(_ bytes: UnsafeBufferPointer<UInt8>) throws(EmailAddressProblem) {
        let start = at + 1
        guard bytes.count > start, bytes[start] != UInt8(ascii: "[") else {
            throw bytes.count > start ? .numericHost : .hostSyntax
        }
        var labelStart = start
        var isNumber = true
        for index in start..<bytes.count {
            let byte = bytes[index]
            if byte.isASCIIAlphanumeric || byte == UInt8(ascii: "-") {
                if byte.isUpperCaseASCII { hasUpperCaseHost = true }
                if byte > UInt8(ascii: "9") || byte == UInt8(ascii: "-") { isNumber = false }
            } else if byte == UInt8(ascii: ".") {
                try checkLabel(bytes, labelStart..<index)
                labelStart = index + 1
                isNumber = true
                hasDot = true
            } else {
                throw byte >= 0x80 ? .hostNotASCII : byte < 0x20 || byte == 0x7F ? .hiddenCharacter : .hostSyntax
            }
        }
        try checkLabel(bytes, labelStart..<bytes.count)
        guard !isNumber else { throw .numericHost }
        // 253 is what 255 bytes leave in the form that DNS sends (RFC 1035, 2.3.4).
        guard bytes.count - start <= 253 else { throw .hostSyntax }
    }

    private mutating func checkLabel(
        _ bytes: UnsafeBufferPointer<UInt8>, _ label: Range<Int>
    ) throws(EmailAddressProblem) {
        guard (1...63).contains(label.count), bytes[label.lowerBound] != UInt8(ascii: "-"),
            bytes[label.upperBound - 1] != UInt8(ascii: "-")
        else { throw .hostSyntax }
        if label.count >= 4, bytes[label.lowerBound] | 0x20 == UInt8(ascii: "x"),
            bytes[label.lowerBound + 1] | 0x20 == UInt8(ascii: "n"), bytes[label.lowerBound + 2] == UInt8(ascii: "-"),
            bytes[label.lowerBound + 3] == UInt8(ascii: "-")
        {
            hasALabel = true
        }
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

    /// Whether this is an ASCII capital.
    var isUpperCaseASCII: Bool { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") }

    /// Whether this can stand in an atom (RFC 5322, 3.2.3).
    var isAtomText: Bool {
        if isASCIIAlphanumeric { return true }
        switch self {
        case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "&"),
            UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "/"),
            UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "`"),
            UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"), UInt8(ascii: "~"):
            return true
        default: return false
        }
    }
}
