import Consent
import Dates
import MailTools

/// The whole content, typed and validated once. Nothing downstream reads or parses a file again.
public struct Library: Sendable {
    /// The folder it was read from, as the author gave it.
    public let folder: String
    /// The practice and its site.
    public let site: Site
    /// The pages that are published, by collection and then by file.
    public let pages: [Page]
    /// The pages that head the lists of collections, from `_index.md`.
    public let listPages: [Collection: Page]
    /// Files that pages show or link to and that are published as they are, relative to the folder.
    public let assets: [Asset]
    /// The newsletter's issues, the newest first.
    public let issues: [Issue]
    /// The client schools, by folder.
    public let schools: [School]
    /// The notices, and the files to take into the ledger of subscribers.
    public let subscribers: SubscriberRecords
    /// The notice that the sign-up form shows.
    public let currentNotice: NamedNotice?
    /// The policies that subscribers agree to.
    public let policies: Policies

    /// A file that is published as it is.
    public struct Asset: Hashable, Sendable {
        /// Where it is on disk.
        public let file: String
        /// Its path on the site, without the leading slash.
        public let path: String
    }
}

/// What is published when.
public struct ReadingOptions: Sendable {
    /// Content dated after this day is not published yet.
    public var date: CalendarDate
    /// Whether drafts are published too.
    public var includesDrafts: Bool
    /// How many threads read at once.
    public var jobs: Int
    /// The mail tool that issues are made for; that of site.yaml where nil.
    public var mailTool: MailTool?
    /// Whether numbers that could pick out people are told: for the practice's own eyes, and never for a product.
    public var isInternal = false
    /// Whether comments are listed for approval.
    public var listsComments = false
    /// What is read of the folder.
    public var scope = Scope.all

    /// What is read of a folder: a mistake in a newsletter is no reason to keep a school's numbers back.
    public enum Scope: Sendable {
        /// Everything.
        case all
        /// The practice and its schools, without a look at where links lead.
        case schools
        /// The practice, its policies, notices and sources of subscribers, without a look at where links lead.
        case subscribers
    }

    /// Creates options.
    public init(date: CalendarDate, includesDrafts: Bool = false, jobs: Int = 1) {
        self.date = date
        self.includesDrafts = includesDrafts
        self.jobs = jobs
    }
}
