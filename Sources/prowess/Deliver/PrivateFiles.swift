import ArgumentParser
import Foundation

/// Writes several files of the practice's own so that each is old or new, and none is new unless all could be written.
struct PrivateFiles {
    private var staged: [(temporary: String, path: String)] = []

    /// Writes a file beside its place, for the practice's own account alone.
    mutating func stage(_ bytes: [UInt8], for path: String) throws {
        let temporary = Self.temporaryName(for: path)
        staged.append((temporary, path))
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.failure(path) }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Self.failure(path) }
            written += count
        }
        guard fsync(descriptor) == 0 else { throw Self.failure(path) }
    }

    /// Moves all staged files into place, in the order in which they were staged.
    mutating func commit() throws {
        while let (temporary, path) = staged.first {
            guard rename(temporary, path) == 0 else { throw Self.failure(path) }
            staged.removeFirst()
        }
    }

    /// Removes what was staged and not moved.
    func discard() {
        for (temporary, _) in staged { unlink(temporary) }
    }

    /// Makes a folder that only the practice's own account may enter, where it isn't there.
    static func makeFolder(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw ValidationError("\(path) can't be made: \(error.localizedDescription)")
        }
    }

    /// A hidden name, which reading Content/ leaves out, beside a file.
    private static func temporaryName(for path: String) -> String {
        let url = URL(fileURLWithPath: path)
        return url.deletingLastPathComponent().path + "/.\(url.lastPathComponent).\(getpid())"
    }

    private static func failure(_ path: String) -> ValidationError {
        ValidationError("\(path) can't be written: \(String(cString: strerror(errno)))")
    }
}
