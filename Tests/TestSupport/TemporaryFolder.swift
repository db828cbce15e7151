import Foundation

/// A folder of a test's own, removed with the test.
public final class TemporaryFolder: Sendable {
    /// Where it is.
    public let path: String

    /// Makes the folder, with these files in it: contents by path.
    public init(_ files: [String: String] = [:]) throws {
        path = FileManager.default.temporaryDirectory.path + "/prowess-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (file, text) in files { try write(file, text) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file, and the folders it is in.
    public func write(_ file: String, _ text: String) throws {
        try write(file, bytes: Array(text.utf8))
    }

    /// Writes a file of any bytes, and the folders it is in.
    public func write(_ file: String, bytes: [UInt8]) throws {
        let url = URL(fileURLWithPath: path + "/" + file)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    /// Makes a symbolic link; its target may be anything.
    public func link(_ file: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path + "/" + file, withDestinationPath: target)
    }

    /// Removes a file or a folder.
    public func remove(_ file: String) throws {
        try FileManager.default.removeItem(atPath: path + "/" + file)
    }

    /// A file's text; nil where there is none.
    public func text(_ file: String) -> String? {
        FileManager.default.contents(atPath: path + "/" + file).map { String(decoding: $0, as: UTF8.self) }
    }
}
