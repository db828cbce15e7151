import Consent
import Diagnostics

/// What is done by a link's token: confirming and ending a subscription. `GET` shows a page with a button and changes nothing,
/// since scanners and mail programs follow links by themselves.
struct TokenRoutes: Sendable {
    let pages: Pages
    let store: StoreQueue
    let links: UnsubscribeLinks
    let language: String
    let details: ClientDetails
    let now: @Sendable () -> Int

    func confirm(_ request: Request, _ client: IPAddress) async throws -> Response {
        let language = Self.language(request) ?? language
        guard request.method == "POST" else {
            guard let secret = ConfirmationSecret(request.queryFields["token"] ?? "") else { return gone(language) }
            let page = try pages.page(.confirm, language, action: "/confirm?lang=\(language)", token: secret.text)
            return .page(200, page)
        }
        guard let secret = ConfirmationSecret(Self.token(request)) else { return gone(language) }
        let (seconds, details) = (now(), details.of(request, client))
        // Found or not by its digest alone: nothing is compared byte by byte that a guess could feel its way along.
        switch try await store.perform({ try $0.confirm(token: secret.digest, details: details, now: seconds) }) {
        case .confirmed: return .page(200, pages.page(.confirmed, language))
        case .alreadyConfirmed, .expired, .unknown: return gone(language)
        }
    }

    func unsubscribe(_ request: Request) async throws -> Response {
        let language = Self.language(request) ?? language
        guard let subject = links.subject(of: Self.token(request)) else {
            return .page(410, pages.page(.noSuchSubscription, language))
        }
        guard request.method == "POST" else {
            let token = links.token(for: subject)
            return .page(
                200, try pages.page(.unsubscribe, language, action: "/unsubscribe?lang=\(language)", token: token))
        }
        let isOneClick = Self.isOneClick(request)
        let seconds = now()
        try await store.perform {
            try $0.withdraw(subject: subject, method: isOneClick ? .oneClick : .link, now: seconds)
        }
        return isOneClick ? Response(status: 200) : .page(200, pages.page(.unsubscribed, language))
    }

    /// The same for every token that does not work, so that nobody learns which ones there were.
    private func gone(_ language: String) -> Response { .page(410, pages.page(.gone, language)) }

    /// The token of the button's form, or of the link.
    private static func token(_ request: Request) -> String {
        let posted = request.mediaType == "application/x-www-form-urlencoded" ? request.form["token"] : nil
        return posted ?? request.queryFields["token"] ?? ""
    }

    /// The language that a link asks for; what it may be is for ``Pages`` to say.
    private static func language(_ request: Request) -> String? {
        guard let language = request.queryFields["lang"], (2...8).contains(language.utf8.count),
            language.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x41 && $0 <= 0x5A || $0 == 0x2D })
        else { return nil }
        return language
    }

    /// Whether a mail program posts what RFC 8058 (3.1) has it post, as either kind of form.
    private static func isOneClick(_ request: Request) -> Bool {
        if request.mediaType == "multipart/form-data" {
            let body = String(decoding: request.body, as: UTF8.self)
            return body.contains("List-Unsubscribe") && body.contains("One-Click")
        }
        return request.form["List-Unsubscribe"] == "One-Click"
    }
}
