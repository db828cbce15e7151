import ArgumentParser

/// The command line: parses, calls, prints.
@main
struct Prowess: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prowess",
        abstract: "Publishes a practice's site, school booklets, newsletter and subscriber list from one folder.",
        version: "0.1.0",
        subcommands: [
            BuildCommand.self, BookletCommand.self, EvaluateCommand.self, DeliverCommand.self, SubscribersCommand.self,
            InlineCommand.self, MarkdownCommand.self,
        ])

    static func main() {
        MemoryTuning.apply()
        main(nil)
    }
}
