import Yams

/// What mail programs don't apply of CSS: a table of our own, a part of the program.
struct ClientSupport: Decodable, Sendable {
    let version: Int
    let date: String
    let source: String
    let entries: [Entry]

    /// A mail program.
    enum Client: String, CaseIterable, Decodable, Sendable {
        case gmail
        case outlookWindows = "outlook-windows"
        case appleMail = "apple-mail"

        /// Its name.
        var title: String {
            switch self {
            case .gmail: "Gmail"
            case .outlookWindows: "Outlook for Windows"
            case .appleMail: "Apple Mail"
            }
        }
    }

    /// Declarations, or rules that begin with `@`, that some program does not apply.
    struct Entry: Decodable, Sendable {
        let properties: [String]?
        let values: [String]?
        let functions: [String]?
        let units: [String]?
        let atRules: [String]?
        let lacks: [Client]
        let matters: Bool
        let source: String

        enum CodingKeys: String, CodingKey {
            case properties, values, functions, units, lacks, matters, source
            case atRules = "at-rules"
        }

        /// What of a declaration the entry is about; nil where it is about none of it.
        func subject(in declaration: StyleDeclarations.Declaration, _ words: CSSWords) -> String? {
            if let properties, !properties.contains(declaration.property) { return nil }
            if let values {
                return values.contains(declaration.value) ? "\(declaration.property): \(declaration.value)" : nil
            }
            if let functions { return functions.first(where: words.functions.contains).map { "\($0)()" } }
            if let units { return units.first(where: words.units.contains).map { "the unit \($0)" } }
            return properties == nil ? nil : declaration.property
        }
    }

    /// The table; empty where its file is malformed, which a test holds that it is not.
    static let table: ClientSupport =
        (try? YAMLDecoder().decode(
            ClientSupport.self, from: String(decoding: PackageResources.client_support_yaml, as: UTF8.self)))
        ?? ClientSupport(version: 0, date: "", source: "", entries: [])

    private init(version: Int, date: String, source: String, entries: [Entry]) {
        self.version = version
        self.date = date
        self.source = source
        self.entries = entries
    }
}
