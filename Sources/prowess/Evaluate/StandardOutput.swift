import Foundation

/// Where standard output goes.
enum StandardOutput {
    /// A file's path on disk.
    struct Path {
        let string: String

        /// Whether the file is in a folder, links resolved.
        func isInside(_ folder: String) -> Bool {
            let root = URL(fileURLWithPath: folder).resolvingSymlinksInPath().standardizedFileURL.path
            let file = URL(fileURLWithPath: string).resolvingSymlinksInPath().standardizedFileURL.path
            return file.hasPrefix(root + "/")
        }
    }

    /// The file that standard output is written to; nil for a terminal or a pipe.
    static var path: Path? {
        var status = stat()
        guard fstat(STDOUT_FILENO, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        #if os(Linux)
            return (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(STDOUT_FILENO)"))
                .map(Path.init)
        #else
            var buffer = [CChar](repeating: 0, count: Int(MAXPATHLEN))
            guard fcntl(STDOUT_FILENO, F_GETPATH, &buffer) == 0 else { return nil }
            return Path(
                string: buffer.withUnsafeBufferPointer {
                    String(decoding: $0.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
                })
        #endif
    }
}
