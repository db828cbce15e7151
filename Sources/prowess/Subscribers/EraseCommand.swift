import ArgumentParser
import Consent
import Diagnostics
import Foundation
import Ledger
import Mail

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

    @Argument(help: "The person's address.", transform: AddressArgument.read)
    var address: EmailAddress

    @Option(help: "The folder that Prowess builds, to look for the address in its lists.")
    var output = "Output"

    @Flag(help: "Don't ask.")
    var yes = false

    func run() throws {
        try withLedgerErrors {
            let events = try eventCount()
            let question =
                events.map { "Erase who \($0) event\($0 == 1 ? "" : "s") of \(address.sending) belong to?" }
                ?? "Nobody on record has this address. Keep imports from adding it?"
            guard try yes || Confirmation.ask(question) else { return print("Nothing was erased.") }
            let erasure = try ledger.beginning().erase(address, at: LedgerClock.now())
            print(
                erasure.count == 0
                    ? "Nobody on record has this address. Imports are kept from adding it from now on." : "Erased.")
            tellRemains(erasure.sources)
            guard erasure.isLogClean else {
                throw DiagnosticLog([
                    Diagnostic(
                        path: ledger.path + "-wal",
                        message: "the address is erased, and still stands in the ledger's log: somebody is reading it",
                        hint: "run this again when they have ended; nobody is found then, and the log is emptied")
                ])
            }
        }
    }

    /// How many events people of this address have; nil where nobody has it.
    private func eventCount() throws -> Int? {
        guard FileManager.default.fileExists(atPath: ledger.path) else { return nil }
        let people = try ledger.reading().people(of: address)
        return people.isEmpty ? nil : people.reduce(0) { $0 + $1.entries.count }
    }

    private func tellRemains(_ sources: [EventSource]) {
        let lines = AddressRemains(of: address, sources: sources, options: ledger, output: output).lines
        if !lines.isEmpty {
            print("The address still stands here:")
            for line in lines { print("  \(line)") }
        }
        print("Take it out of your mail tool too, and out of backups and copies of files that you keep elsewhere.")
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
