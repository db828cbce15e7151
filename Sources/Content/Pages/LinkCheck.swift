import Diagnostics

/// Checks links when every page is known: that their page is published, and that it has the heading they name.
struct LinkCheck {
    let folder: ContentFolder
    /// Files that pages show or link to, relative to Content/.
    private(set) var assets: Set<String> = []
    private let pages: [String: Page?]
    /// The anchors of each issue's headings; nil where it could not be read.
    private let issues: [String: Set<String>?]
    private let hasArchive: Bool
    private let publishedFiles: Set<String>
    private let tagURLs: Set<String>
    private var anchors: [String: Set<String>] = [:]

    init(
        folder: ContentFolder, pages: [ReadFile<Page>], published: [ReadFile<Page>], issues: [ReadFile<Issue>],
        sent: [ReadFile<Issue>]
    ) {
        self.folder = folder
        self.pages = Dictionary(uniqueKeysWithValues: pages.map { ($0.file, $0.value) })
        self.issues = Dictionary(uniqueKeysWithValues: issues.map { ($0.file, $0.value?.anchors) })
        hasArchive = !sent.isEmpty
        publishedFiles = Set(published.map(\.file) + sent.map(\.file))
        tagURLs = Set(published.flatMap { $0.value?.tags ?? [] }.map(\.url))
    }

    /// Reports the links of one file that lead nowhere, and notes the files it needs.
    mutating func check(_ links: [NotedLink], of file: String, log: inout DiagnosticLog) {
        for link in links {
            switch link.target {
            case .asset(let asset): assets.insert(asset)
            case .tag(let url) where tagURLs.contains(url): break
            case .tag(let url):
                report(
                    link, in: file, "no published page has the tag that \(url) lists",
                    hint: NearestName.hint(for: url, among: tagURLs.sorted()), log: &log)
            case .archive:
                guard !hasArchive else { continue }
                report(
                    link, in: file, "no issue of the newsletter is published, so this link would lead nowhere",
                    hint: "publish one, or take the link out until then", log: &log)
            case .heading(let target, let fragment): check(target, fragment, link, in: file, log: &log)
            }
        }
    }

    private mutating func check(
        _ target: String, _ fragment: String?, _ link: NotedLink, in file: String, log: inout DiagnosticLog
    ) {
        // A page that can't be read was reported already; a folder and a text that is no page have no headings.
        guard let headings = known(in: target) else { return }
        guard publishedFiles.contains(target) else {
            report(
                link, in: file, "\(folder.shown(target)) is a draft or dated later, so this link would lead nowhere",
                hint: "publish it, or take the link out until then", log: &log)
            return
        }
        guard let problem = BrokenLink(fragment, of: folder.shown(target), known: headings) else { return }
        report(link, in: file, problem.message, hint: problem.hint, log: &log)
    }

    /// The anchors of a file's headings; nil where it is none that has any, or could not be read.
    private mutating func known(in file: String) -> Set<String>? {
        if let known = anchors[file] { return known }
        let read = pages[file].flatMap(\.self).map { Set($0.body.headings.map(\.id)) } ?? issues[file].flatMap(\.self)
        anchors[file] = read
        return read
    }

    private func report(
        _ link: NotedLink, in file: String, _ message: String, hint: String?, log: inout DiagnosticLog
    ) {
        // The file is read again only now, for the line that the diagnostic quotes.
        var ignored = DiagnosticLog()
        let source = folder.read(file, log: &ignored) ?? SourceFile(path: folder.shown(file), bytes: [])
        log.report(source.diagnostic(at: link.location, message, hint: hint))
    }
}
