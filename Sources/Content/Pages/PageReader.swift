import Dates
import Diagnostics
import Markup

/// A file as it was read, with the links that are checked once every page is known.
struct ReadFile<Value: Sendable>: Sendable {
    /// The file, relative to Content/.
    let file: String
    /// What it holds; nil where it was reported as wrong.
    let value: Value?
    /// Whether the file is kept back for now.
    var isDraft = false
    var links: [NotedLink] = []
    let log: DiagnosticLog
}

/// A link that leads to another file of the content.
struct NotedLink: Sendable {
    let target: LinkTarget
    let location: SourceLocation
}

/// Reads the Markdown files of the collections.
struct PageReader: Sendable {
    let folder: ContentFolder
    let links: LinkIndex
    let allowsRawHTML: Bool
    /// The address of the site, for what is read outside it.
    let baseURL: String
    /// The language of the site, a BCP 47 tag.
    let language: String

    /// Reads one page; what is wrong with it is in the result's log.
    func read(_ file: String, in collection: Collection) -> ReadFile<Page> {
        read(file, isNamedFreely: collection.isListed && file.slug == "_index") { keys, body, _ in
            page(from: keys, file: file, collection: collection, body: body.body)
        }
    }

    /// Reads a Markdown file with front matter.
    func read<Value>(
        _ file: String, isNamedFreely: Bool = false, mail: MailSettings? = nil,
        convert: (YAMLMapping, ReadBody, SourceFile) -> (value: Value, image: String?)?
    ) -> ReadFile<Value> {
        var log = DiagnosticLog()
        func failed() -> ReadFile<Value> { ReadFile(file: file, value: nil, log: log) }
        if !isNamedFreely, let problem = Slug.problem(with: file.slug) {
            log.report(Diagnostic(path: folder.shown(file), message: problem.message, hint: problem.hint))
        }
        guard let source = readText(file, log: &log), let matter = FrontMatter(of: source, log: &log) else {
            return failed()
        }
        guard matter.isPresent else {
            log.report(
                source.diagnostic(
                    at: .start, "this file has no front matter",
                    hint: "begin it with a line of three hyphens (---), its keys, and another line of three hyphens"))
            return failed()
        }
        let reader = YAMLReader(source, firstLine: matter.yamlLine)
        let mapping = reader.mapping(of: matter.yaml)
        // The language of an issue is in its front matter.
        let ownLanguage = mail == nil ? nil : mapping?.value(of: "language")
        let body = readBody(
            of: source, at: file, matter, mail: mail,
            language: ownLanguage.flatMap { YAMLKind.languageTag.read($0, reader) } ?? language, log: &log)
        guard let keys = mapping else {
            log.merge(reader.log)
            return failed()
        }
        let isDraft = keys.optional("draft", .flag) ?? false
        let read = convert(keys, body, source)
        keys.reportUnknownKeys()
        log.merge(reader.log)
        let images = (read?.image).map { [NotedLink(target: .asset($0), location: .start)] } ?? []
        return ReadFile(file: file, value: read?.value, isDraft: isDraft, links: body.links + images, log: log)
    }

    /// Reads a file that must be UTF-8.
    func readText(_ file: String, log: inout DiagnosticLog) -> SourceFile? {
        guard let source = folder.read(file, log: &log) else { return nil }
        guard let diagnostic = source.invalidUTF8Diagnostic else { return source }
        log.report(diagnostic)
        return nil
    }

    private func page(
        from keys: YAMLMapping, file: String, collection: Collection, body: PageBody
    ) -> (value: Page, image: String?)? {
        let isList = file.slug == "_index"
        let title = keys.required("title", .text)
        let needsSummary = isList || [.services, .caseStudies, .insights].contains(collection)
        let summary = needsSummary ? keys.required("summary", .text) : keys.optional("summary", .text)
        let navigationTitle = keys.optional("nav-title", .text)
        let isOrdered = collection == .services && !isList
        let order = isOrdered ? keys.required("order", .integer()) : keys.optional("order", .integer())
        let image = readImage(keys, file: file)
        let details = isList ? .page : readDetails(keys, collection)
        guard let title, let details, summary != nil || !needsSummary else { return nil }
        let page = Page(
            path: folder.shown(file), collection: collection, slug: file.slug, url: collection.url(slug: file.slug),
            title: title, navigationTitle: navigationTitle ?? title, summary: summary, order: order,
            image: image?.image, details: details, body: body)
        return (page, image?.file)
    }

    private func readDetails(_ keys: YAMLMapping, _ collection: Collection) -> Page.Details? {
        switch collection {
        case .pages: return .page
        case .services: return .service
        case .caseStudies:
            let figures = keys.optional("figures", .mappings)?.compactMap { figure -> CaseStudy.Figure? in
                let value = figure.required("value", .text)
                let label = figure.required("label", .text)
                figure.reportUnknownKeys()
                guard let value, let label else { return nil }
                return CaseStudy.Figure(value: value, label: label)
            }
            let date = keys.required("date", .date)
            let tags = readTags(keys)
            let isSample = keys.optional("sample", .flag) ?? false
            let setting = keys.optional("setting", .text)
            return date.map {
                .caseStudy(
                    CaseStudy(date: $0, tags: tags, isSample: isSample, setting: setting, figures: figures ?? []))
            }
        case .insights:
            let date = keys.required("date", .date)
            let updated = keys.optional("updated", .date)
            if let date, let updated, updated < date {
                keys.reader.report(keys.value(of: "updated"), "the page was updated before its own date")
            }
            let tags = readTags(keys)
            let author = keys.optional("author", .text)
            return date.map { .insight(Insight(date: $0, updated: updated, tags: tags, author: author)) }
        case .legal: return LegalText(keys).map { .legal($0) }
        }
    }

    private func readTags(_ keys: YAMLMapping) -> [Tag] {
        var slugs: Set<String> = []
        return (keys.optional("tags", .texts) ?? []).compactMap { title in
            let slug = Slug.make(from: title)
            guard !slug.isEmpty, slug.utf8.count <= 100, !Slug.reserved.contains(slug) else {
                keys.reader.report(
                    keys.value(of: "tags"), "the tag \"\(title.prefix(60))\" can't be part of a web address",
                    hint: "use a word or two with letters or digits")
                return nil
            }
            // A tag that is given twice files the page once.
            return slugs.insert(slug).inserted ? Tag(title: title, slug: slug) : nil
        }
    }

    /// The picture that stands for a page, and its file.
    func readImage(_ keys: YAMLMapping, file: String) -> (image: PageImage, file: String)? {
        let path = keys.optional("image", .text)
        let node = keys.value(of: "image")
        let alternative = path == nil ? keys.optional("image-alt", .text) : keys.required("image-alt", .text)
        guard let path, let alternative else { return nil }
        guard let target = RelativePath.resolve(path, from: file), LinkIndex.isPublishable(target),
            folder.contains(target)
        else {
            keys.reader.report(
                node, "there is no image \(path)", hint: "give its path from this file, such as ../images/plan.svg")
            return nil
        }
        return (
            PageImage(url: LinkIndex.url(ofAsset: target), alternative: alternative, size: links.imageSize(of: target)),
            target
        )
    }
}
