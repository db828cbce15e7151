import Foundation

/// One process's turn to lay out a ledger in a folder. It ends with the process at the latest.
///
/// The folder is locked, not the ledger: closing a file that SQLite has open too would drop SQLite's own locks.
struct FolderTurn {
    private let descriptor: CInt

    /// Waits for the turn; nil where the folder can't be opened, which opening the ledger in it then tells.
    init?(of path: String) {
        descriptor = open(
            URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
    }

    func end() { close(descriptor) }
}
