import CSV
import Consent
import Crypto
import Diagnostics

/// The tables of a file by what is in them, as events name the file that they were read from.
public enum FileDigests {
    /// The path and the SHA-256, in lower-case hexadecimal, of a file, or of every table in a ZIP when unpacked. Nothing of what
    /// they say is looked at, and no more than a piece is in memory.
    /// - Throws: what keeps the file from being read.
    public static func tables(of path: String) throws(DiagnosticLog) -> [(path: String, digest: String)] {
        let file = try InputFile(path: path)
        do {
            var beginning = [UInt8](repeating: 0, count: 4)
            _ = try beginning.withUnsafeMutableBytes(file.source())
            guard ZipArchive.isZip(beginning) else { return [(path, try digest(file.source()))] }
            let archive = try ZipArchive(file, limits: ZipLimits())
            return try archive.entries.map { (path + "/" + $0.name, try digest(archive.source($0))) }
        } catch {
            throw ReadingFailure.log(error, path: path)
        }
    }

    private static func digest(_ source: ByteSource) throws -> String {
        var hash = SHA256()
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { block.deallocate() }
        while case let count = try source(block), count > 0 {
            hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: block[..<count]))
        }
        return Digest.hex(Array(hash.finalize()))
    }
}
