import ArgumentParser
import Diagnostics
import Ledger
import Mail

struct CorrectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: "Puts a person's address or name right.",
        discussion: """
            A new address has not confirmed anything yet: where site.yaml demands double opt-in the person is off the list \
            until they answer at the new address. The old address can't come back by an import.
            """)

    @OptionGroup var ledger: LedgerOptions

    @Argument(help: "The person's address as it is on record.", transform: AddressArgument.read)
    var address: EmailAddress

    @Option(name: .customLong("address"), help: "The right address.", transform: AddressArgument.read)
    var newAddress: EmailAddress?

    @Option(help: "The right name.")
    var name: String?

    func validate() throws {
        guard newAddress != nil || name != nil else { throw ValidationError("Give --address, --name, or both.") }
        if let name, name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            throw ValidationError("--name is one line of text.")
        }
    }

    func run() throws {
        try withLedgerErrors {
            let ledger = try ledger.writing()
            do {
                try ledger.write(at: LedgerClock.now()) {
                    try $0.correct(address, to: newAddress, name: name)
                }
            } catch let error as CorrectionError {
                throw DiagnosticLog([Diagnostic(path: ledger.path, message: error.description)])
            }
            print("Corrected.")
            if let newAddress, newAddress.folded != address.folded {
                print("The new address is not confirmed: the person has to answer there before they get mail.")
            }
        }
    }
}
