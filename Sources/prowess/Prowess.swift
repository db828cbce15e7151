import ArgumentParser

/// The command line: parses, calls, prints.
@main
struct Prowess: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prowess",
        abstract: "Publishes a practice's site, school booklets, newsletter and subscriber list from one folder.",
        version: "0.1.0",
        subcommands: [
            BuildCommand.self, BookletCommand.self, EvaluateCommand.self, DeliverCommand.self, SubscribersCommand.self,
            SignupCommand.self,
            InlineCommand.self, MarkdownCommand.self,
        ])

    static func main() async {
        MemoryTuning.apply()
        await main(nil)
    }
}
