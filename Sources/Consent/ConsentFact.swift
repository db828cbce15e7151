/// What a file, a form or the practice says about one person's consent, before it is an event of the ledger.
public struct ConsentFact: Hashable, Sendable {
    /// What happened.
    public var kind: EventKind
    /// When; nil where nothing says.
    public var time: EventTime?
    /// By what way it came.
    public var method: ConsentMethod
    /// The form's name.
    public var form: String?
    /// The page that the form stood on.
    public var page: String?
    /// The language in which the form spoke (BCP 47).
    public var language: String?
    /// The digest of the notice that was shown.
    public var notice: String?
    /// Which statements were ticked.
    public var statements: ConsentStatements?
    /// What kind of proof this is.
    public var grade: EvidenceGrade?
    /// What else is known of the person then.
    public var details = ConsentDetails()

    /// Creates a fact with what every fact has.
    public init(kind: EventKind, time: EventTime? = nil, method: ConsentMethod) {
        self.kind = kind
        self.time = time
        self.method = method
    }
}

/// What identifies a person beyond address and name. It is kept apart from events and goes when the person is erased.
public struct ConsentDetails: Hashable, Sendable {
    /// The IP address that the form was sent from.
    public var ip: String?
    /// The browser that the form was sent with.
    public var userAgent: String?
    /// Why the person left, in their own words.
    public var reason: String?

    /// Creates details.
    public init(ip: String? = nil, userAgent: String? = nil, reason: String? = nil) {
        self.ip = ip
        self.userAgent = userAgent
        self.reason = reason
    }

    /// Whether there is nothing.
    public var isEmpty: Bool { ip == nil && userAgent == nil && reason == nil }
}
