import Foundation
import Ledger

/// A ledger to try something on: a copy in a folder of its own, which is thrown away. Nobody waits for a try, and nothing of who
/// was only tried stays in the ledger's log.
struct TrialLedger {
    let ledger: Ledger
    private let folder: String

    /// Copies a ledger; begins an empty one where there is none.
    init(of path: String, wait: Double = 10) throws {
        folder = FileManager.default.temporaryDirectory.path + "/prowess-\(UUID().uuidString)"
        try PrivateFiles.makeFolder(folder)
        do {
            let copy = folder + "/ledger.sqlite"
            if FileManager.default.fileExists(atPath: path) {
                _ = try Ledger(reading: path, wait: wait).backup(to: copy)
            }
            ledger = try Ledger(path: copy, creates: true)
        } catch {
            try? FileManager.default.removeItem(atPath: folder)
            throw error
        }
    }

    /// Throws the copy away.
    func discard() { try? FileManager.default.removeItem(atPath: folder) }
}
