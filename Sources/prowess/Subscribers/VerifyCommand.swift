import ArgumentParser
import Diagnostics
import Ledger

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Checks that no event of the ledger was changed, removed or put elsewhere.",
        discussion: """
            Names the first event that is not what was written. Whoever can write the file can also write a whole new chain, \
            or cut off its end: that shows only against a head digest that you noted elsewhere, such as on an export.
            """)

    @OptionGroup var ledger: LedgerOptions

    @Option(help: "A head digest that was noted elsewhere: 64 hexadecimal digits.")
    var head: String?

    func validate() throws {
        guard let head else { return }
        guard head.utf8.count == 64, head.allSatisfy(\.isHexDigit) else {
            throw ValidationError("--head is a digest of 64 hexadecimal digits.")
        }
    }

    func run() throws {
        try withLedgerErrors {
            let verification = try ledger.reading().verify(noted: head)
            if let problem = verification.problem {
                throw DiagnosticLog([
                    Diagnostic(
                        path: ledger.path, message: problem.description,
                        hint: "keep this file as it is, and compare it with a backup")
                ])
            }
            let count = verification.events
            print("\(ledger.path): \(count) event\(count == 1 ? "" : "s"), none changed, removed or put elsewhere")
            if let head = verification.head { print("head \(head.hex)") }
        }
    }
}
