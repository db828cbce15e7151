/// A link of an e-mail whose target the mail tool fills in, or an address of one's own.
public enum MailLink: Hashable, Sendable {
    /// What stands in `href`: a tag such as `*|UNSUB|*`, or a web address.
    case url(String)
    /// An element that stands for `a`, such as `unsubscribe`, and what stands for the address in plain text.
    case element(name: String, text: String)

    /// What plain text has as the link's address, byte for byte.
    public var plainText: String {
        switch self {
        case .url(let url): url
        case .element(_, let text): text
        }
    }

    /// The value of `href`, not escaped; nil for an element of the tool's own.
    public var href: String? {
        guard case .url(let url) = self else { return nil }
        return url
    }

    /// The link as HTML around some HTML.
    ///
    /// A tag is not escaped: the tool looks for it byte for byte. In a web address `&` and `"` are.
    /// - Parameters:
    ///   - content: what the link says, as HTML.
    ///   - attributes: further attributes such as ` style="…"`, with a space before each.
    public func html(_ content: String, attributes: String = "") -> String {
        switch self {
        case .url(let url):
            let isAddress = url.hasPrefix("https://") || url.hasPrefix("http://")
            let href = isAddress ? url.replacing("&", with: "&amp;").replacing("\"", with: "%22") : url
            return "<a href=\"\(href)\"\(attributes)>\(content)</a>"
        case .element(let name, _): return "<\(name)\(attributes)>\(content)</\(name)>"
        }
    }
}
