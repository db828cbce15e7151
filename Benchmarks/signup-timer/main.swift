import Consent
import Foundation
import Layouts
import Ledger
import Mail
import Signup

// Receives sign-ups for Benchmarks/time-signup until SIGTERM: into a new ledger in a folder, with mails in a spool beside it.

guard CommandLine.arguments.count == 4, let port = UInt16(CommandLine.arguments[2]) else {
    FileHandle.standardError.write(Data("usage: signup-timer FOLDER PORT LAYOUTS\n".utf8))
    exit(64)
}
let folder = CommandLine.arguments[1]
let ledger = try Ledger(path: folder + "/ledger.sqlite", creates: true)
let notice = Notice(
    language: "en", privacyVersion: "2.0", termsVersion: "1.2",
    words: ConsentWords(
        privacy: "I have read the privacy policy.", terms: "I consent to the terms of service.",
        newsletter: "Please send me the newsletter. I can stop it at any time."))
try ledger.write(at: Int(Date().timeIntervalSince1970)) { try $0.add(notice) }

var configuration = SignupConfiguration(
    url: "https://forms.prowess-edge.example/newsletter", port: port,
    practice: Practice(
        name: "Prowess Edge Consulting", newsletter: "Prowess Edge Newsletter",
        siteURL: "https://www.prowess-edge.example/",
        formURL: "https://www.prowess-edge.example/newsletter/",
        privacyURL: "https://www.prowess-edge.example/legal/privacy-policy/",
        termsURL: "https://www.prowess-edge.example/legal/terms-of-service/",
        postalAddress: "118 Courthouse Square, Suite 4, Fairhaven, OH 43999", primaryColor: "#1f3a5f",
        accentColor: "#9c4516"),
    from: Mailbox(name: "Prowess Edge Newsletter", address: "newsletter@prowess-edge.example"),
    mail: .spool(folder: folder + "/spool"))
configuration.trustedProxies = ["127.0.0.1", "::1"].compactMap { AddressBlock($0) }
configuration.recordsIP = true

let server = try SignupServer(
    configuration: configuration, store: LedgerSignupStore(ledger),
    layouts: try LayoutLibrary(folder: CommandLine.arguments[3]),
    log: { _ in }, warn: { FileHandle.standardError.write(Data(($0 + "\n").utf8)) })
FileHandle.standardOutput.write(Data((notice.digest + "\n").utf8))
try await server.run(stopsAtSignals: true)

let mails = try FileManager.default.contentsOfDirectory(atPath: folder + "/spool").filter { $0.hasSuffix(".eml") }
let waiting = try ledger.pendingConfirmations(limit: .max).count
print("\(try ledger.head()?.sequence ?? 0) events on disk, \(mails.count) mails handed over, \(waiting) waiting")
