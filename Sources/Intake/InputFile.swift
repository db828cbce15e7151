import CSV
import Diagnostics
import Foundation

/// A regular file that is open for reading, from its beginning as often as is wanted.
final class InputFile {
    let path: String
    let descriptor: Int32
    /// Its size in bytes when it was opened.
    let size: Int
    private let modified: timespec

    /// - Throws: a diagnostic where there is no such file, or something else than a file.
    init(path: String) throws(DiagnosticLog) {
        self.path = path
        // Not blocking, so that a pipe that nobody writes to is told of rather than waited for.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw Self.cannotOpen(path, errno) }
        self.descriptor = descriptor
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            close(descriptor)
            throw Self.cannotOpen(path, errno)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            let isFolder = status.st_mode & S_IFMT == S_IFDIR
            throw Self.log(
                path, isFolder ? "this is a folder" : "this is no regular file",
                hint: isFolder ? "name the files in it" : "save what it gives as a file and name that")
        }
        size = Int(status.st_size)
        modified = status.st_mtim
    }

    deinit { close(descriptor) }

    /// The file's bytes from its beginning.
    func source() -> ByteSource {
        var offset = 0
        return { [self] buffer in
            while true {
                let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
                if count >= 0 {
                    offset += count
                    return count
                }
                guard errno == EINTR else {
                    throw Self.log(path, "this file can't be read: \(String(cString: strerror(errno)))")
                }
            }
        }
    }

    /// Whether somebody has written to the file since it was opened.
    var hasChanged: Bool {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return true }
        return Int(status.st_size) != size || status.st_mtim.tv_sec != modified.tv_sec
            || status.st_mtim.tv_nsec != modified.tv_nsec
    }

    private static func cannotOpen(_ path: String, _ code: Int32) -> DiagnosticLog {
        var status = stat()
        let isLink = lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
        return switch code {
        case ENOENT where isLink: log(path, "this link leads to no file")
        case ENOENT, ENOTDIR: log(path, "there is no such file")
        case EACCES: log(path, "nobody lets you read this file", hint: "change its permissions")
        default: log(path, "this file can't be opened: \(String(cString: strerror(code)))")
        }
    }

    static func log(_ path: String, _ message: String, hint: String? = nil) -> DiagnosticLog {
        DiagnosticLog([Diagnostic(path: path, message: message, hint: hint)])
    }
}
