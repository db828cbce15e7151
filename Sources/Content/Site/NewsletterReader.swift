import Consent
import Diagnostics
import Mail
import MailTools

extension NewsletterSettings {
    /// Reads what site.yaml says of the newsletter.
    /// - Parameters:
    ///   - keys: the mapping under `newsletter`.
    ///   - chosen: the tool that the command line names; it goes before that of site.yaml.
    init?(_ keys: YAMLMapping, tool chosen: MailTool?) {
        let name = keys.required("name", .headerText)
        let description = keys.required("description", .text)
        let from = keys.required("from", .senderAddress)
        let replyTo = keys.optional("reply-to", .senderAddress)
        let receiver = keys.optional("sign-up", .mapping)
        let signUp = receiver.flatMap { SignUpSettings($0) }
        // The form posts to the receiver, unless something else is named.
        let formAction =
            receiver == nil
            ? keys.required("form-action", .webURL) : keys.optional("form-action", .webURL) ?? signUp?.url
        let named = keys.optional("tool", .mailTool) ?? .none
        let tool = chosen ?? named
        let unsubscribe = OwnLink(keys, "unsubscribe-url", tool: named)
        let viewOnline = OwnLink(keys, "view-online-url", tool: named)
        let listUnsubscribe = keys.optional("list-unsubscribe", .oneClickURL)
        let words = keys.required("notice", .mapping).flatMap { ConsentWords($0) }
        let evidence = keys.optional("evidence", .evidence) ?? .doubleOptIn
        let recorded = keys.optional("record-client", .clientRecords) ?? ClientRecords()
        let timeZone = keys.optional("time-zone", .timeZone) ?? "UTC"
        keys.reportUnknownKeys()
        guard let name, let description, let from, let formAction, let words else { return nil }
        let own = [unsubscribe, viewOnline].compactMap { $0?.used(with: tool, insteadOf: named) }
        self.init(
            name: name, description: description, from: from, replyTo: replyTo ?? from, formAction: formAction,
            tool: tool,
            unsubscribe: unsubscribe?.used(with: tool, insteadOf: named).map(MailLink.url) ?? tool.unsubscribe,
            viewOnline: viewOnline?.used(with: tool, insteadOf: named).map(MailLink.url) ?? tool.viewOnline,
            listUnsubscribe: listUnsubscribe, ownTags: own.filter { !OwnLink.isAddress($0) },
            location: keys.reader.location(of: keys.node) ?? .start, words: words, evidence: evidence,
            recordsOfClient: recorded, timeZone: timeZone, signUp: signUp)
    }
}

/// A link that site.yaml gives in place of the tool's tag.
private struct OwnLink {
    let target: String

    /// Reads a link; a tag that only another tool replaces is an error at its line.
    init?(_ keys: YAMLMapping, _ key: String, tool: MailTool) {
        guard let target = keys.optional(key, .mailLink) else { return nil }
        self.target = target
        if tool != .none, let foreign = tool.foreignTags(in: target).first {
            keys.reader.report(
                keys.value(of: key), "\(foreign.tag) is a tag of \(foreign.toolName), and the tool is \(tool.title)",
                hint: "take the line out: \(tool.title)'s own tag is put in by itself")
        }
    }

    /// The link where a tool takes it: a tag means nothing to a tool that site.yaml does not name.
    func used(with tool: MailTool, insteadOf named: MailTool) -> String? {
        tool == named || Self.isAddress(target) ? target : nil
    }

    static func isAddress(_ target: String) -> Bool { target.hasPrefix("https://") || target.hasPrefix("http://") }
}

extension YAMLKind where Value == EvidenceGrade {
    /// What proof of consent is asked for.
    fileprivate static var evidence: Self {
        let grades: KeyValuePairs<String, EvidenceGrade> = [
            "double-opt-in": .doubleOptIn, "single-opt-in": .singleOptIn, "unproven": .unproven,
        ]
        let names = grades.map(\.key)
        return YAMLKind(expectation: "one of \(names.joined(separator: ", "))", names: names) { node, _ in
            grades.first { $0.key == node.string }?.value
        }
    }
}

extension YAMLKind where Value == ClientRecords {
    /// What is recorded of machines.
    fileprivate static var clientRecords: Self {
        YAMLKind(expectation: "a list of ip and user-agent, such as [ip]") { node, reader in
            YAMLKind<[String]>.texts.read(node, reader).flatMap { names in
                names.allSatisfy(["ip", "user-agent"].contains)
                    ? ClientRecords(ip: names.contains("ip"), userAgent: names.contains("user-agent")) : nil
            }
        }
    }
}

extension YAMLKind where Value == MailTool {
    /// A mail tool, by its name.
    static var mailTool: Self {
        YAMLKind(expectation: "one of \(MailTool.names.joined(separator: ", "))", names: MailTool.names) { node, _ in
            node.string.flatMap { try? MailTool.named($0) }
        }
    }
}

extension YAMLKind where Value == String {
    /// Text that can go into a header of an e-mail: without control characters, of which a line end would begin another header.
    static var headerText: Self {
        YAMLKind(expectation: "text on one line") { node, reader in
            text.read(node, reader).flatMap { words in
                words.unicodeScalars.contains { $0.properties.generalCategory == .control } ? nil : words
            }
        }
    }

    /// An address that mail is sent from or answered to.
    static var senderAddress: Self {
        YAMLKind(expectation: "an e-mail address such as news@example.org") { node, _ in
            node.string.map(\.trimmed).flatMap { address in
                Mailbox(address).flatMap { $0.name == nil ? $0.address : nil }
            }
        }
    }

    /// An address that ends a subscription when something is posted to it.
    fileprivate static var oneClickURL: Self {
        YAMLKind(expectation: "a web address that begins with https://, as one-click unsubscription needs (RFC 8058)") {
            webURL.read($0, $1).flatMap { ListUnsubscribe.problem(in: $0) == nil ? $0 : nil }
        }
    }
}
