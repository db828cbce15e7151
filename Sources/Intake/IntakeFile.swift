import CSV
import Diagnostics
import Foundation

/// A file of sign-ups or of a mail tool's subscribers, of any size.
///
/// Opening it looks at all of it once, for its digest and its encoding; ``read(_:)`` goes through its rows. Memory does not grow
/// with the file. What is wrong with a row is told with the row, and no message quotes an address or a cell.
public struct IntakeFile {
    /// The tables in it: one, or those of a ZIP in the order of their names.
    public let parts: [IntakePart]
    /// What does not keep the file from being read, such as an optional column that is probably misspelled.
    public let warnings: DiagnosticLog
    private let file: InputFile
    private let options: IntakeOptions

    /// What wrote the file; of a ZIP, its first table.
    public var format: IntakeFormat { parts[0].format }

    /// The SHA-256 of the file in lower-case hexadecimal; of a ZIP, that of its first table when unpacked.
    public var digest: String { parts[0].digest }

    /// Opens a file.
    /// - Throws: what keeps it from being read: it is no regular file, nothing tells its format, a column that is needed is not
    ///   there or there twice, a ZIP is broken, encrypted or a bomb.
    public init(path: String, options: IntakeOptions) throws(DiagnosticLog) {
        try self.init(path: path, options: options, limits: ZipLimits())
    }

    init(path: String, options: IntakeOptions, limits: ZipLimits) throws(DiagnosticLog) {
        let file = try InputFile(path: path)
        self.file = file
        self.options = options
        try Self.checkColumns(options, path: path)
        let name = path.split(separator: "/").last.map(String.init) ?? path
        var parts: [IntakePart] = []
        var warnings = DiagnosticLog()
        if try Self.isZip(file) {
            let archive = try ZipArchive(file, limits: limits)
            var errors = DiagnosticLog()
            for entry in archive.entries.sorted(by: { ($0.name, $0.index) < ($1.name, $1.index) }) {
                guard entry.size > 0 else {
                    warnings.report(Diagnostic(.warning, path: path + "/" + entry.name, message: "this file is empty"))
                    continue
                }
                let reader = PartReader(path: path + "/" + entry.name, name: entry.baseName, options: options) {
                    () throws(DiagnosticLog) in try archive.source(entry)
                }
                do throws(DiagnosticLog) {
                    parts.append(try reader.read(warnings: &warnings))
                } catch {
                    errors.merge(error)
                }
            }
            guard !errors.hasErrors else { throw errors }
            guard !parts.isEmpty else { throw InputFile.log(path, "all CSV files in this ZIP are empty") }
        } else {
            let reader = PartReader(path: path, name: name, options: options) { () throws(DiagnosticLog) in
                file.source()
            }
            parts.append(try reader.read(warnings: &warnings))
        }
        self.parts = parts
        self.warnings = warnings
    }

    /// Calls a function with each row, in order.
    /// - Throws: what the function throws, or a ``DiagnosticLog`` where the file can't be read on; rows before that were given.
    public func read(_ body: (IntakeRow) throws -> Void) throws {
        for part in parts {
            let reader = PartRows(part: part, options: options)
            try reader.forEachRow(body)
        }
        guard !file.hasChanged else {
            throw InputFile.log(file.path, "this file was changed while it was read", hint: "run this again")
        }
    }

    private static func isZip(_ file: InputFile) throws(DiagnosticLog) -> Bool {
        var beginning = [UInt8](repeating: 0, count: 4)
        do {
            _ = try beginning.withUnsafeMutableBytes(file.source())
        } catch {
            throw ReadingFailure.log(error, path: file.path)
        }
        return ZipArchive.isZip(beginning)
    }

    private static func checkColumns(_ options: IntakeOptions, path: String) throws(DiagnosticLog) {
        let known = IntakeShape.genericColumns.map(\.name)
        var log = DiagnosticLog()
        for name in options.columns.keys.sorted() where !known.contains(name) {
            log.report(
                Diagnostic(
                    path: path, message: "the map of columns has \"\(name)\", which is no column of ours",
                    hint: NearestName.hint(for: name, among: known)))
        }
        guard !log.hasErrors else { throw log }
    }
}
