import Consent

/// What keeps a form that was sent from being a sign-up.
struct FormProblem: Sendable {
    /// The digest of the notice that the form showed.
    var notice = ""
    /// The notice's words.
    var words = ConsentWords(privacy: "", terms: "", newsletter: "")
    /// The page that the form stood on.
    var page = ""
    /// The name as it was sent; nil where the form asks for none.
    var name: String?
    /// Whether the address is none.
    var isAddressWrong = false
    /// Whether the name is too long or has characters that no name has.
    var isNameWrong = false
    /// What was ticked.
    var statements = ConsentStatements(privacyRead: false, termsAccepted: false, newsletterWanted: false)
}
