/// Something that happened to one person's consent, or to the ledger as a whole, as the ledger keeps it for good.
///
/// It names nobody: who the subject is, and what else identifies people, stands apart, so that it can be erased. What stands
/// there is bound to the event by a salted digest.
public struct ConsentEvent: Hashable, Sendable {
    /// What happened.
    public var kind: EventKind
    /// Whose consent it is; nil for the audit trail.
    public var subject: SubjectID?
    /// When it happened; nil where nothing says.
    public var time: EventTime?
    /// When it was written into the ledger: seconds since 1970-01-01T00:00:00Z.
    public var recorded: Int
    /// What the address is used for.
    public var purpose: String = "newsletter"
    /// On what ground (GDPR, Art. 6 (1)).
    public var basis: String = "consent"
    /// By what way it came.
    public var method: ConsentMethod
    /// The form's name, where there was one.
    public var form: String?
    /// The page that the form stood on, as a path or an address.
    public var page: String?
    /// The language in which the form spoke (BCP 47).
    public var language: String?
    /// The digest of the notice that was shown; nil where the words are not on record.
    public var notice: String?
    /// Which statements were ticked.
    public var statements: ConsentStatements?
    /// What kind of proof this is; nil where the event is none.
    public var grade: EvidenceGrade?
    /// Where it was read; nil where Prowess itself was told.
    public var source: EventSource?
    /// The digest of the person's address and name as they are from now on; nil where they stay.
    public var identity: String?
    /// The digest of what else was recorded of the person: IP address, user agent, reason.
    public var details: String?
    /// The keyed code of an address that imports may not bring back: of erasures and of corrections of an address.
    public var suppression: String?
    /// What was given out; of events of the audit trail alone.
    public var export: ExportSummary?

    /// Creates an event with what every event has.
    public init(
        kind: EventKind, subject: SubjectID? = nil, time: EventTime? = nil, recorded: Int, method: ConsentMethod
    ) {
        self.kind = kind
        self.subject = subject
        self.time = time
        self.recorded = recorded
        self.method = method
    }

    /// The second that counts when events are put in order: that of the event, or of its recording where it has none.
    public var effectiveSeconds: Int { time?.seconds ?? recorded }
}

/// What can happen.
public enum EventKind: String, Hashable, Sendable, CaseIterable {
    /// The person was shown the form.
    case shown
    /// The person sent the form.
    case requested
    /// The person answered the message that asks for confirmation.
    case confirmed
    /// A mail tool says that the person subscribed.
    case imported
    /// The person wants no more.
    case withdrawn
    /// The address takes no mail.
    case bounced
    /// The person called an issue spam.
    case complained
    /// The person was forgotten.
    case erased
    /// The person was asked to agree anew.
    case reconsentRequested = "re-consent requested"
    /// The person's address or name was put right.
    case corrected
    /// A list was given out: the audit trail.
    case exported
}

/// By what way an event came.
public enum ConsentMethod: String, Hashable, Sendable, CaseIterable {
    /// The sign-up form of the website, through a form service or the receiver.
    case form
    /// The link of a message.
    case link
    /// One click in a mail program (RFC 8058).
    case oneClick = "one-click"
    /// A mail tool's record.
    case mailTool = "mail tool"
    /// The practice, at the command line.
    case commandLine = "command line"
}

/// Which of the form's three statements were ticked: three facts, none inferred from another.
public struct ConsentStatements: Hashable, Sendable {
    /// The privacy notice was read.
    public var privacyRead: Bool
    /// The terms were accepted.
    public var termsAccepted: Bool
    /// The newsletter is wanted.
    public var newsletterWanted: Bool

    /// Creates statements.
    public init(privacyRead: Bool, termsAccepted: Bool, newsletterWanted: Bool) {
        self.privacyRead = privacyRead
        self.termsAccepted = termsAccepted
        self.newsletterWanted = newsletterWanted
    }

    /// Whether all three were ticked.
    public var areAllTrue: Bool { privacyRead && termsAccepted && newsletterWanted }
}

/// How good a proof of consent is, the weakest first.
public enum EvidenceGrade: String, Hashable, Sendable, CaseIterable, Comparable {
    /// A mail tool says so, and the words or the act are not on record.
    case unproven = "imported unproven"
    /// The form was sent.
    case singleOptIn = "single opt-in"
    /// The form was sent, and the message to the address was answered.
    case doubleOptIn = "double opt-in"

    /// Orders by strength.
    public static func < (left: EvidenceGrade, right: EvidenceGrade) -> Bool { left.strength < right.strength }

    private var strength: Int {
        switch self {
        case .unproven: 0
        case .singleOptIn: 1
        case .doubleOptIn: 2
        }
    }
}

/// Where an event was read.
public struct EventSource: Hashable, Sendable {
    /// The tool that wrote the file, such as `mailchimp`.
    public var tool: String
    /// The SHA-256 of the file, in lower-case hexadecimal.
    public var file: String
    /// The row, from 1, headers not counted.
    public var row: Int

    /// Creates a source.
    public init(tool: String, file: String, row: Int) {
        self.tool = tool
        self.file = file
        self.row = row
    }
}

/// What one export gave out.
public struct ExportSummary: Hashable, Sendable {
    /// The tool that the list was made for.
    public var tool: String
    /// How many people were on it.
    public var count: Int
    /// The SHA-256 of the list, in lower-case hexadecimal.
    public var list: String
    /// The digest of the last event of a person that the list rests on.
    public var head: String

    /// Creates a summary.
    public init(tool: String, count: Int, list: String, head: String) {
        self.tool = tool
        self.count = count
        self.list = list
        self.head = head
    }
}
