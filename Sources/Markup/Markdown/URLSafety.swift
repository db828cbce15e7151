/// Which destinations a link or an image may have.
enum URLSafety {
    private static let allowedSchemes: Set<String> = ["http", "https", "mailto", "tel"]

    /// The scheme that is not allowed, such as `javascript`; nil where the destination is safe or has no scheme.
    static func forbiddenScheme(of destination: String) -> String? {
        scheme(of: destination).flatMap { allowedSchemes.contains($0) ? nil : $0 }
    }

    /// Whether the destination has a scheme or a host of its own, so that it leads out of the site.
    static func isAbsolute(_ destination: String) -> Bool {
        destination.hasPrefix("//") || scheme(of: destination) != nil
    }

    /// The scheme in lower case; nil where the destination has none, as in `10:30.md` or `%6aavascript:`.
    ///
    /// Browsers drop white space and control characters before and within a scheme (WHATWG URL Standard, URL parsing), so
    /// they are dropped here too before it is looked at.
    private static func scheme(of destination: String) -> String? {
        var scheme = ""
        for scalar in destination.unicodeScalars where scalar.value > 0x20 && !(0x7F...0x9F).contains(scalar.value) {
            if scalar == ":" { return scheme.isEmpty ? nil : scheme }
            guard scalar.isASCII,
                scalar.properties.isAlphabetic || !scheme.isEmpty && "0123456789+.-".unicodeScalars.contains(scalar)
            else { return nil }
            scheme += scalar.properties.lowercaseMapping
        }
        return nil
    }

    /// Whether the destination holds a mail tool's merge tag, such as `*|UNSUB|*`, `{{ MessageURL }}`, `{$url}` or
    /// `[[viewAsWebpage]]`.
    static func hasMergeTag(_ destination: String) -> Bool {
        ["*|", "{{", "{$", "[["].contains { destination.contains($0) }
    }
}
