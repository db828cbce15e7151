import Diagnostics

/// Tells the author of files that nothing reads, most often because a name is misspelled: nothing is lost in silence.
struct UnreadFiles {
    let folder: ContentFolder

    private static let knownFolders =
        Collection.allCases.map(\.rawValue) + [
            "newsletters", "instruments", "schools", "subscribers", "images",
            CivilRightsReader.folderName,
        ]
    /// Windows hides the last ending of `page.md.txt`.
    private static let markdownEndings = [".md", ".markdown", ".mdown", ".mkd", ".md.txt"]

    /// Reports what stands in the wrong place or has the wrong ending, and what every folder begins with.
    func report(to log: inout DiagnosticLog) {
        guard !folder.files.isEmpty else {
            log.report(
                Diagnostic(
                    path: folder.path, message: "this folder is empty",
                    hint: "begin with \(folder.shown(SiteReader.file)) and \(folder.shown("pages/index.md"))"))
            return
        }
        if !folder.contains("pages/index.md") {
            log.report(
                Diagnostic(
                    .warning, path: folder.shown("pages/index.md"), message: "there is no such file",
                    hint: "write it: it is the home page of the site"))
        }
        reportUnknownPlaces(to: &log)
        for file in folder.files {
            guard let hint = nextStep(for: file) else { continue }
            log.report(
                Diagnostic(.warning, path: folder.shown(file), message: "nothing reads this file", hint: hint))
        }
    }

    private func reportUnknownPlaces(to log: inout DiagnosticLog) {
        var reported: Set<Substring> = []
        for file in folder.files {
            let first = file.prefix { $0 != "/" }
            let isKnown = first == file ? file == SiteReader.file : Self.knownFolders.contains(String(first))
            guard !isKnown, reported.insert(first).inserted else { continue }
            log.report(
                Diagnostic(
                    .warning, path: folder.shown(String(first)), message: "nothing reads this",
                    hint: NearestName.hint(for: String(first), among: Self.knownFolders + [SiteReader.file])))
        }
    }

    /// Where a file of a known folder should stand or what it should be called; nil where it is read or may be linked to.
    private func nextStep(for file: String) -> String? {
        let depth = file.split(separator: "/").count
        guard depth > 1 else { return nil }
        let place = String(file.prefix { $0 != "/" })
        switch place {
        case "schools":
            return depth == 2 ? "each school has a folder of its own in \(folder.shown(place))" : nil
        case CivilRightsReader.folderName:
            return depth == 3 && file.hasSuffix(".csv")
                ? nil
                : "files of the Civil Rights Data Collection stand in \(folder.shown(place))/<school-year> and end in .csv"
        case "instruments":
            return depth == 2 && file.hasSuffix(".yaml")
                ? nil : "questionnaires stand right inside \(folder.shown(place)) and end in .yaml"
        case _ where place == "newsletters" || Collection(rawValue: place) != nil:
            let name = file.lowercased()
            guard Self.markdownEndings.contains(where: name.hasSuffix), depth > 2 || !file.hasSuffix(".md") else {
                return nil
            }
            if name.hasSuffix(".md.txt"), depth == 2 {
                return "take .txt off its name; Windows hides it unless you tell it to show the endings of names"
            }
            return "texts stand right inside \(folder.shown(place)) and end in .md"
        default: return nil
        }
    }
}
