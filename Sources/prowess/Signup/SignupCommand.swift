import ArgumentParser

struct SignupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "signup",
        abstract: "Takes sign-ups from the site's form, for those without a form service.",
        subcommands: [ServeCommand.self])
}
