import Content
import Dates
import Diagnostics
import Layouts

/// What the templates of the site are given.
struct PageContexts: Sendable {
    let library: Library
    /// The pages of each tag that any page has, by tag.
    let pagesByTag: [(tag: Tag, pages: [Page])]
    /// The tags of each collection's pages.
    let tagsByCollection: [Collection: Set<Tag>]
    private let pagesByCollection: [Collection: [Page]]
    private let neighbours: [String: (previous: Page?, next: Page?)]
    /// The newsletter's issues as pages, the newest first.
    let issues: [WebIssue]
    /// Each page's entry in lists, rendered once: a page stands in several.
    let cards: [String: String]
    /// What all pages share: once for each link of the navigation that leads to the page, once for each that leads to its
    /// list, and once for none.
    private let sharedByLink: [String: SharedContext]
    private let sharedByList: [String: SharedContext]
    private let sharedWithoutCurrent: SharedContext

    init(library: Library, layouts: LayoutLibrary, stylesheet: String, jobs: Int) throws(DiagnosticLog) {
        self.library = library
        var byCollection = Dictionary(grouping: library.pages, by: \.collection)
        for collection in byCollection.keys {
            byCollection[collection]?.sort { Self.isListedBefore($0, $1) }
        }
        pagesByCollection = byCollection
        tagsByCollection = byCollection.mapValues { Set($0.lazy.flatMap(\.tags)) }
        var neighbours: [String: (Page?, Page?)] = [:]
        for pages in byCollection.values {
            for (index, page) in pages.enumerated() {
                neighbours[page.url] = (
                    index > 0 ? pages[index - 1] : nil, index + 1 < pages.count ? pages[index + 1] : nil
                )
            }
        }
        self.neighbours = neighbours
        var byTag: [Tag: [Page]] = [:]
        for page in library.pages {
            for tag in page.tags { byTag[tag, default: []].append(page) }
        }
        pagesByTag = byTag.sorted { $0.key < $1.key }
            .map { ($0.key, $0.value.sorted { Self.isListedBefore($0, $1) }) }
        let common = Self.commonValues(library, stylesheet: stylesheet)
        // Header and footer are the same on all pages with the same current link, so they are rendered once for each.
        func shared(current: String?, _ mark: String = "page") throws(DiagnosticLog) -> SharedContext {
            var values = common
            values["navigation"] = Self.links(library.site.navigation, current: current, mark)
            values["footer-navigation"] = Self.links(library.site.footerNavigation, current: current, mark)
            values["header"] = .text(try layouts.render("header", values))
            values["footer"] = .text(try layouts.render("footer", values))
            return SharedContext(values)
        }
        var sharedByLink: [String: SharedContext] = [:]
        var sharedByList: [String: SharedContext] = [:]
        for link in library.site.navigation + library.site.footerNavigation where sharedByLink[link.url] == nil {
            sharedByLink[link.url] = try shared(current: link.url)
            sharedByList[link.url] = try shared(current: link.url, "true")
        }
        self.sharedByLink = sharedByLink
        self.sharedByList = sharedByList
        sharedWithoutCurrent = try shared(current: nil)
        issues = library.issues.map { WebIssue($0, in: library.site) }
        cards = try Self.renderCards(library, layouts: layouts, jobs: jobs)
    }

    /// Whether the content has a page that tells of the newsletter.
    var hasNewsletterPage: Bool { neighbours[WebIssue.aboutURL] != nil }

    /// The pages of a collection as they are listed.
    func pages(of collection: Collection) -> [Page] { pagesByCollection[collection] ?? [] }

    /// The list of a collection, page by page. Services are few and stand together.
    func pagination(of head: Page) -> [Pagination<Page>] {
        Pagination.pages(of: pages(of: head.collection), url: head.url, isPaged: head.collection != .services)
    }

    /// The list of a tag, page by page.
    func pagination(of tagged: (tag: Tag, pages: [Page])) -> [Pagination<Page>] {
        Pagination.pages(of: tagged.pages, url: tagged.tag.url, isPaged: true)
    }

    /// What a page shares with others; the link of the navigation that leads to it is marked as the page, or the one that
    /// leads to its list as the place where it belongs (WAI-ARIA 1.2, aria-current).
    func shared(for url: String) -> SharedContext {
        if let own = sharedByLink[url] { return own }
        let list = "/" + url.dropFirst().prefix { $0 != "/" } + "/"
        return sharedByList[list] ?? sharedWithoutCurrent
    }

    /// A URL of the site with its base.
    func absolute(_ url: String) -> String { library.site.baseURL + url }

    /// The pages before and after a page in its list.
    func neighbours(of page: Page) -> (previous: Page?, next: Page?) { neighbours[page.url] ?? (nil, nil) }

    /// Services stand by their order, dated pages the newest first.
    private static func isListedBefore(_ left: Page, _ right: Page) -> Bool {
        if let first = left.date, let second = right.date, first != second { return first > second }
        let leftOrder = left.order ?? .max
        let rightOrder = right.order ?? .max
        return leftOrder == rightOrder ? left.url < right.url : leftOrder < rightOrder
    }

    private static func links(_ links: [Site.NavigationLink], current: String?, _ mark: String) -> TemplateValue {
        .list(
            links.map {
                ["title": .text($0.title), "url": .text($0.url), "current": .optional($0.url == current ? mark : nil)]
            })
    }

    private static func commonValues(_ library: Library, stylesheet: String) -> [String: TemplateValue] {
        ["site": values(of: library.site), "stylesheet": .text(stylesheet), "signup": signUp(library)]
    }

    /// What every template is given of the practice, the stylesheet's too.
    static func values(of site: Site) -> TemplateValue {
        let address = site.address
        return [
            "name": .text(site.name), "tagline": .text(site.tagline), "description": .text(site.description),
            "language": .text(site.language), "base-url": .text(site.baseURL), "email": .text(site.email),
            "phone": .optional(site.phone), "color-primary": .text(site.colors.primary),
            "color-accent": .text(site.colors.accent),
            "address": [
                "street": .text(address.street), "city": .text(address.city), "region": .text(address.region),
                "postal-code": .text(address.postalCode), "country": .text(address.country),
            ],
        ]
    }

    /// The sign-up form; nothing where no notice is on record, since consent without words would be no consent.
    private static func signUp(_ library: Library) -> TemplateValue {
        guard let notice = library.currentNotice?.notice else { return .null }
        let newsletter = library.site.newsletter
        return [
            "name": .text(newsletter.name), "description": .text(newsletter.description),
            "action": .text(newsletter.formAction), "notice": .text(notice.digest),
            "language": .text(notice.language),
            "privacy-words": .text(notice.words.privacy), "terms-words": .text(notice.words.terms),
            "newsletter-words": .text(notice.words.newsletter),
            "privacy-url": "/legal/privacy-policy/", "terms-url": "/legal/terms-of-service/",
        ]
    }
}
