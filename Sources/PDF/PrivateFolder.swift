import Diagnostics
import Foundation

/// A folder for temporary files that only this account may enter, removed with the value that made it.
final class PrivateFolder: Sendable {
    /// Where it is.
    let path: String

    /// Makes a folder in the machine's folder for temporary files.
    init() throws(DiagnosticLog) {
        let parent = FileManager.default.temporaryDirectory.path
        var template = Array("\(parent)/prowess-pdf-XXXXXX".utf8CString)
        guard let made = template.withUnsafeMutableBufferPointer({ $0.baseAddress.flatMap { mkdtemp($0) } }) else {
            throw .failure(of: parent, code: errno)
        }
        path = String(cString: made)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Makes a folder in it.
    func makeFolder(_ name: String) throws(DiagnosticLog) -> String {
        guard mkdir(path + "/" + name, 0o700) == 0 else { throw .failure(of: path, code: errno) }
        return path + "/" + name
    }

    /// Removes a file or folder in it.
    func remove(_ name: String) {
        try? FileManager.default.removeItem(atPath: path + "/" + name)
    }

    /// Writes a file in it that only this account may read.
    func write(_ bytes: some Sequence<UInt8>, to name: String) throws(DiagnosticLog) -> String {
        let file = path + "/" + name
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .failure(of: path, code: errno) }
        defer { close(descriptor) }
        let content = Array(bytes)
        var written = 0
        while written < content.count {
            let count = content.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress?.advanced(by: written), content.count - written)
            }
            guard count > 0 else { throw .failure(of: path, code: errno) }
            written += count
        }
        return file
    }
}

extension DiagnosticLog {
    /// One error about a call to the operating system that failed.
    static func failure(of path: String, code: CInt) -> DiagnosticLog {
        let isFull = code == ENOSPC || code == EDQUOT
        return DiagnosticLog([
            Diagnostic(
                path: path, message: isFull ? "there is no space left on the disk" : String(cString: strerror(code)),
                hint: isFull ? "make room and build again" : nil)
        ])
    }
}
