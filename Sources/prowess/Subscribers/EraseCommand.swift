import ArgumentParser
import Consent
import Diagnostics
import Foundation
import Ledger

struct EraseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Forgets a person: address, name, and all that was recorded beside.",
        discussion: """
            The events stay and name nobody. A keyed code of the address stays too, so that no import brings it back; a new \
            request of the person's own does. Backups and the files that were taken in still have the address: the command \
            lists those that it knows.
            """)

    @OptionGroup var ledger: LedgerOptions

    @Argument(help: "The person's address.")
    var address: AddressArgument

    @Flag(help: "Don't ask.")
    var yes = false

    func run() throws {
        try withLedgerErrors {
            let ledger = try ledger.writing()
            let people = try ledger.people(of: address.address)
            if people.isEmpty { print("Nobody on record has this address. Imports will be kept from adding it.") }
            let events = people.reduce(0) { $0 + $1.entries.count }
            let question = "Erase who \(events) event\(events == 1 ? "" : "s") of \(address.address.sending) belong to?"
            guard try yes || Confirmation.ask(question) else { return print("Nothing was erased.") }
            let erased = try ledger.erase(address.address, at: LedgerClock.now())
            print(erased.count == 0 ? "Noted." : "Erased.")
            tell(erased.sources)
        }
    }

    /// Where else the address stands.
    private func tell(_ sources: [EventSource]) {
        guard !sources.isEmpty else { return }
        print("The address still stands in the files it came from; delete it there, or delete them:")
        let known = TakenFiles(folder: ledger.content + "/subscribers")
        for source in sources.sorted(by: { ($0.file, $0.row) < ($1.file, $1.row) }) {
            let file = known.path(of: source.file) ?? "a file of \(source.tool) with the SHA-256 \(source.file)"
            print("  \(file), row \(source.row)")
        }
    }
}

/// Asks the person at the terminal.
enum Confirmation {
    /// Whether they typed yes.
    /// - Throws: `ValidationError` where nobody is there to be asked.
    static func ask(_ question: String) throws -> Bool {
        guard isatty(STDIN_FILENO) == 1 else {
            throw ValidationError("Nobody is at a terminal to be asked; --yes says that you mean it.")
        }
        FileHandle.standardOutput.write(Data("\(question) [y/N] ".utf8))
        return ["y", "yes"].contains(readLine()?.lowercased())
    }
}
