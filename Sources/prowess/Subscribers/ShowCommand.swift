import ArgumentParser
import Diagnostics
import Ledger
import Subscribers

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Prints everything that is held of a person.",
        discussion:
            "Who they are, where their consent stands, every event with its time and proof, and the words they agreed to."
    )

    @OptionGroup var ledger: LedgerOptions

    @Argument(help: "The person's address.")
    var address: AddressArgument

    @Option(help: "text or json.")
    var format = DiagnosticFormat.text

    func run() throws {
        try withLedgerErrors {
            try PrivateOutput.check()
            let ledger = try ledger.reading()
            let people = try ledger.people(of: address.address)
            guard !people.isEmpty else {
                let isSuppressed = try ledger.isSuppressed(address.address)
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
            switch format {
            case .text: print(records.map(\.text).joined(separator: "\n"), terminator: "")
            case .json:
                print(records.count == 1 ? records[0].json : "[" + records.map(\.json).joined(separator: ",") + "]")
            }
        }
    }
}

/// Keeps what only the practice may see out of the website.
enum PrivateOutput {
    /// - Throws: `ValidationError` where standard output is a file in Output/Site.
    static func check() throws {
        guard StandardOutput.path?.isInside("Output/Site") != true else {
            throw ValidationError("This would put people's addresses into the website.")
        }
    }
}
