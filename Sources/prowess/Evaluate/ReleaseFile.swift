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
        guard let text = try text(adding: release, to: path) else { return false }
        var files = PrivateFiles()
        defer { files.discard() }
        try files.stage(Array(text.utf8), for: path)
        try files.commit()
        return true
    }

    /// The whole file with a release at its end; nil where the very same was noted before.
    static func text(adding release: Release, to path: String) throws -> String? {
        let existing = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
        guard existing != nil || !FileManager.default.fileExists(atPath: path) else {
            throw ValidationError("\(path) can't be read, and is not written over.")
        }
        var writer = CSVWriter(header: ["date", "audience", "name", "count"])
        let header = writer.text
        for (name, count) in release.counts.sorted(by: { $0.key < $1.key }) {
            writer.append([release.date.iso8601, release.audience, name, String(count)])
        }
        let rows = String(writer.text.dropFirst(header.count))
        if let existing, existing.contains(rows) { return nil }
        // A spreadsheet or an editor may have left the last line open.
        let start = existing.map { $0.hasSuffix("\n") || $0.hasSuffix("\r\n") ? $0 : $0 + "\n" } ?? header
        return start + rows
    }
}
