/// The pages that say one thing.
enum PageKind: String, CaseIterable {
    case received, confirm, confirmed, gone, outdated, unsubscribe, unsubscribed
    case noSuchSubscription = "no-such-subscription"
    case tooMany = "too-many"
    case busy
    case notFound = "not-found"
    case malformed

    /// Where the page leads on to.
    var link: Link? {
        switch self {
        case .received, .confirm, .unsubscribe, .noSuchSubscription, .tooMany, .busy: nil
        case .gone, .outdated, .unsubscribed: .form
        case .confirmed, .notFound, .malformed: .site
        }
    }

    enum Link: String {
        case form = "to-form"
        case site = "to-site"
    }
}
