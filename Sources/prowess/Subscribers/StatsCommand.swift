import ArgumentParser
import Subscribers

struct StatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Counts people by status, month, notice and policy version; names nobody.")

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        try withLedgerErrors {
            let content = try SubscriberContent(ledger)
            let snapshot = try SubscriberSnapshot(ledger.reading())
            let roll = try SubscriberRoll(snapshot, policies: content.library.policies)
            print(
                SubscriberStatistics(of: roll, library: content.library, snapshot: snapshot).text, terminator: "")
        }
    }
}
