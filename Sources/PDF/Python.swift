import Diagnostics

/// A Python and what it has.
struct Python: Sendable {
    let path: String
    /// The versions of packages and libraries by name.
    let versions: [String: String]

    /// The first version whose tags `tags.py` knows how to complete.
    private static let firstWeasyPrint = 70

    /// Finds a Python that has what is needed.
    /// - Parameters:
    ///   - path: the only one to be asked; nil to look for one.
    init(
        _ path: String?, needsWeasyPrint: Bool, needsImposition: Bool, search: EngineSearch, folder: PrivateFolder
    ) throws(DiagnosticLog) {
        let candidates = path.map { [$0] } ?? search.pythons
        var found: (path: String, lack: String)?
        for (number, candidate) in candidates.enumerated() {
            guard let versions = Self.versions(candidate, number: number, folder: folder) else {
                found = found ?? (candidate, "does not answer as a Python does")
                continue
            }
            let major = versions["weasyprint"].flatMap { Int($0.prefix { $0 != "." }) }
            if needsWeasyPrint, major ?? 0 < Self.firstWeasyPrint {
                let has = versions["weasyprint"].map { "has WeasyPrint \($0), and \(Self.firstWeasyPrint) is needed" }
                found = found ?? (candidate, has ?? "has no WeasyPrint")
            } else if needsImposition, versions["pypdf"] == nil {
                found = found ?? (candidate, "has no pypdf, which imposition needs")
            } else {
                self.path = candidate
                self.versions = versions
                return
            }
        }
        throw DiagnosticLog([
            Diagnostic(
                path: found?.path ?? "python3",
                message: found.map { "this program \($0.lack), so no PDF is made" }
                    ?? "there is no Python with WeasyPrint, so no PDF is made",
                hint: .setUp)
        ])
    }

    private static func versions(_ python: String, number: Int, folder: PrivateFolder) -> [String: String]? {
        let deadline = ContinuousClock.now.advanced(by: .seconds(20))
        guard
            let worker = try? Worker(python, ["probe"], name: "probe-\(number)", folder: folder, until: deadline)
        else { return nil }
        defer { worker.end() }
        return try? worker.answer(until: deadline).0.versions
    }
}
