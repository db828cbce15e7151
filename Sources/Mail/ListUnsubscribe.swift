/// The two headers by which mail programs offer to end a subscription with one click (RFC 8058).
public enum ListUnsubscribe {
    /// The most bytes of an address, so that its line stays below the 998 of RFC 5322 (2.1.1).
    static let longest = 900

    /// Why an address can't be used; nil where it can.
    public static func problem(in address: String) -> String? {
        guard address.hasPrefix("https://"), address.utf8.count > 8 else {
            return "it begins with https://, as RFC 8058 wants it"
        }
        guard address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"<>\"\\^`{|},".utf8.contains($0) }) else {
            return "it has a character that a web address has only percent-encoded"
        }
        return address.utf8.count > longest ? "it has more than \(longest) characters" : nil
    }

    /// The headers of an address. That of the address is not folded, since many programs look at its first line only.
    static func headers(_ address: String) throws(MailError) -> [String] {
        if let reason = problem(in: address) { throw .badListUnsubscribe(reason: reason) }
        return ["List-Unsubscribe: <\(address)>", "List-Unsubscribe-Post: List-Unsubscribe=One-Click"]
    }
}
