import ArgumentParser
import CSV
import Evaluation
import Foundation

/// Writes releases.csv, the ledger of what a school's booklets have told, to whomever.
enum ReleaseFile {
    /// Adds a release, unless the very same was noted before; says whether it was new.
    ///
    /// The file is replaced as a whole, so that a full disk or a kill leaves the old one.
    static func append(_ release: Release, to path: String) throws -> Bool {
        let url = URL(fileURLWithPath: path)
        let existing = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
        var writer = CSVWriter(header: ["date", "audience", "name", "count"])
        let header = writer.text
        for (name, count) in release.counts.sorted(by: { $0.key < $1.key }) {
            writer.append([release.date.iso8601, release.audience, name, String(count)])
        }
        let rows = String(writer.text.dropFirst(header.count))
        if let existing, existing.contains(rows) { return false }
        do {
            // A spreadsheet or an editor may have left the last line open.
            let start = existing.map { $0.hasSuffix("\n") || $0.hasSuffix("\r\n") ? $0 : $0 + "\n" } ?? header
            try Data((start + rows).utf8).write(to: url, options: .atomic)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        } catch {
            throw ValidationError("\(path) can't be written: \(error.localizedDescription)")
        }
        return true
    }
}
