import Foundation

/// Finds out who keeps others from writing a ledger.
enum LockHolder {
    /// The process that holds a lock on the ledger, such as `process 4711 (prowess signup serve)`; nil where the system does
    /// not tell, or it is this process.
    ///
    /// The kernel's list is read instead of asking for the lock: closing a file that was opened to ask would drop this
    /// process's own locks on it (POSIX, fcntl).
    /// - Parameter isWriting: whether only who writes is meant; else whoever has the ledger open.
    static func describe(_ path: String, isWriting: Bool = true) -> String? {
        let inodes = Set(["", "-shm", "-wal"].compactMap { inode(path + $0) })
        guard !inodes.isEmpty, let list = try? String(contentsOfFile: "/proc/locks", encoding: .utf8) else {
            return nil
        }
        for line in list.split(separator: "\n") where !isWriting || line.contains(" WRITE ") {
            // 1: POSIX ADVISORY WRITE 4711 08:01:123456 120 120
            let fields = line.split(separator: " ").drop { !$0.allSatisfy(\.isNumber) }
            guard fields.count >= 2, let process = fields.first.flatMap({ Int32($0) }), process != getpid(),
                let inode = fields.dropFirst().first?.split(separator: ":").last, inodes.contains(String(inode))
            else { continue }
            return "process \(process)" + (command(of: process).map { " (\($0))" } ?? "")
        }
        return nil
    }

    private static func inode(_ path: String) -> String? {
        var status = stat()
        return stat(path, &status) == 0 ? String(status.st_ino) : nil
    }

    /// The command's name and the words of it that are no file and no address.
    private static func command(of process: Int32) -> String? {
        guard let line = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") else { return nil }
        let words = line.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        guard let name = words.first.map({ URL(fileURLWithPath: $0).lastPathComponent }) else { return nil }
        return ([name] + words.dropFirst().prefix { $0.allSatisfy { $0.isLetter || $0 == "-" } }).joined(separator: " ")
    }
}
