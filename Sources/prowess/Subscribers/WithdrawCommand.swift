import ArgumentParser
import Ledger
import Mail

struct WithdrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Notes that a person wants no more.",
        discussion: """
            It holds against every import, older or newer; only a request of the person's own turns it back. An address that \
            is not on record is noted too, so that a later import can't add it.
            """)

    @OptionGroup var ledger: LedgerOptions

    @Argument(help: "The person's address.", transform: AddressArgument.read)
    var address: EmailAddress

    @Option(help: "Why, in the person's words. It goes when the person is erased.")
    var reason: String?

    func run() throws {
        try withLedgerErrors {
            let ledger = try ledger.beginning()
            let outcome = try ledger.write(at: LedgerClock.now()) {
                try $0.withdraw(address, method: .commandLine, reason: reason)
            }
            if outcome.refusal != nil, outcome.events.isEmpty {
                print("Nothing to note: this person was erased, and no import brings the address back.")
            } else {
                print("Noted. Take the address out of your mail tool too, or give it the new suppression list.")
            }
        }
    }
}
