import Dates

/// The exact words and policy versions that a subscriber agreed to.
public struct Notice: Hashable, Sendable {
    /// The name that sign-up forms post and records keep.
    public let id: String
    /// The first day on which the form showed these words.
    public let shownFrom: CalendarDate
    /// The version of the privacy policy.
    public let privacyVersion: String
    /// The version of the terms of service.
    public let termsVersion: String
    /// The words.
    public let words: ConsentWords
}

/// Something that happened to one person's consent, as a file records it.
public struct ConsentEvent: Sendable {
    /// The person's address, as it was typed.
    public let address: String
    /// The person's name, where one was given.
    public let name: String
    /// What happened.
    public let kind: Kind
    /// When it happened; nil where the record doesn't say.
    public let time: Timestamp?
    /// What the person was shown; nil where that is not on record.
    public let notice: Notice?
    /// By what way it came, such as a form and the page it stood on.
    public let method: String
    /// The file and line that record it.
    public let source: Source

    /// What can happen.
    public enum Kind: Hashable, Sendable {
        /// The person sent the form, with these boxes ticked.
        case requested(Statements)
        /// The person answered the message that asks for confirmation.
        case confirmed
        /// A mail tool says that the person subscribed; `confirmed` if it asked back.
        case imported(confirmed: Bool)
        /// The person wants no more.
        case withdrawn
    }

    /// Which of the three statements were ticked: three facts, none inferred from another.
    public struct Statements: Hashable, Sendable {
        /// The privacy policy was read.
        public let privacyRead: Bool
        /// The terms were accepted.
        public let termsAccepted: Bool
        /// The newsletter is wanted.
        public let newsletterWanted: Bool
    }

    /// Where an event is recorded.
    public struct Source: Hashable, Comparable, Sendable {
        /// The file's name in `subscribers/`.
        public let file: String
        /// The line, from 1.
        public let line: Int

        /// Orders by file, then line.
        public static func < (left: Source, right: Source) -> Bool {
            (left.file, left.line) < (right.file, right.line)
        }
    }
}

/// Everything that `subscribers/` holds.
public struct SubscriberRecords: Sendable {
    /// The notices, the oldest first.
    public let notices: [Notice]
    /// What happened, in the order of the files.
    public let events: [ConsentEvent]

    /// The notice that the form shows on a day.
    public func notice(on date: CalendarDate) -> Notice? {
        notices.last { $0.shownFrom <= date }
    }
}
