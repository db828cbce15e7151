/// Tells addresses and accounts by their characters.
enum AddressPattern {
    /// Endings of host names that are written without `https://`. Others are found where they stand before a slash.
    private static let topLevels: Set<String> = [
        "com", "org", "net", "edu", "gov", "us", "io", "co", "me", "tv", "info", "app", "ly", "gg", "uk", "ca", "be",
        "mil",
        "dev", "ai", "biz", "school", "academy", "site", "online", "xyz",
    ]

    /// Whether a word is such an ending.
    static func isTopLevel(_ word: String) -> Bool { topLevels.contains(word) }

    /// What a text without spaces is, if it is an address or an account.
    static func kind(_ text: ArraySlice<Character>) -> MaskedComment.Kind? {
        if let at = text.firstIndex(where: { $0 == "@" || $0 == "＠" }) {
            guard text.count > 1 else { return nil }
            return at == text.startIndex ? .link : .email
        }
        guard text.contains(where: { ".:_/".contains($0) }) else { return nil }
        // An underscore between letters is of an account.
        if text.contains("_"), text.contains(where: { $0.isLetter || $0.isNumber }) { return .link }
        let lowercased = Array(String(text).lowercased())
        return isLink(lowercased) ? .link : nil
    }

    private static func isLink(_ text: [Character]) -> Bool {
        if text.starts(with: "www.") || text.starts(with: "http:") { return true }
        for index in text.indices.dropFirst() {
            if text[index] == "/", text[index - 1] == "/" { return true }
            guard text[index] == ".", text[index - 1].isLetter || text[index - 1].isNumber else { continue }
            let label = text[(index + 1)...].prefix { $0.isLetter }
            // A label is at most 63 long, which also keeps a long row of letters and points fast.
            guard label.count < 64, !label.isEmpty else { continue }
            let next = label.endIndex < text.count ? text[label.endIndex] : " "
            if isTopLevel(String(label)) && (next == " " || "/:?#,;)".contains(next)) { return true }
            if next == "/", label.count >= 2 { return true }
        }
        return false
    }
}
