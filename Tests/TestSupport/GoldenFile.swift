import Foundation
import Testing

/// Expects a text to be that of the file in `Golden/` beside the test.
///
/// Run with `UPDATE_GOLDEN=1` to write the files anew; then read what changed before it is committed.
public func expectGolden(
    _ text: String, _ name: String, filePath: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let url = URL(fileURLWithPath: filePath).deletingLastPathComponent().appendingPathComponent("Golden/\(name)")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }
    let golden = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    guard text != golden else { return }
    let (new, old) = (text.split(separator: "\n"), golden.split(separator: "\n"))
    let line = zip(new, old).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(new.count, old.count)
    let comment = """
        \(name) differs from line \(line + 1) on
        was: \(old.count > line ? old[line] : "(end)")
        is:  \(new.count > line ? new[line] : "(end)")
        """
    Issue.record("\(comment)", sourceLocation: sourceLocation)
}
