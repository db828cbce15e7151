/// How booklets look: what site.yaml says under `booklets`.
public struct BookletSettings: Hashable, Sendable {
    /// The paper that booklets are printed on.
    public enum PageSize: String, CaseIterable, Sendable {
        case letter
        case a4
    }

    /// The paper.
    public var pageSize = PageSize.letter
    /// Whether a page for signatures ends the booklet.
    public var hasSignaturePage = false
    /// Whether a list of all versions that were delivered ends the booklet.
    public var hasChangeLog = false
    /// The practice's logo as a URL that holds the image itself (RFC 2397); nil for none.
    public var logo: String?

    /// Creates the usual settings.
    public init() {}
}

extension BookletSettings {
    /// Reads the settings; what is not there is as usual.
    init(_ keys: YAMLMapping, links: LinkIndex) {
        self.init()
        pageSize = keys.optional("page-size", .name) ?? .letter
        hasSignaturePage = keys.optional("signature-page", .flag) ?? false
        hasChangeLog = keys.optional("change-log", .flag) ?? false
        if let file = keys.optional("logo", .text) {
            switch links.embed(file) {
            case .success(let url): logo = url
            case .failure(let problem):
                keys.reader.report(keys.value(of: "logo"), problem.message, hint: problem.hint)
            }
        }
        keys.reportUnknownKeys()
    }
}
