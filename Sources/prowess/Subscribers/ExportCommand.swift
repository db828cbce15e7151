import ArgumentParser
import Consent
import Content
import Ledger
import MailTools
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
            let content = try SubscriberContent(ledger)
            let ledger = try ledger.writing()
            let snapshot = try SubscriberSnapshot(ledger)
            let roll = try SubscriberRoll(snapshot, policies: content.library.policies)
            let format = tool ?? ListFormat(tool: content.library.site.newsletter.tool.name)
            var export = SubscriberLists.export(of: roll, library: content.library, snapshot: snapshot)
            let demanded = content.library.site.newsletter.evidence
            if outdated { export = export.of(roll.outdated(demanding: demanded)) }
            var files = export.files(format).map { (outdated ? "agree-anew-" + $0.name : $0.name, $0.bytes, $0.count) }
            let count = files.reduce(0) { $0 + $1.2 }
            if !outdated {
                let suppression = SuppressionList.file(of: roll)
                files.append(("suppression.csv", suppression, suppression.count { $0 == UInt8(ascii: "\n") } - 1))
            }
            try write(files)
            let subjects = outdated ? roll.outdated(demanding: demanded).map(\.subscriber.subject) : []
            let head = try ledger.write(at: LedgerClock.now()) { writer in
                try writer.noteReconsentRequest(of: subjects)
                try writer.note(
                    ExportSummary(
                        tool: format.rawValue, count: count, list: Digest.hex(of: files.first?.1 ?? []),
                        head: snapshot.head ?? ""))
                return writer.head
            }
            if let head { print("head \(head.hex)") }
        }
    }

    private func write(_ files: [(name: String, bytes: [UInt8], count: Int)]) throws {
        try PrivateFiles.makeFolder(to)
        var staged = PrivateFiles()
        do {
            for file in files { try staged.stage(file.bytes, for: "\(to)/\(file.name)") }
            try staged.commit()
        } catch {
            staged.discard()
            throw error
        }
        for file in files { print("\(to)/\(file.name): \(file.count) \(file.count == 1 ? "person" : "people")") }
    }
}

extension ListFormat: ExpressibleByArgument {}
