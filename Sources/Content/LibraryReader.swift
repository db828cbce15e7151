import Consent
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

    func read(log: inout DiagnosticLog) -> Library? {
        if options.scope != .subscribers { UnreadFiles(folder: folder).report(to: &log) }
        guard !folder.files.isEmpty else { return nil }
        let links = LinkIndex(folder: folder)
        let readSite = SiteReader(folder: folder, links: links, tool: options.mailTool).read()
        log.merge(readSite.log)
        let site = readSite.value
        let reader = PageReader(
            folder: folder, links: links, allowsRawHTML: site?.allowsRawHTML ?? false, baseURL: site?.baseURL ?? "",
            language: site?.language ?? "en")
        let pages = readPages(reader, log: &log)
        let issues = options.scope == .all ? readIssues(reader, log: &log) : []
        let schools =
            options.scope == .subscribers
            ? [] : readSchools(reader, rule: site?.disclosure ?? DisclosureRule(), log: &log)
        let subscribers =
            options.scope == .schools
            ? SubscriberRecords()
            : SubscriberReader(
                folder: folder, language: site?.language ?? "en", tellsUnreadFiles: options.scope == .all
            )
            .read(log: &log)

        let published = pages.filter { isPublished($0.value?.date, isDraft: $0.isDraft) }
        let sent = issues.filter { isPublished($0.value?.date, isDraft: $0.isDraft) }
        reportSharedURLs(of: published, log: &log)
        reportReservedNames(of: issues, log: &log)
        var check = LinkCheck(folder: folder, pages: pages, published: published, issues: issues, sent: sent)
        if options.scope == .all {
            check.check(readSite.links, of: readSite.file, log: &log)
            for page in published { check.check(page.links, of: page.file, log: &log) }
            for issue in sent { check.check(issue.links, of: issue.file, log: &log) }
            for school in schools { check.check(school.links, of: school.file, log: &log) }
        }
        let notice = subscribers.notice(on: options.date)
        guard let site else { return nil }
        let all = published.compactMap(\.value)
        if options.scope == .all {
            reportMissingNotice(site: site, log: &log)
            reportOutdatedNotice(notice, site: site, pages: all, log: &log)
        }
        return Library(
            folder: folder.path, site: site, pages: all.filter { $0.slug != "_index" },
            listPages: Dictionary(
                all.filter { $0.slug == "_index" }.map { ($0.collection, $0) }, uniquingKeysWith: { first, _ in first }),
            assets: check.assets.sorted().map { Library.Asset(file: folder.shown($0), path: $0) },
            issues: sent.compactMap(\.value).sorted { ($0.date, $0.slug) > ($1.date, $1.slug) },
            schools: schools.compactMap(\.value), subscribers: subscribers, currentNotice: notice,
            policies: Policies(pages: all))
    }

    private func isPublished(_ date: CalendarDate?, isDraft: Bool) -> Bool {
        (!isDraft || options.includesDrafts) && date.map { $0 <= options.date } ?? true
    }

    private func readPages(_ reader: PageReader, log: inout DiagnosticLog) -> [ReadFile<Page>] {
        let collections: [Collection] =
            switch options.scope {
            case .all: Collection.allCases
            case .subscribers: [.legal]
            case .schools: []
            }
        let files = collections.flatMap { collection in
            folder.files(in: collection.rawValue, suffix: ".md").map { (collection, $0) }
        }
        let read = files.concurrentMap(jobs: options.jobs) { reader.read($1, in: $0) }
        read.forEach { log.merge($0.log) }
        return read
    }

    private func readIssues(_ reader: PageReader, log: inout DiagnosticLog) -> [ReadFile<Issue>] {
        let files = folder.files(in: "newsletters", suffix: ".md")
        let read = files.concurrentMap(jobs: options.jobs) { reader.readIssue($0) }
        read.forEach { log.merge($0.log) }
        IssueNumbers.report(read.compactMap(\.value), to: &log)
        return read
    }

    /// Reads all schools and works out their numbers, which texts may quote.
    private func readSchools(
        _ reader: PageReader, rule: DisclosureRule, log: inout DiagnosticLog
    ) -> [ReadFile<School>] {
        let records = SchoolRecords(folder, rule: rule, jobs: options.jobs, log: &log)
        let finisher = SchoolFinisher(folder: folder, pages: reader, options: options)
        let read = records.folders.concurrentMap(jobs: options.jobs) { finisher.finish(records.read($0)) }
        read.forEach { log.merge($0.log) }
        return read
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

    /// An issue may not stand where the list of issues does.
    private func reportReservedNames(of issues: [ReadFile<Issue>], log: inout DiagnosticLog) {
        for issue in issues where issue.file.slug == "archive" {
            log.report(
                Diagnostic(
                    path: folder.shown(issue.file),
                    message: "/newsletter/archive/ is already the URL of the list of issues",
                    hint: "name the file after the issue's date, such as 2026-03.md"))
        }
    }

    /// Without a notice the site has no form, which nobody may notice.
    private func reportMissingNotice(site: Site, log: inout DiagnosticLog) {
        let file = folder.shown(SubscriberReader.noticesFile)
        guard !folder.contains(SubscriberReader.noticesFile), !log.diagnostics.contains(where: { $0.path == file })
        else { return }
        log.report(
            Diagnostic(
                .warning, path: file, message: "there is no such file, so the site shows no sign-up form",
                hint:
                    "list in it the words of newsletter.notice in \(SiteReader.file) with id, from, privacy-version and "
                    + "terms-version: consent without words is not on record"))
    }

    /// The form must show the words and the policy versions that its notice records.
    private func reportOutdatedNotice(_ named: NamedNotice?, site: Site, pages: [Page], log: inout DiagnosticLog) {
        guard let named else { return }
        let (id, notice) = (named.id, named.notice)
        let file = folder.shown(SubscriberReader.noticesFile)
        if notice.words != site.newsletter.words {
            log.report(
                Diagnostic(
                    path: file, message: "the notice \"\(id)\" has other words than the sign-up form",
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
                        "the notice \"\(id)\" names version \(version) of \(slug), which is now \(text.version)",
                    hint: "add a notice that names the new version"))
        }
    }
}
