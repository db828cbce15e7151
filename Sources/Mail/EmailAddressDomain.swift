import CIDN2

/// Domains of all scripts in ASCII (IDNA2008, RFC 5891, with the mapping of UTS #46, non-transitional).
enum EmailDomain {
    /// The ASCII form of a host in Unicode; case and compatibility forms are mapped, and NFC is made.
    static func ascii(_ host: String) throws(EmailAddressProblem) -> String {
        var output: UnsafeMutablePointer<UInt8>?
        let flags = Int32(IDN2_NFC_INPUT.rawValue | IDN2_NONTRANSITIONAL.rawValue)
        let status = host.withCString(encodedAs: UTF8.self) { idn2_lookup_u8($0, &output, flags) }
        guard status == IDN2_OK.rawValue, let output else { throw .hostNotIDNA }
        defer { idn2_free(output) }
        return String(cString: output)
    }

    /// Whether a host with labels in `xn--` form, in lower case, is one that a name in Unicode has.
    static func isKnown(_ host: String) -> Bool {
        var output: UnsafeMutablePointer<CChar>?
        let status = host.withCString { idn2_to_unicode_8z8z($0, &output, 0) }
        guard status == IDN2_OK.rawValue, let output else { return false }
        defer { idn2_free(output) }
        return (try? ascii(String(cString: output))) == host
    }
}
