import Diagnostics
import Foundation
import Mustache
import Synchronization

/// The templates and other files of one product's folder under Layouts/, compiled once.
public struct LayoutLibrary: Sendable {
    /// The folder, as the author gave it.
    public let folder: String
    /// Files that are no templates, relative to the folder, with their bytes.
    public let files: [String: [UInt8]]
    private let mustache: MustacheLibrary
    private let sources: [String: SourceFile]
    private let checked = CheckedTemplates()

    static let suffix = ".mustache"

    /// Reads and compiles all templates of a folder.
    /// - Throws: `DiagnosticLog` with every template that can't be read or compiled, every partial that is missing and
    ///   every template that includes itself.
    public init(folder: String) throws(DiagnosticLog) {
        self.folder = folder
        EscapedHTML.register()
        var log = DiagnosticLog()
        var templates: [String: SourceFile] = [:]
        var files: [String: [UInt8]] = [:]
        for (name, bytes) in try Self.readFiles(folder) {
            if name.hasSuffix(Self.suffix) {
                templates[String(name.dropLast(Self.suffix.count))] = SourceFile(
                    path: folder + "/" + name, bytes: bytes)
            } else {
                files[name] = bytes
            }
        }
        var library = MustacheLibrary()
        for (name, source) in templates {
            do {
                library.register(try Self.compile(source), named: name)
            } catch let diagnostic as Diagnostic {
                log.report(diagnostic)
            } catch {
                log.report(Diagnostic(path: source.path, message: "this template can't be read"))
            }
        }
        let graph = PartialGraph(templates: templates)
        graph.report(to: &log)
        if log.hasErrors { throw log }
        self.files = files
        mustache = library
        sources = templates
    }

    /// Renders a template.
    /// - Parameters:
    ///   - name: the template's path in the folder, without its ending.
    ///   - values: what only this rendering has.
    ///   - shared: what it has in common with others; `values` win.
    /// - Throws: `DiagnosticLog` where there is no such template, and where a template uses a name that it was not given.
    public func render(
        _ name: String, _ values: [String: TemplateValue], shared: SharedContext = SharedContext([:])
    ) throws(DiagnosticLog) -> String {
        guard let template = mustache.getTemplate(named: name) else {
            throw DiagnosticLog([
                Diagnostic(
                    path: "\(folder)/\(name)\(Self.suffix)", message: "there is no such template",
                    hint: NearestName.hint(for: name, among: sources.keys.sorted()))
            ])
        }
        let context = StrictContext(values: values.mapValues(\.mustache), shared: shared.values)
        let text = template.render(context, library: mustache)
        var missing = context.missing
        // swift-mustache doesn't tell that a part of a dotted name is missing, and one look at each template suffices.
        if checked.isFirst(name) { missing.formUnion(missingParts(in: name, context)) }
        guard missing.isEmpty else { throw diagnostics(for: missing, in: name, known: context.names) }
        return text
    }

    /// The dotted names of a template whose first part is known and whose second part is not.
    private func missingParts(in name: String, _ context: StrictContext) -> [String] {
        let graph = PartialGraph(templates: sources)
        let tags = graph.reached(from: name).flatMap { graph.tags[$0] ?? [] }
        return tags.compactMap { tag in
            let parts = tag.name.split(separator: ".").map(String.init)
            guard parts.count == 2, tag.kind == .variable || tag.kind == .section,
                let object = context.value(of: parts[0]) as? NamedValues, object.values[parts[1]] == nil
            else { return nil }
            return tag.name
        }
    }

    /// The place of each name that was missing: the first tag that uses it, in the template or one that it includes.
    private func diagnostics(for missing: Set<String>, in name: String, known: [String]) -> DiagnosticLog {
        var log = DiagnosticLog()
        let graph = PartialGraph(templates: sources)
        let reached = graph.reached(from: name)
        for missing in missing.sorted() {
            let place = reached.lazy.compactMap { template -> (SourceFile, TemplateTag)? in
                guard let source = sources[template],
                    let tag = graph.tags[template]?.first(where: { tag in
                        (tag.kind == .variable || tag.kind == .section)
                            && (tag.name == missing || tag.name.prefix { $0 != "." } == missing)
                    })
                else { return nil }
                return (source, tag)
            }.first
            let message = "the template uses \"\(missing)\", which it is not given"
            let hint = NearestName.hint(for: missing, among: known)
            if let (source, tag) = place {
                log.report(
                    source.diagnostic(at: SourceLocation(line: tag.line, column: tag.column), message, hint: hint))
            } else {
                log.report(Diagnostic(path: "\(folder)/\(name)\(Self.suffix)", message: message, hint: hint))
            }
        }
        return log
    }

    private static func compile(_ source: SourceFile) throws -> MustacheTemplate {
        guard let text = String(validating: source.bytes, as: UTF8.self) else {
            throw source.diagnostic(at: nil, "this template is not UTF-8 text", hint: "save it with the encoding UTF-8")
        }
        do {
            return try MustacheTemplate(string: EscapedHTML.pragma + text)
        } catch let error as MustacheTemplate.ParserError {
            let place = SourceLocation(
                line: max(1, error.context.lineNumber),
                column: max(
                    1, error.context.columnNumber - (error.context.lineNumber == 1 ? EscapedHTML.pragma.count : 0)))
            throw source.diagnostic(at: place, "this template is not valid Mustache: \(Self.words(for: error.error))")
        }
    }

    private static func words(for error: any Error) -> String {
        switch error as? MustacheTemplate.Error {
        case .sectionCloseNameIncorrect: "a section is closed by another name than it was opened with"
        case .expectedSectionEnd: "a section is never closed"
        case .unfinishedName: "a tag is never closed with }}"
        case .textInsideInheritSection, .illegalTokenInsideInheritSection:
            "only blocks may stand inside {{<…}}"
        default: "this tag is malformed"
        }
    }

    private static func readFiles(_ folder: String) throws(DiagnosticLog) -> [(String, [UInt8])] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue,
            let names = FileManager.default.subpaths(atPath: folder)
        else {
            throw DiagnosticLog([
                Diagnostic(
                    path: folder, message: "there is no such folder", hint: "name the folder of layouts with --layouts")
            ])
        }
        return names.sorted().compactMap { name in
            let hidden = name.split(separator: "/").contains { $0.hasPrefix(".") || $0.hasSuffix("~") }
            guard !hidden, let data = FileManager.default.contents(atPath: folder + "/" + name) else { return nil }
            return FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder)
                && isFolder.boolValue
                ? nil : (name, [UInt8](data))
        }
    }
}

/// The templates whose dotted names have been looked at.
private final class CheckedTemplates: Sendable {
    private let names = Mutex<Set<String>>([])

    /// Whether a template is asked about for the first time.
    func isFirst(_ name: String) -> Bool { names.withLock { $0.insert(name).inserted } }
}
