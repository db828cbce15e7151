import Consent
import Dispatch
import Foundation
import Mail
import Testing

@testable import Signup

@Suite("The receiver")
struct SignupServerTests {
    @Test("It says that it is well")
    func health() async throws {
        try await Receiver.run(FakeStore()) { receiver in
            let answer = await receiver.client.get("/health")
            #expect(answer.status == 200)
            #expect(answer.body == "ok\n")
        }
    }

    @Test(
        "Every page may run nothing, is kept nowhere, and is framed by nobody",
        arguments: ["/", "/confirm?token=x", "/nothing"])
    func headers(_ path: String) async throws {
        try await Receiver.run(FakeStore()) { receiver in
            let answer = await receiver.client.get(path)
            #expect(answer.header("Cache-Control") == "no-store")
            #expect(answer.header("X-Content-Type-Options") == "nosniff")
            #expect(answer.header("Referrer-Policy") == "no-referrer")
            let policy = try #require(answer.header("Content-Security-Policy"))
            #expect(policy.hasPrefix("default-src 'none'; style-src 'sha256-"))
            #expect(policy.contains("frame-ancestors 'none'"))
            #expect(!policy.contains("script-src"))
        }
    }

    @Test("Other paths and methods are refused")
    func refuses() async throws {
        try await Receiver.run(FakeStore()) { receiver in
            #expect(await receiver.client.get("/newsletter/nothing").status == 404)
            #expect(await receiver.client.get("/newsletterx").status == 404)
            let get = await receiver.client.get("/")
            #expect(get.status == 405)
            #expect(get.header("Allow") == "POST")
            #expect(await receiver.client.get("/confirm", method: "DELETE").status == 405)
        }
    }

    @Test("What is too large is refused, and its answer arrives")
    func tooLarge() async throws {
        let store = FakeStore()
        try await Receiver.run(store) { receiver in
            let body = await receiver.client.post("/", store.form() + "&x=" + String(repeating: "y", count: 16_384))
            #expect(body.status == 413)
            let header = await receiver.client.get("/health", headers: ["X: " + String(repeating: "y", count: 8192)])
            #expect(header.status == 431)
            let endless = await receiver.client.send(
                "GET /health HTTP/1.1\r\n" + String(repeating: "y", count: 100_000))
            #expect(endless.status == 431)
            let fits = await receiver.client.get("/health", headers: ["X: " + String(repeating: "y", count: 8000)])
            #expect(fits.status == 200)
            #expect(store.now.requests.isEmpty)
        }
    }

    @Test("What is no HTTP is refused")
    func malformed() async throws {
        try await Receiver.run(FakeStore()) { receiver in
            #expect(await receiver.client.send("nonsense\r\n\r\n").status == 400)
            #expect(
                await receiver.client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
                    .status == 411)
            #expect(await receiver.client.send("GET / HTTP/3\r\n\r\n").status == 505)
        }
    }

    @Test("Who sends a byte now and then is cut off, in the header and in the body")
    func slow() async throws {
        try await Receiver.run(FakeStore(), { $0.limits.requestTime = .milliseconds(300) }) { receiver in
            let header = await receiver.client.send(["G", "E", "T", " ", "/", "h", "e", "a"], pause: 0.1)
            #expect(header.status == 408)
            let body = await receiver.client.send(
                ["POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\na", "=", "b", "&", "c", "=", "d"], pause: 0.1)
            #expect(body.status == 408)
            #expect(await receiver.client.get("/health").status == 200)
        }
    }

    @Test("Who sends nothing is cut off, and others are served meanwhile and after")
    func idle() async throws {
        try await Receiver.run(
            FakeStore(),
            {
                $0.limits.idleTime = .milliseconds(200)
                $0.limits.connections = 4
            }
        ) { receiver in
            let idle = (0..<8).map { _ in RawClient.connect(receiver.client.port) }
            // All places are taken until the idle ones are cut off.
            #expect(await receiver.client.get("/health").status == 200)
            for file in idle { close(file) }
        }
    }

    @Test("Requests follow each other on one connection, also where they are sent at once")
    func keepAlive() async throws {
        let store = FakeStore()
        try await Receiver.run(store) { receiver in
            let post = { (email: String) in
                let body = store.form(email)
                return "POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    + "Content-Length: \(body.utf8.count)\r\n\r\n" + body
            }
            let answer = await receiver.client.send(
                post("a%40example.org") + "\r\n" + post("b%40example.org")
                    + RawClient.request("GET", "/health", [], nil))
            #expect(answer.text.components(separatedBy: "HTTP/1.1 200 OK").count == 4)
            #expect(store.now.requests.map(\.address.sending) == ["a@example.org", "b@example.org"])
        }
    }

    @Test("Who waits to be asked for the body is asked")
    func expect() async throws {
        let store = FakeStore()
        try await Receiver.run(store) { receiver in
            let body = store.form()
            let head =
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nExpect: 100-continue\r\n"
                + "Connection: close\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
            let answer = await receiver.client.send([head, body], waitsForAnswers: true)
            #expect(answer.text.hasPrefix("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK"))
        }
    }

    @Test("The log has one line a request, without an address, a token, a query or a path that somebody made up")
    func log() async throws {
        let store = FakeStore()
        try await Receiver.run(store) { receiver in
            _ = await receiver.client.post("/newsletter?email=ada@example.org", store.form())
            _ = await receiver.client.get("/confirm?token=secret")
            _ = await receiver.client.get("/ada@example.org")
            _ = await receiver.client.get("/health", method: "ADA")
            _ = await receiver.client.send("ada@example.org\r\n\r\n")
            let lines = receiver.lines.log
            #expect(lines.count == 5)
            for (line, start) in zip(
                lines, ["POST / 200 ", "GET /confirm 410 ", "GET (other) 404 ", "(other) /health 405 ", "- - 400 "])
            {
                #expect(line.hasPrefix("2026-05-28T20:26:40Z " + start))
                #expect(line.split(separator: " ").last.flatMap { Double($0) } != nil)
            }
            #expect(!lines.joined().contains("ada"))
            #expect(!lines.joined().contains("secret"))
        }
    }

    @Test("When it stops, what is under way is recorded and answered, its mails are handed over, and the port is free")
    func stops() async throws {
        let gate = DispatchSemaphore(value: 0)
        let store = FakeStore(gate: gate)
        try await Receiver.run(store) { receiver in
            let port = receiver.client.port
            let answers = (0..<20).map { number in
                Task { await receiver.client.post("/", store.form("a\(number)%40example.org")) }
            }
            #expect(await receiver.until { store.now.begun + receiver.server.waitingCount == 20 })
            receiver.task.cancel()
            #expect(await receiver.until { receiver.server.port == nil })
            for _ in 0..<20 { gate.signal() }
            for answer in answers { #expect(await answer.value.status == 200) }
            try await receiver.task.value
            #expect(store.now.requests.count == 20)
            #expect(receiver.mails().count == 20)
            #expect(store.now.pending.isEmpty)
            #expect(await RawClient(port: port).get("/health").bytes.isEmpty)
        }
    }

    @Test("Connections that have nothing under way don't keep it from stopping")
    func stopsIdle() async throws {
        var idle: Int32 = -1
        try await Receiver.run(FakeStore(), { $0.limits.graceTime = .seconds(3600) }) { receiver in
            idle = RawClient.connect(receiver.client.port)
            #expect(await receiver.client.get("/health").status == 200)
        }
        close(idle)
    }

    @Test("A port that is taken is told")
    func portTaken() async throws {
        try await Receiver.run(FakeStore()) { receiver in
            var configuration = Receiver.configuration("/nowhere")
            configuration.port = receiver.client.port
            let second = try SignupServer(
                configuration: configuration, store: FakeStore(), layouts: try Receiver.layouts(), log: { _ in },
                warn: { _ in })
            await #expect(throws: SignupError.self) { try await second.run() }
        }
    }

    @Test(
        "A configuration that can't work is refused before anything begins",
        arguments: [
            "http://forms.example.org", "https://forms.example.org/", "https://forms.example.org/a?b",
            "https://forms example.org",
        ])
    func badURL(_ url: String) throws {
        var configuration = Receiver.configuration("/nowhere")
        configuration.url = url
        #expect(throws: SignupError.self) {
            try SignupServer(
                configuration: configuration, store: FakeStore(), layouts: try Receiver.layouts(), log: { _ in },
                warn: { _ in })
        }
    }
}
