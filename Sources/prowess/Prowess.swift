import ArgumentParser

@main
struct Prowess: ParsableCommand {
}
