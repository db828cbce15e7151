/// The form in which a mail tool takes a list of subscribers.
public enum ListFormat: String, CaseIterable, Sendable {
    /// Ours, for tools whose importer lets one match columns by hand.
    case generic
    case mailchimp, listmonk, buttondown, brevo, kit, ghost

    /// The format of a tool, by the name it has in site.yaml; the generic one where it has none of its own.
    public init(tool name: String) { self = Self(rawValue: name) ?? .generic }
}

/// A file for a mail tool to import.
public struct ExportedList: Sendable {
    /// Its name, such as `kit-without-names.csv`.
    public let name: String
    /// The file.
    public let bytes: [UInt8]
    /// How many people are on it.
    public let count: Int
}
