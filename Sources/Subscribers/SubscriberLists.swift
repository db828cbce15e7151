import Consent
import Content
import Diagnostics
import Publishing

/// The lists of subscribers and the proof behind them, as artifacts for the practice alone.
public enum SubscriberLists {
    /// Describes `list.csv` and the file for the mail tool of site.yaml, `suppression.csv`, the records as `consent-records.csv`
    /// and `consent-records.json`, of more than 10,000 people in several numbered files, with `notices.csv`, and the statistics as `index.html`. The same ledger and content give the
    /// same bytes.
    /// - Parameters:
    ///   - snapshot: what the ledger holds; without anybody in it there is nothing to describe.
    /// - Returns: the artifacts, and of them the files for the mail tool, which are what is given out.
    /// - Throws: `DiagnosticLog` where the ledger can't be read.
    public static func artifacts(
        of library: Library, snapshot: SubscriberSnapshot
    ) throws(DiagnosticLog) -> (artifacts: [Artifact], given: [ExportedList]) {
        guard !snapshot.subscribers.isEmpty else { return ([], []) }
        do {
            let roll = try SubscriberRoll(snapshot, policies: library.policies)
            let names = noticeNames(library)
            let export = export(of: roll, library: library, snapshot: snapshot)
            let own = ListFormat(tool: library.site.newsletter.tool.name)
            let given = export.files(own)
            var artifacts: [Artifact] = []
            for list in own == .generic ? given : export.files(.generic) + given {
                artifacts.append(try artifact(list.name) { list.bytes })
            }
            artifacts.append(try artifact("suppression.csv") { SuppressionList.file(of: roll) })
            artifacts.append(
                try artifact("notices.csv") { NoticeTableFile.file(of: snapshot, noticeNames: names) })
            for part in parts(of: roll.people) {
                artifacts.append(
                    try artifact("consent-records\(part.suffix).csv") {
                        try ConsentRecordTable(snapshot: snapshot, people: part.people, noticeNames: names).file()
                    })
                artifacts.append(
                    try artifact("consent-records\(part.suffix).json") {
                        try ConsentRecordDocument(library: library, snapshot: snapshot, people: part.people).file()
                    })
            }
            let page = StatisticsPage(
                statistics: SubscriberStatistics(of: roll, library: library, snapshot: snapshot),
                title: library.site.newsletter.name)
            artifacts.append(try artifact("index.html") { Array(page.html.utf8) })
            return (artifacts, given)
        } catch let log as DiagnosticLog {
            throw log
        } catch {
            throw DiagnosticLog([Diagnostic(path: library.folder, message: "\(error)")])
        }
    }

    /// The export of everybody that mail may be sent to, as site.yaml demands.
    public static func export(
        of roll: SubscriberRoll, library: Library, snapshot: SubscriberSnapshot
    ) -> ListExport {
        let demanded = library.site.newsletter.evidence
        return ListExport(
            people: roll.people, isListed: { $0.isMailable(demanding: demanded) }, noticeNames: noticeNames(library),
            unsubscribeURL: snapshot.unsubscribeURL)
    }

    /// The people of each file of records: all in one, or so many that no file is too large for memory.
    static func parts(
        of people: [SubscriberRoll.Person], size: Int = largestPart
    ) -> [(suffix: String, people: ArraySlice<SubscriberRoll.Person>)] {
        let count = (people.count + size - 1) / size
        guard count > 1 else { return [("", people[...])] }
        let width = String(count).count
        return (0..<count).map { index in
            let number = String(index + 1)
            let padding = String(repeating: "0", count: width - number.count)
            return ("-" + padding + number, people[index * size..<min((index + 1) * size, people.count)])
        }
    }

    /// How many people's records one file holds.
    static let largestPart = 10_000

    /// The names that notices.yaml gives notices, by digest; of several names the newest.
    static func noticeNames(_ library: Library) -> [String: String] {
        Dictionary(
            library.subscribers.notices.map { ($0.notice.digest, $0.id) }, uniquingKeysWith: { _, newest in newest })
    }

    private static func artifact(
        _ path: String, render: @escaping @Sendable () throws -> [UInt8]
    ) throws(ArtifactPathError) -> Artifact {
        Artifact(product: .subscribers, path: try ArtifactPath(path), audience: .private) { .bytes(try render()) }
    }
}
