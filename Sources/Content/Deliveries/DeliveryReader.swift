import CSV
import Dates
import Diagnostics
import Evaluation

/// Reads what was delivered of a school: deliveries.csv, and of each version a snapshot of what it told.
///
/// A ledger that is damaged is one error. None of it is quoted: nobody but the practice knows who was given a booklet.
struct DeliveryReader {
    let folder: ContentFolder
    /// The school's folder.
    let root: String

    static let file = "deliveries.csv"

    /// The snapshots that there are.
    var snapshotFiles: [String] { folder.files(in: root + "/deliveries", suffix: ".json") }

    /// What was delivered, in the order of the file; none where there is no ledger, and where it was reported as damaged.
    func read(log: inout DiagnosticLog) -> [Delivery] {
        var found = DiagnosticLog()
        let deliveries = readLedger(log: &found)
        if !found.hasErrors { checkSnapshots(of: deliveries, log: &found) }
        // What follows from the first mistake is no mistake of its own.
        if let first = found.diagnostics.first { log.report(first) }
        return found.hasErrors ? [] : deliveries
    }

    /// Which version a booklet is that tells this.
    func edition(of told: BookletSnapshot, after deliveries: [Delivery], log: inout DiagnosticLog) -> Edition {
        guard let last = deliveries.last, let json = try? told.json() else { return Edition(version: 1) }
        let isDelivered = SHA256Digest.hex(of: json) == last.snapshotSHA256
        let version = isDelivered ? last.version : last.version + 1
        guard let previous = deliveries.first(where: { $0.version == version - 1 }) else {
            return Edition(version: version, isDelivered: isDelivered)
        }
        let file = snapshotFile(previous.version)
        guard let source = folder.read(file, isConfidential: true, log: &log),
            let earlier = try? BookletSnapshot(json: source.bytes)
        else {
            log.report(damage(file, "this is no snapshot of a booklet"))
            return Edition(version: version, isDelivered: isDelivered)
        }
        return Edition(
            version: version, isDelivered: isDelivered, previous: previous,
            changes: BookletChanges(from: earlier, to: told))
    }

    private func snapshotFile(_ version: Int) -> String { "\(root)/deliveries/\(version).json" }

    private func readLedger(log: inout DiagnosticLog) -> [Delivery] {
        let file = root + "/" + Self.file
        guard folder.contains(file), let source = folder.read(file, isConfidential: true, log: &log),
            let table = CSVTable(source, log: &log)
        else { return [] }
        guard table.rowCount > 0, table.row(0).map(\.trimmed) == Delivery.columns else {
            log.report(
                Diagnostic(
                    path: source.path, message: "this is no ledger of deliveries",
                    hint: "prowess deliver writes it, beginning with \(Delivery.columns.joined(separator: ",")); "
                        + "put the file back as it was"))
            return []
        }
        var deliveries: [Delivery] = []
        for row in 1..<max(1, table.rowCount) {
            switch LedgerRow.read(table.row(row).map(\.trimmed), after: deliveries) {
            case .success(let delivery): deliveries.append(delivery)
            case .failure(let problem):
                log.report(table.diagnostic(row: row, problem.message, hint: Self.hint))
                return []
            }
        }
        return deliveries
    }

    /// Each version needs its snapshot as it was written, and no snapshot may be left over.
    private func checkSnapshots(of deliveries: [Delivery], log: inout DiagnosticLog) {
        let last = deliveries.last?.version ?? 0
        for version in 1..<(last + 1) {
            let file = snapshotFile(version)
            guard folder.contains(file) else {
                return log.report(damage(file, "there is no such file, and \(Self.file) says that it was delivered"))
            }
            let digest = deliveries.first { $0.version == version }?.snapshotSHA256
            guard let source = folder.read(file, isConfidential: true, log: &log) else { return }
            guard SHA256Digest.hex(of: source.bytes) == digest else {
                return log.report(damage(file, "this snapshot is not the one that was delivered"))
            }
        }
        let known = Set((1..<(last + 1)).map(snapshotFile))
        for file in folder.files(in: root + "/deliveries", deep: true) where !known.contains(file) {
            guard file == snapshotFile(last + 1) else {
                return log.report(damage(file, "\(Self.file) has no line for this file"))
            }
            // A delivery that was cut off leaves one behind.
            log.report(
                Diagnostic(
                    .warning, path: folder.shown(file), message: "\(Self.file) has no line for this file",
                    hint: "a delivery was cut off, or the ledger lost its last line: deliver again, or put it back"))
        }
    }

    private func damage(_ file: String, _ message: String) -> Diagnostic {
        Diagnostic(path: folder.shown(file), message: message, hint: Self.hint)
    }

    private static let hint = "put the file back as it was: it tells what changed since the last booklet"
}
