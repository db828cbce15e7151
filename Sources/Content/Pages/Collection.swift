/// A folder of pages that are written and listed alike.
public enum Collection: String, CaseIterable, Comparable, Sendable {
    case pages
    case services
    case caseStudies = "case-studies"
    case insights
    case legal

    /// Whether the collection has a page of its own that lists its pages.
    public var isListed: Bool { self != .pages && self != .legal }

    /// The URL of a page: pages stand at the root of the site, all others below their collection's name.
    func url(slug: String) -> String {
        switch (self, slug) {
        case (.pages, "index"): "/"
        case (.pages, "404"): "/404.html"
        case (.pages, _): "/\(slug)/"
        case (_, "_index"): "/\(rawValue)/"
        default: "/\(rawValue)/\(slug)/"
        }
    }

    /// Orders collections as they are declared.
    public static func < (left: Collection, right: Collection) -> Bool {
        left.rawValue < right.rawValue
    }
}
