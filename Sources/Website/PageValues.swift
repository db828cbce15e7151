import Content
import Dates
import Diagnostics
import Layouts
import Markup
import Parallel

extension PageContexts {
    /// How many words a reader takes in a minute (Brysbaert 2019, 238 for English non-fiction, rounded down).
    private static let wordsPerMinute = 230
    /// From how many headings on a page gets a table of contents.
    private static let headingsForContents = 3

    /// The template of a page.
    func template(for page: Page) -> String {
        switch page.details {
        case .page: page.url == "/" ? "home" : page.url == "/404.html" ? "404" : "page"
        case .service: "service"
        case .caseStudy: "case-study"
        case .insight: "article"
        case .legal: "legal"
        }
    }

    /// What a page's template is given beside what all share.
    func values(for page: Page) -> [String: TemplateValue] {
        var values: [String: TemplateValue] = [
            "page": head(page), "body": .text(page.body.html), "image": Self.image(page.image),
            "tags": Self.tags(page.tags), "has-tags": .flag(!page.tags.isEmpty),
        ]
        let outline = page.body.headings.filter { $0.level == 2 || $0.level == 3 }
        values["headings"] = .list(
            outline.map { ["id": .text($0.id), "title": .text($0.title), "level": .number($0.level)] })
        values["has-headings"] = .flag(outline.count >= Self.headingsForContents)
        values["archive-url"] = .optional(
            page.url == WebIssue.aboutURL && !issues.isEmpty ? WebIssue.archiveURL : nil)
        let near = neighbours(of: page)
        values["previous"] = near.previous.map(link) ?? .null
        values["next"] = near.next.map(link) ?? .null
        values["has-neighbours"] = .flag(near.previous != nil || near.next != nil)
        switch page.details {
        case .page:
            guard page.url == "/" else { break }
            values["services"] = homeCards(pages(of: .services))
            values["case-studies"] = homeCards(pages(of: .caseStudies).prefix(3))
            values["insights"] = homeCards(pages(of: .insights).prefix(3))
            for collection in [Collection.services, .caseStudies, .insights] {
                values["has-\(collection.rawValue)"] = .flag(!pages(of: collection).isEmpty)
            }
        case .service: values["services"] = .list(pages(of: .services).map(link))
        case .caseStudy(let study):
            values.merge(dateValues(study.date)) { _, new in new }
            values["sample"] = .flag(study.isSample)
            values["setting"] = .optional(study.setting)
            values["has-figures"] = .flag(!study.figures.isEmpty)
            values["figures"] = .list(study.figures.map { ["value": .text($0.value), "label": .text($0.label)] })
        case .insight(let insight):
            values.merge(dateValues(insight.date)) { _, new in new }
            values["updated"] = .optional(insight.updated?.iso8601)
            values["updated-text"] = .optional(insight.updated.map(longText))
            values["author"] = .optional(insight.author)
            values["minutes"] = .number(max(1, (page.body.wordCount + Self.wordsPerMinute / 2) / Self.wordsPerMinute))
        case .legal(let text):
            values["version"] = .text(text.version)
            values["effective"] = .text(text.effective.iso8601)
            values["effective-text"] = .text(longText(text.effective))
        }
        return values
    }

    /// What the list of a collection is given.
    func listValues(_ head: Page, _ pagination: Pagination<Page>, of collection: Collection) -> [String: TemplateValue]
    {
        let inCollection = tagsByCollection[collection] ?? []
        let tags = pagesByTag.filter { inCollection.contains($0.tag) }
        return [
            "page": self.head(head, url: pagination.url, pageNumber: pagination.number),
            "body": .text(pagination.number == 1 ? head.body.html : ""),
            "items": cards(pagination.pages), "has-items": .flag(!pagination.pages.isEmpty),
            "pagination": pagination.value, "has-tags": .flag(!tags.isEmpty),
            "tags": .list(
                tags.map { ["title": .text($0.tag.title), "url": .text($0.tag.url), "count": .number($0.pages.count)] }),
        ]
    }

    /// What the list of a tag is given.
    func tagValues(_ tag: Tag, _ pagination: Pagination<Page>) -> [String: TemplateValue] {
        [
            "page": head(
                title: tag.title, description: "\(tag.title): pages of \(library.site.name).", url: pagination.url,
                pageNumber: pagination.number),
            "tag": .text(tag.title), "body": "", "items": cards(pagination.pages),
            "has-items": .flag(!pagination.pages.isEmpty), "pagination": pagination.value, "tags": [],
            "has-tags": false,
        ]
    }

    func longText(_ date: CalendarDate) -> String { date.longText(language: library.site.language) }

    private func head(_ page: Page, url: String? = nil, pageNumber: Int = 1) -> TemplateValue {
        head(
            title: page.title, description: page.summary ?? library.site.description, url: url ?? page.url,
            pageNumber: pageNumber, image: page.image, isArticle: page.date != nil)
    }

    /// What the head of a page is given, and its heading.
    func head(
        title: String, description: String, url: String, pageNumber: Int = 1, image: PageImage? = nil,
        isArticle: Bool = false
    ) -> TemplateValue {
        let isHome = url == "/"
        let name = library.site.name
        let numbered = pageNumber > 1 ? "\(title), page \(pageNumber)" : title
        return [
            "title": .text(isHome ? "\(name): \(library.site.tagline)" : "\(numbered) · \(name)"),
            "heading": .text(isHome ? library.site.tagline : numbered), "description": .text(description),
            "url": .text(url),
            "canonical": .text(absolute(url)), "og-type": .text(isArticle ? "article" : "website"),
            "og-image": .optional(image.map { absolute($0.url) }),
            "robots": .optional(url == "/404.html" ? "noindex" : nil), "is-home": .flag(isHome),
            "feed-url": .optional(hasFeed ? "/feed.xml" : nil),
            "newsletter-feed": .optional(
                url.hasPrefix(WebIssue.aboutURL) && !issues.isEmpty ? WebIssue.feedURL : nil),
            "newsletter": .text(library.site.newsletter.name),
        ]
    }

    private func dateValues(_ date: CalendarDate) -> [String: TemplateValue] {
        ["date": .text(date.iso8601), "date-text": .text(longText(date))]
    }

    private func cards(_ pages: some Sequence<Page>) -> TemplateValue {
        .list(pages.map { .text(cards[$0.url] ?? "") })
    }

    /// Entries that stand below the headings of the home page's parts.
    private func homeCards(_ pages: some Sequence<Page>) -> TemplateValue {
        .list(pages.map { .object(Self.card($0, headingLevel: 3, language: library.site.language)) })
    }

    /// Renders every page's entry in lists, by URL.
    static func renderCards(
        _ library: Library, layouts: LayoutLibrary, jobs: Int
    ) throws(DiagnosticLog) -> [String: String] {
        let language = library.site.language
        let rendered = library.pages.concurrentMap(jobs: jobs) { page in
            Result { () throws(DiagnosticLog) in
                try layouts.render("card", card(page, headingLevel: 2, language: language))
            }
        }
        var cards: [String: String] = [:]
        cards.reserveCapacity(rendered.count)
        for (page, card) in zip(library.pages, rendered) { cards[page.url] = try card.get() }
        return cards
    }

    private static func card(_ page: Page, headingLevel: Int, language: String) -> [String: TemplateValue] {
        var isSample = false
        if case .caseStudy(let study) = page.details { isSample = study.isSample }
        return [
            "title": .text(page.title), "summary": .text(page.summary ?? ""), "url": .text(page.url),
            "level": .number(headingLevel), "date": .optional(page.date?.iso8601),
            "date-text": .optional(page.date?.longText(language: language)),
            "order": .optional(page.order.map(String.init)), "sample": .flag(isSample), "tags": tags(page.tags),
            "has-tags": .flag(!page.tags.isEmpty), "image": image(page.image),
        ]
    }

    private static func tags(_ tags: [Tag]) -> TemplateValue {
        .list(tags.map { ["title": .text($0.title), "url": .text($0.url)] })
    }

    private func link(_ page: Page) -> TemplateValue {
        ["title": .text(page.navigationTitle), "url": .text(page.url)]
    }

    private static func image(_ image: PageImage?) -> TemplateValue {
        guard let image else { return .null }
        return [
            "src": .text(image.url), "alt": .text(image.alternative),
            "width": .optional(image.size.map { String($0.width) }),
            "height": .optional(image.size.map { String($0.height) }),
        ]
    }
}
