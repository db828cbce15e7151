import Consent
import Diagnostics
import Dispatch
import Intake
import Ledger
import Synchronization

/// Takes files of sign-ups and of mail tools' subscribers into the ledger.
public struct SubscriberImport: Sendable {
    /// The ledger.
    let ledger: Ledger
    /// All notices that the form has shown; the ledger keeps their words.
    let notices: [Notice]
    /// When it is recorded: seconds since 1970-01-01T00:00:00Z.
    let now: Int

    /// How many rows go from thread to thread at once.
    private static let batchSize = 2_000
    /// About how many rows are one transaction. A killed import has taken in whole ones, and the next one goes on from there.
    private static let transactionSize = 50_000

    /// Creates an import.
    public init(ledger: Ledger, notices: [Notice], now: Int) {
        self.ledger = ledger
        self.notices = notices
        self.now = now
    }

    /// Takes a file in.
    ///
    /// Importing again changes nothing: what the ledger has is found by what it says, whatever file says it. One thread reads
    /// while another writes.
    /// - Parameter path: the file as the author knows it.
    /// - Returns: what became of its rows, and what kept the file from being read to its end.
    /// - Throws: `LedgerError`.
    public func take(_ file: IntakeFile, path: String) throws -> ImportReport {
        let report = ImportReport(path: path, format: file.format.rawValue)
        let paths = Dictionary(file.parts.map { ($0.digest, $0.path) }, uniquingKeysWith: { first, _ in first })
        let batches = RowBatches()
        let written = Mutex<Result<ImportReport, any Error>>(.success(report))
        let end = DispatchSemaphore(value: 0)
        DispatchQueue.global().async {
            let result = Result { try write(batches, report, paths) }
            if case .failure = result { batches.cancel() }
            written.withLock { $0 = result }
            end.signal()
        }
        let read = Result { try send(file, to: batches) }
        // After a failure too: what was read before it is written.
        try? batches.send(nil)
        end.wait()
        var final = try written.withLock { $0 }.get()
        do {
            try read.get()
        } catch let log as DiagnosticLog {
            final.failure = log
        }
        return final
    }

    private func send(_ file: IntakeFile, to batches: RowBatches) throws {
        var batch: [IntakeRow] = []
        do {
            try file.read { row in
                batch.append(row)
                guard batch.count == Self.batchSize else { return }
                try batches.send(batch)
                batch = []
            }
        } catch let log as DiagnosticLog {
            // What was read before it is written.
            try batches.send(batch)
            throw log
        }
        try batches.send(batch)
    }

    private func write(_ batches: RowBatches, _ empty: ImportReport, _ paths: [String: String]) throws -> ImportReport {
        var report = empty
        /// Whether there may be more after so many rows.
        func record(atMost most: Int, _ writer: inout LedgerWriter) throws -> Bool {
            var count = 0
            while count < most {
                guard let batch = batches.next() else { return false }
                for row in batch { try take(row, path: paths[row.file] ?? empty.path, &writer, &report) }
                count += batch.count
            }
            return true
        }
        try ledger.write(at: now, addNotices)
        while try ledger.write(at: now, { try record(atMost: Self.transactionSize, &$0) }) {}
        return report
    }

    private func addNotices(_ writer: inout LedgerWriter) throws {
        for notice in notices { try writer.add(notice) }
    }

    private func take(
        _ row: IntakeRow, path: String, _ writer: inout LedgerWriter, _ report: inout ImportReport
    ) throws {
        let place = ImportReport.Place(path: path, line: row.line)
        switch row.content {
        case .refused(let reason): report.refuse(place, reason)
        case .person(let person):
            let outcome = try writer.record(
                person.facts, of: person.address, name: person.name,
                source: EventSource(tool: row.tool, file: row.file, row: row.row))
            let isTaken = outcome.refusal == nil || !outcome.events.isEmpty
            if let reason = outcome.refusal?.description ?? person.refusal {
                report.refuse(place, reason, isPartial: isTaken)
            }
            guard isTaken else { return }
            if person.address.isRole, report.roles.count < ImportReport.mostPlaces { report.roles.append(place) }
            report.count(outcome.events.map(\.kind))
        }
    }
}

extension ImportReport {
    /// Counts a row once, by the most that it told.
    fileprivate mutating func count(_ kinds: [EventKind]) {
        if kinds.contains(where: { [.withdrawn, .bounced, .complained].contains($0) }) {
            withdrawn += 1
        } else if kinds.contains(.confirmed) {
            confirmed += 1
        } else if kinds.isEmpty {
            unchanged += 1
        } else {
            added += 1
        }
    }
}
