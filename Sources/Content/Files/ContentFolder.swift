import Diagnostics
import Foundation

/// The Content folder on disk: the only place where this room meets the file system.
///
/// Paths inside it are relative with `/`, such as `pages/about.md`; nothing outside it is ever read.
struct ContentFolder: Sendable {
    /// The folder as the author gave it, such as `Content`.
    let path: String
    /// All files below it, relative and sorted; hidden files and editors' backups are left out.
    let files: [String]
    private let fileSet: Set<String>

    /// Files larger than this are refused before they are read.
    static let largestFile = 256 << 20

    /// Lists the folder. A link that leads outside and a folder that can't be read are reported.
    init?(path: String, log: inout DiagnosticLog) {
        // "Content/", as a shell completes it, is Content.
        let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        self.path = path
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            log.report(
                Diagnostic(
                    path: path, message: "there is no such folder",
                    hint: "run prowess where the folder is, or name it with --content"))
            return nil
        }
        guard isFolder.boolValue, let root = Self.realPath(path) else {
            log.report(Diagnostic(path: path, message: "this is not a folder", hint: "name a folder with --content"))
            return nil
        }
        var listing = Listing(shownPath: path, root: root)
        listing.visit("")
        log.merge(listing.log)
        files = listing.files.sorted()
        fileSet = Set(files)
    }

    /// Whether there is such a file.
    func contains(_ file: String) -> Bool { fileSet.contains(file) }

    /// The files right inside a folder, or at any depth below it.
    func files(in folder: String, suffix: String = "", deep: Bool = false) -> [String] {
        // "0" is what comes after "/", so that files below the folder stand between the two.
        files[place(of: folder + "/")..<place(of: folder + "0")].filter { file in
            file.hasPrefix(folder + "/") && file.hasSuffix(suffix)
                && (deep || !file.dropFirst(folder.count + 1).contains("/"))
        }
    }

    /// How many files come before a name: found by halves, since each school asks for its own among those of all.
    private func place(of name: String) -> Int {
        var (low, high) = (0, files.count)
        while low < high {
            let middle = low + (high - low) / 2
            if files[middle] < name { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// A file as its author knows it.
    func shown(_ file: String) -> String { path + "/" + file }

    /// Reads a file; nil, with a diagnostic, where it can't be read.
    func read(_ file: String, isConfidential: Bool = false, log: inout DiagnosticLog) -> SourceFile? {
        // Without O_NONBLOCK a pipe that took the file's place since it was listed would be waited for.
        let descriptor = open(shown(file), O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            log.report(
                Diagnostic(path: shown(file), message: "this file can't be read: \(String(cString: strerror(errno)))"))
            return nil
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            log.report(Diagnostic(path: shown(file), message: "this is not an ordinary file"))
            return nil
        }
        guard status.st_size <= Self.largestFile else {
            log.report(
                Diagnostic(
                    path: shown(file), message: "this file is larger than \(Self.largestFile >> 20) MB",
                    hint: "split it, or move what is not content out of the folder"))
            return nil
        }
        let size = Int(status.st_size)
        var failure: CInt = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let got = Foundation.read(descriptor, buffer.baseAddress?.advanced(by: count), size - count)
                if got < 0, errno == EINTR { continue }
                if got < 0 { failure = errno }
                guard got > 0 else { break }
                count += got
            }
        }
        guard failure == 0 else {
            log.report(
                Diagnostic(path: shown(file), message: "this file can't be read: \(String(cString: strerror(failure)))")
            )
            return nil
        }
        return SourceFile(path: shown(file), bytes: bytes, isConfidential: isConfidential)
    }

    /// Whether a file belongs to a school or a subscriber, so that nothing of it may be published. Case does not count,
    /// since it doesn't on the disks of macOS and Windows.
    static func isConfidential(_ file: String) -> Bool {
        ["schools", "subscribers"].contains(file.prefix { $0 != "/" }.lowercased())
    }

    static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}

/// One walk through a folder.
private struct Listing {
    let shownPath: String
    let root: String
    var files: [String] = []
    var log = DiagnosticLog()

    mutating func visit(_ folder: String) {
        let shownFolder = folder.isEmpty ? shownPath : shownPath + "/" + folder
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: shownFolder) else {
            log.report(Diagnostic(path: shownFolder, message: "this folder can't be read"))
            return
        }
        for name in names where !Self.isLeftOut(name) && !Self.isLedger(name, in: folder) {
            let file = folder.isEmpty ? name : folder + "/" + name
            let shown = shownPath + "/" + file
            var status = stat()
            guard lstat(shown, &status) == 0 else {
                let reason = String(cString: strerror(errno))
                log.report(Diagnostic(path: shown, message: "this file can't be read: \(reason)"))
                continue
            }
            switch status.st_mode & S_IFMT {
            case S_IFREG: files.append(file)
            case S_IFDIR: visit(file)
            case S_IFLNK: visitLink(file, shown: shown)
            default:
                log.report(
                    Diagnostic(
                        path: shown, message: "this is not an ordinary file",
                        hint: "move the pipe, socket or device out of \(shownPath)"))
            }
        }
    }

    private mutating func visitLink(_ file: String, shown: String) {
        guard let target = ContentFolder.realPath(shown), target.hasPrefix(root + "/") else {
            log.report(
                Diagnostic(
                    path: shown, message: "this link leads out of \(shownPath) or nowhere",
                    hint: "put a copy of the file here instead"))
            return
        }
        var status = stat()
        guard stat(target, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            log.report(Diagnostic(path: shown, message: "only a link to an ordinary file is followed"))
            return
        }
        let targetFile = String(target.dropFirst(root.count + 1))
        guard !ContentFolder.isConfidential(targetFile) || ContentFolder.isConfidential(file) else {
            log.report(
                Diagnostic(
                    path: shown, message: "this link leads to the confidential \(shownPath)/\(targetFile)",
                    hint: "what belongs to a school or a subscriber is never published; remove the link"))
            return
        }
        files.append(file)
    }

    /// Whether this is the ledger of subscribers or one of the files that SQLite keeps beside it: they are no content, and may
    /// be gone before they are looked at.
    private static func isLedger(_ name: String, in folder: String) -> Bool {
        folder == SubscriberReader.root && name.hasPrefix("ledger.sqlite")
    }

    private static func isLeftOut(_ name: String) -> Bool {
        name.hasPrefix(".") || name.hasSuffix("~") || name.hasPrefix("#") || name.hasPrefix("~$") || name == "Thumbs.db"
    }
}
