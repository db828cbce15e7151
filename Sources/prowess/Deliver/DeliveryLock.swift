import Diagnostics
import Foundation

/// Keeps two deliveries of one school from noting at the same time. The lock ends with the process at the latest.
struct DeliveryLock {
    private let descriptor: CInt

    /// Takes the lock of a school's folder; where there is no such folder there is nothing to lock.
    init(_ folder: String) throws(DiagnosticLog) {
        descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK else { return }
        close(descriptor)
        throw DiagnosticLog([
            Diagnostic(
                path: folder, message: "this school is being delivered already", hint: "wait for the other to end")
        ])
    }

    func release() {
        if descriptor >= 0 { close(descriptor) }
    }
}
