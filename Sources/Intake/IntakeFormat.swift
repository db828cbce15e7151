/// What wrote a file of sign-ups or subscribers.
public enum IntakeFormat: String, Hashable, Sendable, CaseIterable {
    /// The table that Prowess itself documents: one sign-up a row.
    case signups
    /// Netlify Forms: its CSV, and JSON as its API gives it.
    case netlify
    /// Formspree and services of its shape: CSV or JSON.
    case formspree
    /// Any form's table or JSON, by a map of its columns.
    case generic
    /// An audience's export: a ZIP, or one of the CSV files in it.
    case mailchimp
    /// The subscribers' export.
    case listmonk
    /// The subscribers' export.
    case buttondown
    /// The contacts' export.
    case brevo
    /// The subscribers' export.
    case kit
    /// The members' export.
    case ghost

    /// Whether it holds what people sent with the sign-up form, rather than a mail tool's word for it.
    public var isForm: Bool {
        switch self {
        case .signups, .netlify, .formspree, .generic: true
        case .mailchimp, .listmonk, .buttondown, .brevo, .kit, .ghost: false
        }
    }
}
