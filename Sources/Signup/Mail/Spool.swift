import Dispatch
import Foundation

/// Puts mails into a folder from which another program sends them.
struct Spool: MailCarrier {
    private let folder: String
    private let queue = DispatchQueue(label: "prowess.signup.spool")

    init(folder: String) { self.folder = folder }

    /// Each file is on disk under another name before it gets its own, and the folder is when this returns. A mail that is
    /// handed over again after a kill takes its own file's place, where that is still there.
    func carry(_ mails: [OutgoingMail]) async -> [Delivery] {
        await withCheckedContinuation { answer in
            queue.async { answer.resume(returning: write(mails)) }
        }
    }

    private func write(_ mails: [OutgoingMail]) -> [Delivery] {
        if mkdir(folder, 0o700) != 0, errno != EEXIST { return [.unreachable(problem("the spool folder"))] }
        let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { return [.unreachable(problem("the spool folder"))] }
        defer { close(directory) }
        var written = 0
        var failure: Delivery?
        for mail in mails {
            if let problem = write(mail, into: directory) {
                failure = .unreachable(problem)
                break
            }
            written += 1
        }
        guard fsync(directory) == 0 else { return [.unreachable(problem("the spool folder"))] }
        return Array(repeating: .handedOver, count: written) + (failure.map { [$0] } ?? [])
    }

    /// - Returns: what went wrong; nil where nothing did.
    private func write(_ mail: OutgoingMail, into directory: Int32) -> String? {
        let temporary = ".\(mail.name).part"
        let file = openat(directory, temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { return problem("a mail") }
        var written = 0
        while written < mail.bytes.count {
            let count = mail.bytes.withUnsafeBytes { bytes in
                Foundation.write(file, bytes.baseAddress?.advanced(by: written), bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            written += count
        }
        let isWhole = written == mail.bytes.count && fsync(file) == 0
        var failure = isWhole ? nil : problem("a mail")
        close(file)
        if failure == nil, renameat(directory, temporary, directory, "\(mail.name).eml") != 0 {
            failure = problem("a mail")
        }
        if failure != nil { unlinkat(directory, temporary, 0) }
        return failure
    }

    private func problem(_ what: String) -> String {
        let reason = String(cString: strerror(errno))
        return "\(what) can't be written into \(folder): \(reason)"
    }
}
