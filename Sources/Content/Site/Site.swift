import Consent
import Diagnostics
import Evaluation
import MailTools

/// The practice and its site: what site.yaml says.
public struct Site: Sendable {
    /// The practice's name.
    public let name: String
    /// One short line under the name.
    public let tagline: String
    /// What the site is about, in one or two sentences.
    public let description: String
    /// The address of the home page without a trailing slash, such as `https://www.prowess-edge.example`.
    public let baseURL: String
    /// The language of the site, a BCP 47 tag.
    public let language: String
    /// The practice's e-mail address.
    public let email: String
    /// The practice's telephone number.
    public let phone: String?
    /// Where the practice can be reached by post; every newsletter has to state it.
    public let address: PostalAddress
    /// Whether raw HTML in Markdown is published as HTML rather than shown as text.
    public let allowsRawHTML: Bool
    /// The links at the top of every page.
    public let navigation: [NavigationLink]
    /// The links at the foot of every page.
    public let footerNavigation: [NavigationLink]
    /// The newsletter and the words of its sign-up form.
    public let newsletter: NewsletterSettings
    /// The practice's colors, as CSS hexadecimal notation.
    public let colors: Colors
    /// From how many answers on a result is reported.
    public let disclosure: DisclosureRule
    /// How booklets look.
    public let booklets: BookletSettings

    /// Where post arrives.
    public struct PostalAddress: Hashable, Sendable {
        /// House number and street.
        public let street: String
        /// City or town.
        public let city: String
        /// State or region.
        public let region: String
        /// ZIP or postal code.
        public let postalCode: String
        /// Country.
        public let country: String

        /// The address in one line, as the law wants it in every newsletter.
        public var line: String { "\(street), \(city), \(region) \(postalCode), \(country)" }
    }

    /// A link of the navigation, resolved to the page it names.
    public struct NavigationLink: Hashable, Sendable {
        /// What the link says.
        public let title: String
        /// The page's URL on the site, such as `/about/`.
        public let url: String
    }

    /// The practice's colors.
    public struct Colors: Hashable, Sendable {
        /// The color of headings and links.
        public let primary: String
        /// The color of what stands out.
        public let accent: String
    }
}

/// The newsletter as site.yaml describes it. Everything that goes into headers of e-mails is on one line.
public struct NewsletterSettings: Sendable {
    /// The newsletter's name.
    public let name: String
    /// What subscribers get, in a sentence.
    public let description: String
    /// The address it is sent from.
    public let from: String
    /// The address that answers go to.
    public let replyTo: String
    /// Where the sign-up form is posted to.
    public let formAction: String
    /// The mail tool that sends it, and its tags.
    public let tool: MailTool
    /// What ends a subscription: what site.yaml says, else the tool's tag; nil where there is neither.
    public let unsubscribe: MailLink?
    /// What shows the issue in a browser: what site.yaml says, else the tool's tag; nil where there is neither.
    public let viewOnline: MailLink?
    /// An address that ends a subscription when something is posted to it (RFC 8058): `https`, ASCII; nil where there is none.
    public let listUnsubscribe: String?
    /// The tags that site.yaml gives itself: they are no tags of another tool.
    public let ownTags: [String]
    /// Where site.yaml describes the newsletter, for what is missing from it.
    public let location: SourceLocation
    /// The words that the sign-up form shows.
    public let words: ConsentWords
    /// What proof of consent a person needs to be on a list.
    public let evidence: EvidenceGrade
    /// What is recorded of the machines that people sign up with.
    public let recordsOfClient: ClientRecords
    /// The zone of times in files that name none (IANA).
    public let timeZone: String
    /// The receiver of sign-ups; nil where a form service takes them.
    public let signUp: SignUpSettings?
}

/// What is recorded of the machine that somebody signs up with. Nothing, unless site.yaml asks for it.
public struct ClientRecords: Hashable, Sendable {
    /// Whether its IP address is.
    public let ip: Bool
    /// Whether what its browser calls itself is.
    public let userAgent: Bool

    /// Creates the choice.
    public init(ip: Bool = false, userAgent: Bool = false) {
        self.ip = ip
        self.userAgent = userAgent
    }
}
