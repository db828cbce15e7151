import Foundation

/// A small disk in memory, where the machine lets the test make one.
public struct SmallDisk {
    /// Where it is mounted.
    public let path: String

    /// Whether one can be made: only root may mount.
    public static let isAvailable: Bool = {
        guard geteuid() == 0, let disk = try? SmallDisk(kilobytes: 64) else { return false }
        disk.unmount()
        return true
    }()

    /// Makes one of a size.
    public init(kilobytes: Int) throws {
        path = FileManager.default.temporaryDirectory.path + "/disk-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        guard mount("tmpfs", path, "tmpfs", 0, "size=\(kilobytes)k") == 0 else {
            rmdir(path)
            throw CocoaError(.fileWriteUnknown)
        }
    }

    /// From now on nothing can be written to it.
    public func remountReadOnly() throws {
        guard mount("tmpfs", path, "tmpfs", UInt(MS_REMOUNT | MS_RDONLY), nil) == 0 else {
            throw CocoaError(.fileWriteVolumeReadOnly)
        }
    }

    /// Takes it away with all that is on it.
    public func unmount() {
        umount2(path, Int32(MNT_DETACH))
        rmdir(path)
    }
}
