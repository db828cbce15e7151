import ArgumentParser
import Content
import Diagnostics

extension Library {
    /// The school that somebody named on the command line, by its folder's name or its path.
    func school(named name: String) throws -> School {
        let slug = name.split(separator: "/").last.map(String.init) ?? name
        if let school = schools.first(where: { $0.slug == slug }) { return school }
        let hint = NearestName.hint(for: slug, among: schools.map(\.slug)).map { "; \($0)" } ?? ""
        throw ValidationError("There is no school \(slug) in \(folder)/schools\(hint)")
    }
}
