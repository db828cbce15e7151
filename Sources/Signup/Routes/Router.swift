import Diagnostics
import Foundation
import Synchronization

/// Answers requests.
struct Router: Sendable {
    let signUp: SignUpRoute
    let tokens: TokenRoutes
    let pages: Pages
    let basePath: String
    let language: String
    let clients: ClientAddress
    let log: @Sendable (String) -> Void
    let warn: @Sendable (String) -> Void
    let now: @Sendable () -> Int

    /// Answers a request, and writes its line into the log.
    func respond(_ request: Request, peer: IPAddress) async -> Response {
        let start = ContinuousClock.now
        let route = Route(path: request.path, base: basePath)
        let response: Response
        do {
            response = try await answer(request, route, peer)
        } catch let error as StoreError {
            switch error {
            case .full: warn("too many sign-ups wait to be written: one was asked to come later")
            case .failed(let reason):
                warn("the ledger did not take a request, which was asked to come later: \(reason)")
            }
            response = .page(503, pages.page(.busy, language), [("Retry-After", "60")])
        } catch {
            warn("a page could not be made: \(error)")
            response = .text(500, "")
        }
        write(request.method, route, response.status, start)
        return response
    }

    /// Answers what could not be read.
    func refuse(_ error: RequestError) -> Response {
        write(nil, nil, error.status, .now)
        return .page(error.status, pages.page(.malformed, language))
    }

    private func answer(_ request: Request, _ route: Route?, _ peer: IPAddress) async throws -> Response {
        guard let route else { return .page(404, pages.page(.notFound, language)) }
        guard route.methods.contains(request.method) else {
            return .page(405, pages.page(.notFound, language), [("Allow", route.methods.joined(separator: ", "))])
        }
        let client = clients.client(peer: peer, forwarded: request.header("x-forwarded-for"))
        return switch route {
        case .health: .text(200, "ok\n")
        case .signUp: try await signUp.answer(request, client)
        case .confirm: try await tokens.confirm(request, client)
        case .unsubscribe: try await tokens.unsubscribe(request)
        }
    }

    /// One line a request. A path that is none of the receiver's is not written: it could say anything.
    private func write(_ method: String?, _ route: Route?, _ status: Int, _ start: ContinuousClock.Instant) {
        let duration = (ContinuousClock.now - start).components
        let tenths = duration.seconds * 10_000 + duration.attoseconds / 100_000_000_000_000
        let known = method.map { ["GET", "HEAD", "POST"].contains($0) ? $0 : "(other)" } ?? "-"
        let path = route?.rawValue ?? (method == nil ? "-" : "(other)")
        log("\(LogTime.text(now())) \(known) \(path) \(status) \(tenths / 10).\(tenths % 10)")
    }
}
