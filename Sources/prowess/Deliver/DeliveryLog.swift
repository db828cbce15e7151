import CSV
import Content
import Dates
import Evaluation
import Foundation

/// Puts a ZIP in its place and notes that it was delivered.
///
/// Everything is written beside its place first; then the ZIP is moved, and only then the ledgers. A kill between two moves
/// leaves a ZIP without a line, or counts that are noted as told and weren't: delivering again completes it.
struct DeliveryLog {
    let school: School
    /// The school's folder, as the author knows it.
    let folder: String

    private var ledger: String { folder + "/deliveries.csv" }
    private var releases: String { folder + "/releases.csv" }

    /// Whether the very same file was delivered to the same audience before.
    func isNoted(_ delivery: Delivery) -> Bool { school.deliveries.contains { $0.isOfSameFile(as: delivery) } }

    /// Writes the ZIP, and notes the delivery unless it is noted already.
    func record(_ delivery: Delivery, zip: [UInt8], at path: String, snapshot: [UInt8]) throws {
        var files = PrivateFiles()
        defer { files.discard() }
        try files.stage(zip, for: path)
        if !isNoted(delivery) {
            if !school.edition.isDelivered {
                try PrivateFiles.makeFolder(folder + "/deliveries")
                try files.stage(snapshot, for: "\(folder)/deliveries/\(delivery.version).json")
            }
            if let text = try ReleaseFile.text(adding: release(delivery), to: releases) {
                try files.stage(Array(text.utf8), for: releases)
            }
            try files.stage(Array(ledgerText(adding: delivery).utf8), for: ledger)
        }
        try files.commit()
    }

    /// What the delivery tells its audience.
    private func release(_ delivery: Delivery) -> Release {
        Release(date: delivery.date, audience: delivery.audience, counts: school.evaluation.numbers.counts)
    }

    private func ledgerText(adding delivery: Delivery) -> String {
        var writer = CSVWriter(header: Delivery.columns)
        for delivery in school.deliveries + [delivery] { writer.append(delivery.row) }
        return writer.text
    }
}
