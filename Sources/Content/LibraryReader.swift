import Dates
import Diagnostics
import Evaluation
import Markup
import Parallel

extension Library {
    /// Reads and validates a Content folder.
    ///
    /// - Parameters:
    ///   - path: the folder.
    ///   - options: what is published when.
    /// - Returns: the library, or nil where anything was wrong, and all diagnostics, warnings included.
    public static func read(_ path: String, options: ReadingOptions) -> (library: Library?, log: DiagnosticLog) {
        var log = DiagnosticLog()
        guard let folder = ContentFolder(path: path, log: &log) else { return (nil, log) }
        let library = LibraryReader(folder: folder, options: options).read(log: &log)
        return (log.hasErrors ? nil : library, log)
    }
}

/// Reads all of a folder in parallel, then checks what only the whole can tell.
private struct LibraryReader {
    let folder: ContentFolder
    let options: ReadingOptions

    private static let knownFolders =
        Collection.allCases.map(\.rawValue) + ["newsletters", "instruments", "schools", "subscribers", "images"]

    func read(log: inout DiagnosticLog) -> Library? {
        reportUnknownPlaces(log: &log)
        let links = LinkIndex(folder: folder)
        var navigation: [NotedLink] = []
        let site = SiteReader(folder: folder, links: links).read(log: &log, noting: &navigation)
        let reader = PageReader(
            folder: folder, links: links, allowsRawHTML: site?.allowsRawHTML ?? false, baseURL: site?.baseURL ?? "")
        let pages = readPages(reader, log: &log)
        let issues = readIssues(reader, log: &log)
        let schools = readSchools(reader, log: &log)
        let subscribers = SubscriberReader(folder: folder).read(log: &log)

        let published = pages.filter { isPublished($0.value?.date, isDraft: $0.isDraft) }
        let sent = issues.filter { isPublished($0.value?.date, isDraft: $0.isDraft) }
        reportSharedURLs(of: published, log: &log)
        var check = LinkCheck(folder: folder, pages: pages, published: published)
        check.check(navigation, of: SiteReader.file, log: &log)
        for page in published { check.check(page.links, of: page.file, log: &log) }
        for issue in sent { check.check(issue.links, of: issue.file, log: &log) }
        for school in schools { check.check(school.links, of: school.file, log: &log) }
        let notice = subscribers.notice(on: options.date)
        guard let site else { return nil }
        let all = published.compactMap(\.value)
        reportOutdatedNotice(notice, site: site, pages: all, log: &log)
        return Library(
            folder: folder.path, site: site, pages: all.filter { $0.slug != "_index" },
            listPages: Dictionary(
                all.filter { $0.slug == "_index" }.map { ($0.collection, $0) }, uniquingKeysWith: { first, _ in first }),
            assets: check.assets.sorted().map { Library.Asset(file: folder.shown($0), path: $0) },
            issues: sent.compactMap(\.value).sorted { ($0.date, $0.slug) > ($1.date, $1.slug) },
            schools: schools.compactMap(\.value), subscribers: subscribers, currentNotice: notice)
    }

    private func isPublished(_ date: CalendarDate?, isDraft: Bool) -> Bool {
        (!isDraft || options.includesDrafts) && date.map { $0 <= options.date } ?? true
    }

    private func readPages(_ reader: PageReader, log: inout DiagnosticLog) -> [ReadFile<Page>] {
        let files = Collection.allCases.flatMap { collection in
            collection.files(in: folder).map { (collection, $0) }
        }
        let read = files.concurrentMap(jobs: options.jobs) { reader.read($1, in: $0) }
        read.forEach { log.merge($0.log) }
        return read
    }

    private func readIssues(_ reader: PageReader, log: inout DiagnosticLog) -> [ReadFile<Issue>] {
        let files = folder.files(in: "newsletters", suffix: ".md")
        let read = files.concurrentMap(jobs: options.jobs) { reader.readIssue($0) }
        read.forEach { log.merge($0.log) }
        return read
    }

    private func readSchools(_ reader: PageReader, log: inout DiagnosticLog) -> [ReadFile<School>] {
        let instruments = InstrumentReader(folder: folder).readAll(log: &log)
        let schools = SchoolReader(folder: folder, pages: reader, instruments: instruments)
        let slugs = Set(
            folder.files(in: "schools", deep: true).compactMap { $0.split(separator: "/").dropFirst().first })
        let read = slugs.map(String.init).sorted().concurrentMap(jobs: options.jobs) { schools.read($0) }
        read.forEach { log.merge($0.log) }
        return read
    }

    private func reportUnknownPlaces(log: inout DiagnosticLog) {
        guard !folder.files.isEmpty else {
            log.report(
                Diagnostic(
                    path: folder.path, message: "this folder is empty",
                    hint: "begin with \(folder.shown(SiteReader.file)) and \(folder.shown("pages/index.md"))"))
            return
        }
        var reported: Set<Substring> = []
        for file in folder.files {
            let first = file.prefix { $0 != "/" }
            let isKnown = first == file ? file == SiteReader.file : Self.knownFolders.contains(String(first))
            guard !isKnown, reported.insert(first).inserted else { continue }
            log.report(
                Diagnostic(
                    .warning, path: folder.shown(String(first)), message: "nothing reads this",
                    hint: NearestName.hint(for: String(first), among: Self.knownFolders + [SiteReader.file])))
        }
        for collection in Collection.allCases {
            for file in folder.files(in: collection.rawValue, suffix: ".md", deep: true)
            where file.split(separator: "/").count > 2 {
                log.report(
                    Diagnostic(
                        .warning, path: folder.shown(file), message: "nothing reads this file",
                        hint: "pages stand right inside \(folder.shown(collection.rawValue))"))
            }
            let head = collection.rawValue + "/_index.md"
            guard !collection.isListed, folder.contains(head) else { continue }
            log.report(
                Diagnostic(
                    .warning, path: folder.shown(head), message: "nothing reads this file",
                    hint: "the site has no list of \(collection.rawValue)"))
        }
    }

    private func reportSharedURLs(of pages: [ReadFile<Page>], log: inout DiagnosticLog) {
        let reserved = Dictionary(
            uniqueKeysWithValues: ["/tags/", "/assets/", "/images/"].map { ($0, "what the site makes itself") })
        var paths = reserved.merging(
            Collection.allCases.filter(\.isListed).map { ($0.url(slug: "_index"), "the list of \($0.rawValue)") },
            uniquingKeysWith: { first, _ in first })
        for page in pages.compactMap(\.value) where page.slug != "_index" {
            guard let other = paths.updateValue(page.path, forKey: page.url) else { continue }
            log.report(
                Diagnostic(
                    path: page.path, message: "\(page.url) is already the URL of \(other)",
                    hint: "rename one of the two files"))
        }
    }

    /// The form must show the words and the policy versions that its notice records.
    private func reportOutdatedNotice(_ notice: Notice?, site: Site, pages: [Page], log: inout DiagnosticLog) {
        guard let notice else { return }
        let file = folder.shown("subscribers/notices.yaml")
        if notice.words != site.newsletter.words {
            log.report(
                Diagnostic(
                    path: file, message: "the notice \"\(notice.id)\" has other words than the sign-up form",
                    hint:
                        "add a notice with the words of newsletter.notice in \(SiteReader.file); never change an old one"
                ))
        }
        for (slug, version) in [("privacy-policy", notice.privacyVersion), ("terms-of-service", notice.termsVersion)] {
            guard let page = pages.first(where: { $0.collection == .legal && $0.slug == slug }),
                case .legal(let text) = page.details, text.version != version
            else { continue }
            log.report(
                Diagnostic(
                    path: file,
                    message:
                        "the notice \"\(notice.id)\" names version \(version) of \(slug), which is now \(text.version)",
                    hint: "add a notice that names the new version"))
        }
    }
}
