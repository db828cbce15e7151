import Foundation
import Intake

/// The files of a folder by what is in them, to find again what events name by its digest.
struct TakenFiles {
    private let paths: [String: String]

    /// Digests every table of a folder, those in ZIPs too, ledgers left out. A file that can't be read is not there.
    init(folder: String) {
        var paths: [String: String] = [:]
        for path in FilesBelow.paths(of: folder) where !path.contains(".sqlite") {
            for table in (try? FileDigests.tables(of: path)) ?? [] { paths[table.digest] = table.path }
        }
        self.paths = paths
    }

    /// Where the table of a digest is: a file's path, or that of a ZIP with the entry's name behind it; nil where it is not in the
    /// folder.
    func path(of digest: String) -> String? { paths[digest] }
}

/// The regular files of a folder and of all folders in it.
enum FilesBelow {
    /// Their paths in order; none where there is no such folder.
    static func paths(of folder: String) -> [String] {
        let root = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
        guard let found = FileManager.default.enumerator(atPath: root) else { return [] }
        var paths: [String] = []
        for case let name as String in found
        where found.fileAttributes?[.type] as? FileAttributeType == .typeRegular {
            paths.append(folder + "/" + name)
        }
        return paths.sorted()
    }
}
