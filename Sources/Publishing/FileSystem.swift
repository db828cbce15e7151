import Foundation

/// A call to the operating system that failed.
struct FileError: Error, Equatable {
    let path: String
    let code: CInt

    /// What the author should know and do.
    var explanation: (message: String, hint: String?) {
        switch code {
        case ENOSPC, EDQUOT: ("there is no space left on the disk", "make room and build again; nothing was changed")
        case EROFS: ("the disk can't be written to", "choose another folder with --output")
        case EACCES, EPERM: ("you may not write here", "choose another folder with --output, or ask for permission")
        case ENOTDIR, EEXIST, EISDIR: ("a file stands where a folder must be, or the other way round", "move it away")
        case ELOOP: ("a link stands here, and links are not followed", "put a folder in its place")
        default: (String(cString: strerror(code)), nil)
        }
    }
}

/// The few file operations that publishing needs, each one call that succeeds or throws.
///
/// Every change of the disk goes through `step`, so that a test can end the world before any of them.
struct FileSystem: Sendable {
    /// Called before each change with what it is; a test's may throw.
    var step: @Sendable (String) throws -> Void = { _ in }

    /// What stands at a path, links not followed; nil where nothing does.
    func status(_ path: String) throws(FileError) -> stat? {
        var status = stat()
        if lstat(path, &status) == 0 { return status }
        guard errno == ENOENT || errno == ENOTDIR else { throw FileError(path: path, code: errno) }
        return nil
    }

    /// Makes a folder unless it is there; one that is there gets the mode. A link or a file in its place is an error.
    func makeFolder(_ path: String, mode: mode_t) throws {
        if let status = try status(path) {
            switch status.st_mode & S_IFMT {
            case S_IFDIR: break
            case S_IFLNK: throw FileError(path: path, code: ELOOP)
            default: throw FileError(path: path, code: ENOTDIR)
            }
            guard status.st_mode & 0o777 != mode else { return }
        } else {
            try step("mkdir \(path)")
            guard mkdir(path, mode) == 0 || errno == EEXIST else { throw FileError(path: path, code: errno) }
        }
        try step("chmod \(path)")
        guard chmod(path, mode) == 0 else { throw FileError(path: path, code: errno) }
    }

    /// Writes a new file.
    func write(_ bytes: UnsafeRawBufferPointer, to path: String, mode: mode_t) throws {
        try step("write \(path)")
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
        defer { close(descriptor) }
        // The process's umask may have taken bits away.
        guard fchmod(descriptor, mode) == 0 else { throw FileError(path: path, code: errno) }
        var written = 0
        while written < bytes.count {
            let count = Foundation.write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw FileError(path: path, code: count == 0 ? EIO : errno) }
            written += count
        }
    }

    /// Whether a file holds exactly these bytes.
    func holds(_ bytes: UnsafeRawBufferPointer, at path: String, size: Int) -> Bool {
        guard size == bytes.count, let content = read(path, size: size) else { return false }
        guard let wanted = bytes.baseAddress else { return true }
        return content.withUnsafeBytes { found in found.baseAddress.map { memcmp($0, wanted, size) == 0 } ?? true }
    }

    /// A file's bytes; nil where it can't be read whole.
    func read(_ path: String, size: Int) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        let content = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let got = Foundation.read(descriptor, buffer.baseAddress?.advanced(by: count), size - count)
                guard got > 0 else { break }
                count += got
            }
        }
        return content.count == size ? content : nil
    }

    /// Puts a file in another's place in one step.
    func move(_ path: String, to destination: String) throws {
        try step("rename \(destination)")
        guard rename(path, destination) == 0 else { throw FileError(path: destination, code: errno) }
    }

    /// Sets a file's mode.
    func setMode(_ mode: mode_t, of path: String) throws {
        try step("chmod \(path)")
        guard chmod(path, mode) == 0 else { throw FileError(path: path, code: errno) }
    }

    /// Removes a file; one that is gone already is no error.
    func removeFile(_ path: String) throws {
        try step("unlink \(path)")
        guard unlink(path) == 0 || errno == ENOENT else { throw FileError(path: path, code: errno) }
    }

    /// Removes a folder if nothing is in it.
    func removeEmptyFolder(_ path: String) throws {
        try step("rmdir \(path)")
        guard rmdir(path) == 0 || [ENOTEMPTY, EEXIST, ENOENT].contains(errno) else {
            throw FileError(path: path, code: errno)
        }
    }
}
