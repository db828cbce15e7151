import Dispatch
import Foundation
import Synchronization

/// Puts mails into a folder from which another program sends them.
struct Spool: MailCarrier {
    private let folder: String
    private let queue = DispatchQueue(label: "prowess.signup.spool")

    private let waits = DispatchQueue(label: "prowess.signup.spool.waits", attributes: .concurrent)

    /// How many files are open at a time.
    private static let groupSize = 64
    /// How many threads wait for the disk: a file system puts on disk together what is waited for together.
    private static let waitCount = 4

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
        var done = 0
        var failure: String?
        while done < mails.count, failure == nil {
            let group = mails[done..<min(done + Self.groupSize, mails.count)]
            let (count, problem) = write(group, into: directory)
            done += count
            failure = problem
        }
        guard fsync(directory) == 0 else { return [.unreachable(problem("the spool folder"))] }
        return Array(repeating: .handedOver, count: done) + (failure.map { [.unreachable($0)] } ?? [])
    }

    /// Writes mails together.
    /// - Returns: how many have their names, and what went wrong with the next; nil where nothing did.
    private func write(_ mails: ArraySlice<OutgoingMail>, into directory: Int32) -> (count: Int, problem: String?) {
        var files: [Int32] = []
        var failure: String?
        for mail in mails {
            guard let file = write(mail, into: directory) else {
                failure = problem("a mail")
                unlinkat(directory, mail.temporaryName, 0)
                break
            }
            files.append(file)
        }
        var count = 0
        for (mail, reason) in zip(mails, synchronized(files)) {
            errno = reason
            guard reason == 0, renameat(directory, mail.temporaryName, directory, "\(mail.name).eml") == 0 else {
                failure = problem("a mail")
                break
            }
            count += 1
        }
        for file in files { close(file) }
        for mail in mails.prefix(files.count).dropFirst(count) { unlinkat(directory, mail.temporaryName, 0) }
        return (count, failure)
    }

    /// Waits until files are on disk.
    /// - Returns: of each the error number, 0 where there was none.
    private func synchronized(_ files: [Int32]) -> [Int32] {
        let reasons = Mutex([Int32](repeating: 0, count: files.count))
        let group = DispatchGroup()
        for lane in 0..<Self.waitCount {
            waits.async(group: group) {
                for index in stride(from: lane, to: files.count, by: Self.waitCount) where fsync(files[index]) != 0 {
                    let reason = errno
                    reasons.withLock { $0[index] = reason }
                }
            }
        }
        group.wait()
        return reasons.withLock { $0 }
    }

    /// Writes a mail under its temporary name; nil where that can't be.
    private func write(_ mail: OutgoingMail, into directory: Int32) -> Int32? {
        let flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC
        let file = openat(directory, mail.temporaryName, flags, 0o600)
        guard file >= 0 else { return nil }
        var written = 0
        while written < mail.bytes.count {
            let count = mail.bytes.withUnsafeBytes { bytes in
                Foundation.write(file, bytes.baseAddress?.advanced(by: written), bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let reason = errno
                close(file)
                errno = reason
                return nil
            }
            written += count
        }
        return file
    }

    private func problem(_ what: String) -> String {
        let reason = String(cString: strerror(errno))
        return "\(what) can't be written into \(folder): \(reason)"
    }
}

extension OutgoingMail {
    /// What its file is called until it is whole.
    fileprivate var temporaryName: String { ".\(name).part" }
}
