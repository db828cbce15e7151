import ArgumentParser
import Diagnostics
import Foundation
import Ledger
import Mail
import Subscribers

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Prints everything that is held of a person.",
        discussion:
            "Who they are, where their consent stands, every event with its time and proof, and the words they agreed to."
    )

    @OptionGroup var ledger: LedgerOptions

    @Argument(help: "The person's address.", transform: AddressArgument.read)
    var address: EmailAddress

    @Option(help: "text or json.")
    var format = DiagnosticFormat.text

    func run() throws {
        try withLedgerErrors {
            try PrivateOutput.check()
            let ledger = try ledger.reading()
            let people = try ledger.people(of: address)
            let isSuppressed = try ledger.isSuppressed(address)
            guard !people.isEmpty else {
                throw DiagnosticLog([
                    Diagnostic(
                        path: ledger.path,
                        message: isSuppressed
                            ? "this address was erased: nothing is held but a code that keeps imports from bringing it back"
                            : "nobody on record has this address")
                ])
            }
            let notices = try ledger.notices()
            let records = people.map { PersonRecord($0.subscriber, entries: $0.entries, notices: notices) }
            if isSuppressed { tellSuppression() }
            switch format {
            case .text: print(records.map(\.text).joined(separator: "\n"), terminator: "")
            case .json:
                print(records.count == 1 ? records[0].json : "[" + records.map(\.json).joined(separator: ",") + "]")
            }
        }
    }

    /// Says that a code of the address is held too; of JSON, beside it.
    private func tellSuppression() {
        let text =
            "A code of this address is held too: it was erased or put right before, and only what the person asks for "
            + "anew counts."
        switch format {
        case .text: print(text + "\n")
        case .json: FileHandle.standardError.write(Data((text + "\n").utf8))
        }
    }
}
