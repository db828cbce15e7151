import Content
import Diagnostics

/// Pages that the templates link to by themselves, and that the content must therefore have.
struct NeededPages {
    let library: Library

    /// Reports each such page that is missing or kept back.
    func check() throws(DiagnosticLog) {
        var log = DiagnosticLog()
        let urls = Set(library.pages.map(\.url))
        if !urls.contains("/") { report("pages/index.md", "every page links to the home page", to: &log) }
        for collection in Collection.allCases where collection.isListed && library.listPages[collection] == nil {
            guard library.pages.contains(where: { $0.collection == collection }) else { continue }
            report("\(collection.rawValue)/_index.md", "its pages link to this list of them", to: &log)
        }
        if library.currentNotice != nil {
            for slug in ["privacy-policy", "terms-of-service"] where !urls.contains("/legal/\(slug)/") {
                report("legal/\(slug).md", "nobody can agree in the sign-up form to what they can't read", to: &log)
            }
        }
        if log.hasErrors { throw log }
    }

    private func report(_ file: String, _ reason: String, to log: inout DiagnosticLog) {
        log.report(
            Diagnostic(
                path: "\(library.folder)/\(file)", message: "there is no such page, or it is kept back: \(reason)",
                hint: "write it, take \"draft\" out of it, or correct its date"))
    }
}
