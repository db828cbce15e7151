import ArgumentParser
import Content
import Ledger
import Signup
import Subscribers

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes the list that a mail tool imports, and the addresses that it must not write to.",
        discussion: """
            Only people whose consent is proven as site.yaml demands, and who have nothing to agree to anew. What was given out \
            is noted in the ledger; note the head digest elsewhere, so that \"verify --head\" can find a cut-off end.
            """)

    @OptionGroup var ledger: LedgerOptions

    @Option(
        help: "The mail tool: \(ListFormat.allCases.map(\.rawValue).joined(separator: ", ")). (default: site.yaml's)")
    var tool: ListFormat?

    @Option(help: "The folder that the files are written to, readable by this account alone.")
    var to = "Output/Subscribers/exports"

    @Flag(help: "Write those who have to agree anew instead, and note that they are asked.")
    var outdated = false

    func run() throws {
        try withLedgerErrors {
            try PrivateOutput.check(to)
            let content = try SubscriberContent(ledger)
            let ledger = try ledger.writing()
            let snapshot = try SubscriberSnapshot(
                ledger, unsubscribeURL: UnsubscribeLinks.urls(content.library, ledger))
            let roll = try SubscriberRoll(snapshot, policies: content.library.policies)
            let format = tool ?? ListFormat(tool: content.library.site.newsletter.tool.name)
            var export = SubscriberLists.export(of: roll, library: content.library, snapshot: snapshot)
            let asked = outdated ? roll.outdated(demanding: content.library.site.newsletter.evidence) : []
            if outdated { export = export.of(asked) }
            let lists = export.files(format)
            let given = GivenList(lists, tool: format, head: snapshot.head)
            var files = lists.map {
                (name: (outdated ? "agree-anew-" : "") + $0.name, bytes: $0.bytes, count: $0.count)
            }
            if !outdated {
                let suppression = SuppressionList.file(of: roll)
                let count = suppression.count { $0 == UInt8(ascii: "\n") } - 1
                files.append((name: "suppression.csv", bytes: suppression, count: count))
            }
            let line = try give(files) {
                try ledger.write(at: LedgerClock.now()) { writer in
                    try writer.noteReconsentRequest(of: asked.map(\.subscriber.subject))
                    return try given.note(in: &writer)
                }
            }
            for file in files { print("\(to)/\(file.name): \(file.count) \(file.count == 1 ? "person" : "people")") }
            print(line)
        }
    }

    /// Writes files that are noted before anybody can have them: what is killed in between is noted and not there, never there and
    /// not noted.
    private func give(_ files: [(name: String, bytes: [UInt8], count: Int)], note: () throws -> String) throws -> String
    {
        try PrivateFiles.makeFolder(to)
        var staged = PrivateFiles()
        do {
            for file in files { try staged.stage(file.bytes, for: "\(to)/\(file.name)") }
            let line = try note()
            try staged.commit()
            return line
        } catch {
            staged.discard()
            throw error
        }
    }
}

extension ListFormat: ExpressibleByArgument {}
