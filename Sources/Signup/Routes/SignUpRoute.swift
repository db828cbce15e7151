import Consent
import Foundation
import Mail

/// Takes the site's form.
struct SignUpRoute: Sendable {
    let configuration: SignupConfiguration
    let pages: Pages
    let store: StoreQueue
    let notices: NoticeCache
    let details: ClientDetails
    let perAddress: RateLimiter
    let perClient: RateLimiter
    let now: @Sendable () -> Int
    /// Told when there may be a mail to hand over.
    let wakePostman: @Sendable () -> Void

    /// Answers a form. Who is known already, who has asked too often and who fell into the honeypot get the same bytes as
    /// everybody else, by the same way and after a wait for the disk.
    func answer(_ request: Request, _ client: IPAddress) async throws -> Response {
        let seconds = Self.monotonicSeconds()
        if let wait = perClient.take(client.network, now: seconds) {
            let retry = String(Int(wait.rounded(.up)))
            return .page(429, pages.page(.tooMany, configuration.language), [("Retry-After", retry)])
        }
        guard request.mediaType == "application/x-www-form-urlencoded" else {
            return .page(415, pages.page(.malformed, configuration.language))
        }
        let form = request.form
        guard let notice = try await notices.notice(form["notice"] ?? "", store) else {
            return .page(409, pages.page(.outdated, form["language"] ?? configuration.language))
        }
        let received = Response.page(200, pages.page(.received, notice.language))
        guard (form["website"] ?? "").isEmpty else {
            try await store.accept(nil)
            return received
        }
        let statements = ConsentStatements(
            privacyRead: form["privacy_read"] == "yes", termsAccepted: form["terms_accepted"] == "yes",
            newsletterWanted: form["newsletter_wanted"] == "yes")
        let name = (form["name"] ?? "").trimmed
        let address = try? EmailAddress((form["email"] ?? "").trimmed)
        var problem = FormProblem(
            notice: notice.digest, words: notice.words, page: Self.page(form["page"]) ?? "", statements: statements)
        problem.isAddressWrong = address == nil
        problem.isNameWrong = !Self.isName(name)
        // The form has a field for the name only where it was sent with one.
        problem.name = form["name"] == nil ? nil : problem.isNameWrong ? "" : name
        let refused = Response.page(422, try pages.form(problem, notice.language))
        guard let address, !problem.isNameWrong else { return refused }
        // Sending the form again with what was missing must not use up the requests that get a mail.
        let key = AddressKey(identity: address.folded, isComplete: statements.areAllTrue)
        let isWithinLimit = perAddress.take(key, now: seconds) == nil
        let fact = fact(notice, statements, request, client, page: Self.page(form["page"]))
        try await store.accept(isWithinLimit ? SignupRequest(address: address, name: name, fact: fact) : nil)
        guard statements.areAllTrue else { return refused }
        wakePostman()
        return received
    }

    private func fact(
        _ notice: Notice, _ statements: ConsentStatements, _ request: Request, _ client: IPAddress, page: String?
    ) -> ConsentFact {
        var fact = ConsentFact(kind: .requested, time: EventTime(seconds: now()), method: .form)
        fact.form = configuration.form
        fact.page = page
        fact.language = notice.language
        fact.notice = notice.digest
        fact.statements = statements
        fact.grade = .singleOptIn
        fact.details = details.of(request, client)
        return fact
    }

    /// A name on one line. In a mail's header a line end would begin another header; nothing else is asked of names.
    static func isName(_ name: String) -> Bool {
        name.count <= 100 && name.utf8.count <= 400 && !name.unicodeScalars.contains(where: \.breaksHeaders)
    }

    private static func page(_ text: String?) -> String? { text?.recordedLine(longest: 300) }

    private static func monotonicSeconds() -> Double {
        let time = epoch.duration(to: .now).components
        return Double(time.seconds) + Double(time.attoseconds) * 1e-18
    }

    private static let epoch = ContinuousClock.now
}

/// What the limit of an address goes by.
private struct AddressKey: Hashable {
    let identity: String
    let isComplete: Bool
}

extension String {
    /// The text without blanks around it.
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }
}
