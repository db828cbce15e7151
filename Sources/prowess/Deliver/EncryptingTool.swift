import Diagnostics
import Foundation

/// 7-Zip, which writes ZIPs encrypted with AES-256 (WinZip AE-2).
///
/// Info-ZIP and Python's zipfile can't write AES, and bsdtar takes a password only as an argument or from a terminal. 7-Zip
/// asks for one where there is none after `-p`, and reads it from standard input where no terminal is at hand.
struct EncryptingTool {
    private let path: String

    /// Finds the tool.
    init() throws(DiagnosticLog) {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let found = folders.lazy.flatMap { folder in ["7z", "7zz"].map { "\(folder)/\($0)" } }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
        guard let found else {
            throw DiagnosticLog([
                Diagnostic(
                    path: "7z", message: "this tool is not installed, and --encrypt needs it",
                    hint: "sudo apt-get install p7zip-full, or deliver without --encrypt")
            ])
        }
        path = found
    }

    /// The files of a package as an encrypted ZIP. No two are the same bytes, since each has salts of its own.
    /// - Parameter place: a path in whose folder the files may stand for a moment, for the practice's own account alone.
    func zip(_ package: DeliveryPackage, password: Password, near place: String) throws -> [UInt8] {
        // 7-Zip keeps of a whole path the last part alone.
        let folder = URL(fileURLWithPath: place).deletingLastPathComponent().path + "/.\(package.name).\(getpid())"
        try PrivateFiles.makeFolder(folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        // The date of the booklet, noon, as in a ZIP that is not encrypted.
        let date = package.school.date
        let time = DateComponents(
            calendar: Calendar(identifier: .gregorian), year: date?.year ?? 1980, month: date?.month ?? 1,
            day: date?.day ?? 1, hour: 12
        ).date
        var files = PrivateFiles()
        for file in package.files { try files.stage(file.bytes, for: folder + "/" + file.name) }
        try files.commit()
        for file in package.files {
            try FileManager.default.setAttributes(
                [.modificationDate: time ?? Date(timeIntervalSince1970: 0)], ofItemAtPath: folder + "/" + file.name)
        }
        let archive = folder + "/.archive.zip"
        let arguments =
            ["a", "-tzip", "-mem=AES256", "-mtc=off", "-mta=off", "-bso0", "-bsp0", "-p", "--", archive]
            + package.files.map { folder + "/" + $0.name }
        let status = try DetachedProcess.run(path, arguments, input: password.bytes + [UInt8(ascii: "\n")])
        let bytes = FileManager.default.contents(atPath: archive).map { Array($0) } ?? []
        guard status == 0, Self.isEncrypted(bytes) else {
            throw DiagnosticLog([
                Diagnostic(
                    path: path, message: "it made no encrypted ZIP (exit status \(status))",
                    hint: "try again, with a current version of 7-Zip and room on the disk")
            ])
        }
        return bytes
    }

    /// Whether a ZIP's first file is encrypted with AES: bit 0 of its flags, and method 99 (APPNOTE 4.4.4, 4.4.5).
    private static func isEncrypted(_ zip: [UInt8]) -> Bool {
        zip.count > 30 && zip[6] & 1 == 1 && zip[8] == 99 && zip[9] == 0
    }
}
