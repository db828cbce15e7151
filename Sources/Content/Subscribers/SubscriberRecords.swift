import Consent
import Dates
import Diagnostics

/// What `subscribers/` says: the words that the form has shown, and the files to take into the ledger. Who agreed stands in the
/// ledger alone.
public struct SubscriberRecords: Sendable {
    /// The notices, the oldest first.
    public let notices: [NamedNotice]
    /// The files that sources.yaml names, in its order.
    public let sources: [SubscriberSource]

    /// Creates records.
    public init(notices: [NamedNotice] = [], sources: [SubscriberSource] = []) {
        self.notices = notices
        self.sources = sources
    }

    /// The notice that the form shows on a day.
    public func notice(on date: CalendarDate) -> NamedNotice? {
        notices.last { $0.shownFrom <= date }
    }
}

/// A file of `subscribers/` to take into the ledger, as sources.yaml describes it. Nothing of the file itself was read.
public struct SubscriberSource: Hashable, Sendable {
    /// The file's name in `subscribers/`; never a path.
    public let file: String
    /// Where it is on disk, as the author knows it.
    public let path: String
    /// One of ``formats``; nil where the file's header tells.
    public let format: String?
    /// What the people in it were shown, where the file itself doesn't say; nil where that is not on record.
    public let notice: NamedNotice?
    /// The zone of times that name none (IANA); nil for that of site.yaml.
    public let timeZone: String?
    /// Our columns' names → the file's.
    public let columns: [String: String]
    /// Where sources.yaml describes it, for what is wrong with it as a whole.
    public let location: SourceLocation

    /// The names of formats that a source may have, besides `auto`.
    public static let formats = [
        "signups", "netlify", "formspree", "generic", "mailchimp", "listmonk", "buttondown", "brevo", "kit", "ghost",
    ]

    /// Creates a source.
    public init(
        file: String, path: String, format: String?, notice: NamedNotice?, timeZone: String? = nil,
        columns: [String: String] = [:], location: SourceLocation = .start
    ) {
        self.file = file
        self.path = path
        self.format = format
        self.notice = notice
        self.timeZone = timeZone
        self.columns = columns
        self.location = location
    }
}
