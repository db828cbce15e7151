import Diagnostics

/// A tool that sends the newsletter, and the tags it replaces with each subscriber's own.
///
/// The facts stand in data files, `Profiles/*.yaml`, each with its version, the day it was looked up and the tool's own
/// documentation. Tags come out byte for byte as they stand there.
public struct MailTool: Hashable, Sendable {
    /// The name that site.yaml and `--tool` use, such as `campaign-monitor`.
    public let name: String
    /// The name as its maker writes it.
    public let title: String
    /// The version of the profile, from 1.
    public let version: Int
    /// The day the profile was looked up, `YYYY-MM-DD`.
    public let date: String
    /// Where it was looked up, and what that confirms.
    public let sources: [Source]
    /// The tags that ends a subscription; nil where the tool has none that is known.
    public let unsubscribe: MailLink?
    /// The tag of the page that shows an issue in a browser; nil where the tool has none that is known.
    public let viewOnline: MailLink?
    /// The tag of the sender's postal address; nil where the tool has none.
    public let address: String?
    /// Tags that belong before the end of the body, such as the picture that counts who opened the e-mail.
    public let bodyTags: [String]
    /// What every issue must contain, or the tool refuses it or counts wrong.
    public let mustContain: [String]
    /// What no issue may contain.
    public let mustNotContain: [String]
    /// What a template that is kept in the tool must contain; an issue is none.
    public let templateMustContain: [String]
    /// What the tool adds to every e-mail by itself.
    public let adds: Set<Role>
    /// What was not found in the tool's documentation but in several public templates.
    public let seenInUse: Set<Role>
    /// What could not be confirmed at all.
    public let unconfirmedRoles: Set<Role>
    /// The tags that could not be confirmed: their use is worth a warning.
    public let unconfirmed: [String]
    let firstNameTag: FirstNameTag?
    let forms: [TagForm]

    /// What a tag does.
    public enum Role: String, CaseIterable, Codable, Sendable {
        case unsubscribe
        case viewOnline = "view-online"
        case firstName = "first-name"
        case address
    }

    /// A page of the tool's documentation.
    public struct Source: Hashable, Sendable {
        /// Its address.
        public let url: String
        /// The tags it confirms.
        public let confirms: Set<Role>
    }

    /// The tag of a subscriber's first name.
    ///
    /// - Parameter fallback: what stands for a name that is not known, in the language of where it stands: escaped in HTML,
    ///   plain in text. Characters that would end the tag are replaced by ones that look alike.
    /// - Returns: the tag; the fallback itself where the tool has no such tag.
    public func firstName(fallback: String) -> String { firstNameTag?.text(fallback: fallback) ?? fallback }

    /// Whether the tool has a tag for names.
    public var hasFirstName: Bool { firstNameTag != nil }
}

extension MailTool {
    /// All tools by name. A test holds that every profile decodes.
    public static let all: [MailTool] = MailToolProfile.files.compactMap { try? MailTool(profile: $0) }

    /// The names of all tools.
    public static var names: [String] { all.map(\.name) }

    /// No mail tool: nothing replaces tags.
    public static let none =
        all.first { $0.name == "none" }
        ?? MailTool(
            name: "none", title: "no mail tool", version: 1, date: "", sources: [], unsubscribe: nil, viewOnline: nil,
            address: nil, bodyTags: [], mustContain: [], mustNotContain: [], templateMustContain: [], adds: [],
            seenInUse: [], unconfirmedRoles: [], unconfirmed: [], firstNameTag: nil, forms: [])

    /// The tool of a name.
    /// - Throws: ``UnknownMailTool``, which names the nearest.
    public static func named(_ name: String) throws(UnknownMailTool) -> MailTool {
        guard let tool = all.first(where: { $0.name == name }) else { throw UnknownMailTool(name: name) }
        return tool
    }
}

/// A name that no profile has.
public struct UnknownMailTool: Error, Hashable, Sendable, CustomStringConvertible {
    /// The name.
    public let name: String

    /// The nearest name, or all names.
    public var hint: String {
        NearestName.match(for: name, among: MailTool.names).map { "did you mean \"\($0)\"?" }
            ?? "known: \(MailTool.names.joined(separator: ", "))"
    }

    /// What is wrong, and the next step.
    public var description: String { "there is no mail tool \"\(name.prefix(60))\"; \(hint)" }
}
