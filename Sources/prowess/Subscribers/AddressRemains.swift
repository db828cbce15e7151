import Consent
import Content
import Foundation
import Mail

/// Where an erased address still stands, outside of the ledger.
struct AddressRemains {
    /// The lines to print, each with what to do.
    let lines: [String]

    /// How many rows of a file are told.
    private static let mostRows = 20

    /// Looks through the files that were taken in, the lists of the last build, exports, mails that wait in the spool, and what is
    /// beside the ledger.
    /// - Parameters:
    ///   - sources: where the person's events were read.
    ///   - output: the folder that Prowess builds.
    init(of address: EmailAddress, sources: [EventSource], options: LedgerOptions, output: String) {
        let subscribers = options.content + "/subscribers"
        let known = TakenFiles(folder: subscribers)
        var lines: [String] = []
        var told: Set<String> = []
        for (file, sources) in Dictionary(grouping: sources, by: \.file).sorted(by: { $0.key < $1.key }) {
            let path = known.path(of: file)
            if let path { told.insert(path) }
            let name = path ?? "a file of \(sources[0].tool) with the SHA-256 \(file)"
            lines.append("\(name), \(Self.rows(sources.map(\.row))): delete it there, or the whole file")
        }
        let search = AddressSearch(address)
        func look(in folder: String, _ next: String, except skipped: (String) -> Bool = { _ in false }) {
            for path in FilesBelow.paths(of: folder)
            where !told.contains(path) && !skipped(path) && search.finds(in: path) {
                told.insert(path)
                // What is in a database's log is told as in the database.
                let name = path.hasSuffix("-wal") ? String(path.dropLast(4)) : path
                if name == path || told.insert(name).inserted { lines.append("\(name): \(next)") }
            }
        }
        let ledger = options.path
        let isLedger = { (path: String) in ["", "-wal", "-shm"].contains { path == ledger + $0 } }
        look(in: subscribers, "delete it there, or the whole file", except: isLedger)
        if let other = options.ledger.map({ URL(fileURLWithPath: $0).deletingLastPathComponent().relativePath }) {
            // Of a ledger elsewhere, its own old versions alone: the folder may hold anything.
            look(in: other, "delete it") { isLedger($0) || !$0.hasPrefix(ledger) }
        }
        look(in: output + "/Subscribers/exports", "export anew, or delete it")
        look(in: output + "/Subscribers", "build anew")
        if let spool = Self.spool(options.content) { look(in: spool, "delete it") }
        self.lines = lines
    }

    private static func rows(_ rows: [Int]) -> String {
        let rows = Set(rows).sorted()
        let list = rows.prefix(mostRows).map(String.init).joined(separator: ", ")
        return (rows.count == 1 ? "row " : "rows ") + list
            + (rows.count > mostRows ? " and \(rows.count - mostRows) more" : "")
    }

    /// The folder of mails that go out; nil where there is none. A mistake in the content keeps nobody from being erased.
    private static func spool(_ content: String) -> String? {
        guard let date = try? PublicationDay.resolve(nil) else { return nil }
        var reading = ReadingOptions(date: date)
        reading.scope = .subscribers
        guard case .spool(let folder) = Library.read(content, options: reading).0?.site.newsletter.signUp?.delivery
        else {
            return nil
        }
        return folder
    }
}
