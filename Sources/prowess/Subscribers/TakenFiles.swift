import Consent
import Foundation

/// The files of a folder by what is in them, to find again what events name by its digest.
struct TakenFiles {
    private let paths: [String: String]

    /// Digests every file of a folder, the ledger left out. A file that can't be read is not there.
    init(folder: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        var paths: [String: String] = [:]
        for name in names.sorted() where !name.contains(".sqlite") {
            guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { continue }
            paths[Digest.hex(of: [UInt8](data))] = folder + "/" + name
        }
        self.paths = paths
    }

    /// Where the file of a digest is; nil where it is not in the folder.
    func path(of digest: String) -> String? { paths[digest] }
}
