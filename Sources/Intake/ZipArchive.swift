import CLibZip
import CSV
import Diagnostics
import Foundation

/// A ZIP whose entries are read one after another without unpacking it, within limits.
///
/// Names of entries are only shown. A ZIP bomb is refused by what its directory says, and by what is really read where that says
/// something else.
final class ZipArchive {
    private let archive: OpaquePointer
    private let path: String
    private let limits: ZipLimits
    /// The CSV and JSON files in it.
    let entries: [ZipEntry]

    /// Whether a file begins as a ZIP does (APPNOTE 4.3.7 and, for an empty one, 4.3.16).
    static func isZip(_ beginning: [UInt8]) -> Bool {
        beginning.starts(with: [0x50, 0x4B, 0x03, 0x04]) || beginning.starts(with: [0x50, 0x4B, 0x05, 0x06])
    }

    /// Opens the archive and looks at its directory.
    init(_ file: InputFile, limits: ZipLimits) throws(DiagnosticLog) {
        path = file.path
        self.limits = limits
        var code: Int32 = 0
        let copy = dup(file.descriptor)
        guard copy >= 0 else { throw InputFile.log(path, "this ZIP can't be opened") }
        guard let archive = zip_fdopen(copy, ZIP_CHECKCONS, &code) else {
            close(copy)
            throw InputFile.log(
                path, "this ZIP is broken: \(Self.text(of: code))", hint: "download the export again")
        }
        self.archive = archive
        do throws(DiagnosticLog) {
            entries = try Self.entries(of: archive, path: path, fileSize: file.size, limits)
        } catch {
            zip_discard(archive)
            throw error
        }
    }

    deinit { zip_discard(archive) }

    /// An entry's bytes, unpacked.
    func source(_ entry: ZipEntry) throws(DiagnosticLog) -> ByteSource {
        let shown = path + "/" + entry.name
        guard let file = zip_fopen_index(archive, zip_uint64_t(entry.index), 0) else {
            throw InputFile.log(
                shown, "this file in the ZIP can't be unpacked: \(String(cString: zip_strerror(archive)))",
                hint: "unpack it yourself and name the CSV files")
        }
        let open = OpenEntry(file)
        var count = 0
        return { [self] buffer in
            let read = zip_fread(open.file, buffer.baseAddress, zip_uint64_t(buffer.count))
            guard read >= 0 else {
                throw InputFile.log(
                    shown, "this file in the ZIP is broken: \(String(cString: zip_file_strerror(open.file)))",
                    hint: "download the export again")
            }
            count += Int(read)
            guard count <= entry.size, count <= limits.totalSize else {
                throw InputFile.log(shown, "this file in the ZIP is larger than the ZIP says")
            }
            _ = self
            return Int(read)
        }
    }

    private static func entries(
        of archive: OpaquePointer, path: String, fileSize: Int, _ limits: ZipLimits
    ) throws(DiagnosticLog) -> [ZipEntry] {
        let count = Int(zip_get_num_entries(archive, 0))
        guard count <= limits.entryCount else {
            throw InputFile.log(path, "this ZIP has more than \(limits.entryCount) files in it, as no export has")
        }
        var entries: [ZipEntry] = []
        var total = 0
        for index in 0..<count {
            var status = zip_stat_t()
            zip_stat_init(&status)
            guard zip_stat_index(archive, zip_uint64_t(index), 0, &status) == 0, let name = status.name,
                status.valid & zip_uint64_t(ZIP_STAT_SIZE) != 0, let size = Int(exactly: status.size)
            else { throw InputFile.log(path, "this ZIP is broken", hint: "download the export again") }
            let entry = ZipEntry(index: index, name: String(cString: name), size: size)
            (total, _) = total.addingReportingOverflow(size)
            let ratio = Double(size) / Double(max(1, status.comp_size))
            guard size <= limits.totalSize, total >= 0, total <= limits.totalSize,
                size <= limits.alwaysAllowedSize || ratio <= limits.ratio,
                total <= limits.alwaysAllowedSize || Double(total) / Double(max(1, fileSize)) <= limits.ratio
            else {
                throw InputFile.log(
                    path + "/" + entry.name, "this ZIP would unpack to far more than an export has",
                    hint: "unpack it yourself where you trust it, and name the CSV files")
            }
            guard entry.isTable else { continue }
            guard status.encryption_method == ZIP_EM_NONE else {
                throw InputFile.log(
                    path + "/" + entry.name, "this file in the ZIP is encrypted",
                    hint: "unpack it with its password and name the CSV files")
            }
            entries.append(entry)
        }
        guard !entries.isEmpty else {
            throw InputFile.log(
                path, "there is no CSV file in this ZIP", hint: "if it is a spreadsheet, save it as CSV")
        }
        return entries
    }

    private static func text(of code: Int32) -> String {
        var error = zip_error_t()
        zip_error_init_with_code(&error, code)
        defer { zip_error_fini(&error) }
        return String(cString: zip_error_strerror(&error))
    }
}

/// What a ZIP may have.
struct ZipLimits {
    /// How many files.
    var entryCount = 1_000
    /// How many bytes unpacked, all files together.
    var totalSize = 8 << 30
    /// How many times larger unpacked than packed. Tables of addresses are packed to a tenth, the dullest to a hundredth.
    var ratio = 200.0
    /// How many bytes do no harm, whatever they were packed to.
    var alwaysAllowedSize = 16 << 20
}

/// A file in a ZIP.
struct ZipEntry {
    let index: Int
    /// What it is called, for people to read; never a path to write to.
    let name: String
    /// How many bytes it has unpacked, as the ZIP says.
    let size: Int

    /// Its name without folders.
    var baseName: String { name.split(separator: "/").last.map(String.init) ?? name }

    /// Whether it is a table rather than what a Mac adds.
    var isTable: Bool {
        let lower = name.lowercased()
        return [".csv", ".json", ".jsonl"].contains { lower.hasSuffix($0) } && !lower.hasPrefix("__macosx/")
            && !baseName.hasPrefix("._")
    }
}

/// Closes an entry when nobody reads it any more.
private final class OpenEntry {
    let file: OpaquePointer
    init(_ file: OpaquePointer) { self.file = file }
    deinit { zip_fclose(file) }
}
