import ArgumentParser

struct SubscribersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "subscribers",
        abstract: "Keeps the list of subscribers, with proof behind every address.",
        discussion: """
            Everything that happened to anybody's consent stands in a ledger, Content/subscribers/ledger.sqlite, to which \
            events are only added. Exit status: 0 when all went well, 1 where something is wrong or refused, 64 for a wrong \
            command line.
            """,
        subcommands: [
            ImportCommand.self, ExportCommand.self, ListCommand.self, ShowCommand.self, StatsCommand.self,
            NoticeCommand.self, WithdrawCommand.self, CorrectCommand.self, EraseCommand.self, VerifyCommand.self,
            BackupCommand.self, RestoreCommand.self,
        ])
}
