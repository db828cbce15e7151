import CSV
import Consent
import Crypto
import Diagnostics
import Foundation

/// One table: a file, or an entry of a ZIP, of which it is known how to read it.
public struct IntakePart {
    /// What it is called: the file's path, with the entry's name behind it in a ZIP.
    public let path: String
    /// What wrote it.
    public var format: IntakeFormat { layout.shape.format }
    /// The SHA-256 of its bytes, unpacked, in lower-case hexadecimal.
    public let digest: String

    let layout: ColumnLayout
    let text: Text
    let open: () throws(DiagnosticLog) -> ByteSource

    /// How its bytes are to be read.
    enum Text {
        case table(TextEncoding)
        case json
    }
}

/// Looks at all of a table once, for its digest and its encoding, and then at its header.
struct PartReader {
    let path: String
    let name: String
    let options: IntakeOptions
    let open: () throws(DiagnosticLog) -> ByteSource

    /// - Parameter warnings: receives what does not keep the table from being read.
    func read(warnings: inout DiagnosticLog) throws(DiagnosticLog) -> IntakePart {
        let scanned = try failing { try scan() }
        guard let first = scanned.first else {
            throw InputFile.log(path, "this file is empty", hint: "export it again")
        }
        let isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
        guard !isJSON || scanned.encoding == .utf8 else {
            throw InputFile.log(path, "this JSON is not in UTF-8, as all JSON is", hint: "export it again")
        }
        let layout = isJSON ? try jsonLayout(&warnings) : try tableLayout(scanned.encoding, &warnings)
        return IntakePart(
            path: path, digest: scanned.digest, layout: layout, text: isJSON ? .json : .table(scanned.encoding),
            open: open)
    }

    private struct Scan {
        var digest: String
        var encoding: TextEncoding
        /// The first byte that is no blank and no byte order mark.
        var first: UInt8?
    }

    private func scan() throws -> Scan {
        let source = try open()
        var hash = SHA256()
        var text = TextScan()
        var first: UInt8?
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { block.deallocate() }
        while case let count = try source(block), count > 0 {
            let bytes = UnsafeRawBufferPointer(rebasing: block[..<count])
            hash.update(bufferPointer: bytes)
            text.add(bytes)
            if first == nil { first = bytes.first { $0 > 0x20 && ![0xEF, 0xBB, 0xBF, 0xFF, 0xFE].contains($0) } }
        }
        return Scan(
            digest: Digest.hex(Array(hash.finalize())),
            encoding: try text.encoding(), first: first)
    }

    private func tableLayout(
        _ encoding: TextEncoding, _ warnings: inout DiagnosticLog
    ) throws(DiagnosticLog) -> ColumnLayout {
        var header: [String] = []
        try failing {
            var stream = CSVStream(encoding: encoding, blockSize: 1 << 14, source: try open())
            try stream.forEachRow { row, _ in
                header = (0..<row.count).map { row[$0].trimmed }
                return false
            }
        }
        let layout = try FormatSearch(options: options).layout(header: header, name: name, path: path)
        var log = DiagnosticLog()
        layout.report(path: path, to: &log)
        guard !log.hasErrors else { throw log }
        warnings.merge(log)
        if layout.shape.format == .generic, let warning = UnreadColumns(layout, path: path).warning {
            warnings.report(warning)
        }
        return layout
    }

    private func jsonLayout(_ warnings: inout DiagnosticLog) throws(DiagnosticLog) -> ColumnLayout {
        var keys: [String] = []
        try failing {
            var records = JSONRecords(blockSize: 1 << 14, source: try open())
            // A damaged record is refused when rows are read; what the file is, the first that is whole says.
            try records.forEachRecord { record, _ in
                var reader = JSONMemberReader(record)
                keys = reader.members()?.map(\.key) ?? []
                return keys.isEmpty
            }
        }
        let layout = try FormatSearch(options: options).jsonLayout(keys: keys, path: path)
        if layout.shape.format == .generic,
            let warning = UnreadColumns(keys: unreadKeys(layout.shape), path: path).warning
        {
            warnings.report(warning)
        }
        return layout
    }

    /// The keys of all records that stand for no field, the first 1,000 of them: who left may be the one record that tells so.
    private func unreadKeys(_ shape: IntakeShape) -> [String] {
        let read = Set(shape.columns.flatMap(\.names).map(folded))
        var known: Set<String> = []
        var keys: [String] = []
        do {
            var records = JSONRecords(source: try open())
            try records.forEachRecord { record, _ in
                var reader = JSONMemberReader(record)
                for (key, _) in reader.members() ?? [] where known.count < 1_000 && known.insert(key).inserted {
                    if !read.contains(folded(key)) { keys.append(key) }
                }
                return known.count < 1_000
            }
        } catch {
            // What keeps the file from being read on is told when its rows are read.
            return keys
        }
        return keys
    }

    private func failing<Result>(_ body: () throws -> Result) throws(DiagnosticLog) -> Result {
        do { return try body() } catch { throw ReadingFailure.log(error, path: path) }
    }
}
