import Diagnostics
import MailTools

/// Where a link or a picture of an e-mail leads.
struct LinkTarget {
    let address: String

    init(_ address: String) {
        self.address = address.collapsed
    }

    private static let schemes = ["https:", "mailto:", "tel:", "sms:"]

    /// What is wrong with it; nil where nothing is.
    /// - Parameter place: its first byte in the issue's file, which is only looked for where something is wrong.
    func problem(isPicture: Bool = false, in page: CheckedPage, place: () -> Int?) -> Diagnostic? {
        let what = isPicture ? "picture" : "link"
        if address.isEmpty {
            return page.source.diagnostic(
                at: place(), "a \(what) has no address", hint: "write its address, or take it out")
        }
        if MailTool.beginsWithTag(address) || page.ownTags.contains(where: address.hasPrefix) { return nil }
        let scheme = String(address.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "+" || $0 == ":") })
            .lowercased()
        let isSchemed = scheme.contains(":")
        if Self.schemes.contains(where: { scheme.hasPrefix($0) }), !isPicture || scheme.hasPrefix("https:") {
            return nil
        }
        if scheme.hasPrefix("http:") {
            return page.source.diagnostic(
                .warning, at: place(), "the \(what) \(shown) is not encrypted: some mail programs warn of it",
                hint: "write https:// where the site has it")
        }
        if isSchemed {
            return page.source.diagnostic(
                at: place(), "the \(what) \(shown) does not work in e-mail",
                hint: "use an address that begins with https://")
        }
        if address.first == "#", !isPicture, page.hasAnchor(String(address.dropFirst())) { return nil }
        return page.source.diagnostic(
            at: place(), "the \(what) \(shown) leads nowhere from an inbox",
            hint: "write its whole address, with https://")
    }

    private var shown: String { "\"\(address.prefix(60))\(address.count > 60 ? "…" : "")\"" }
}

extension CheckedPage {
    /// Whether a link within the e-mail has something to lead to.
    fileprivate func hasAnchor(_ name: String) -> Bool {
        guard !name.isEmpty, !name.contains("'") else { return false }
        return !elements("//*[@id='\(name)']|//a[@name='\(name)']").isEmpty
    }
}
