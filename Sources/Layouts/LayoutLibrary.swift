import Diagnostics
import Foundation
import Mustache

/// The templates and other files of one product's folder under Layouts/, compiled once.
public struct LayoutLibrary: Sendable {
    /// The folder, as the author gave it.
    public let folder: String
    /// Files that are no templates, relative to the folder, with their bytes.
    public let files: [String: [UInt8]]
    private let mustache: MustacheLibrary
    private let sources: [String: SourceFile]
    private let graph: PartialGraph
    /// The dotted names that each template uses, itself or in one that it includes.
    private let dottedNames: [String: DottedNames]

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
        self.graph = graph
        mustache = library
        sources = templates
        dottedNames = Dictionary(
            uniqueKeysWithValues: templates.keys.map { name in
                let tags = graph.reached(from: name).flatMap { graph.tags[$0] ?? [] }
                let names = tags.filter { $0.isValue && !$0.name.hasPrefix(".") && $0.name.contains(".") }
                return (name, DottedNames(names.map(\.name)))
            })
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
        let context = StrictContext(values: values.mustache, shared: shared.values)
        let (text, unwritable) = UnwritableNames.collect { template.render(context, library: mustache) }
        // swift-mustache doesn't tell that a part of a dotted name is missing.
        let missing = context.missing.union(dottedNames[name]?.missing(in: context) ?? [])
        let diagnostics =
            missing.map { diagnostic(forMissing: $0, in: name, context) }
            + unwritable.map { diagnostic(forUnwritable: $0, in: name) }
        guard diagnostics.isEmpty else { throw DiagnosticLog(diagnostics.sorted()) }
        return text
    }

    private func diagnostic(forMissing missing: String, in name: String, _ context: StrictContext) -> Diagnostic {
        diagnostic(
            in: name, "the template uses \"\(missing)\", which it is not given",
            hint: NearestName.hint(for: missing, among: context.names(near: missing))
        ) { tag in
            tag.isValue && (tag.name == missing || tag.name.hasPrefix(missing + "."))
        }
    }

    private func diagnostic(forUnwritable unwritable: String, in name: String) -> Diagnostic {
        diagnostic(
            in: name, "\"\(unwritable)\" is no text that could be written",
            hint: "write one of its parts, or {{#\(unwritable)}}…{{/\(unwritable)}} around them"
        ) { tag in
            tag.kind == .variable && (tag.name == unwritable || tag.name.hasSuffix("." + unwritable))
        }
    }

    /// A diagnostic at the first tag it is about, in a template or one that it includes.
    private func diagnostic(
        in name: String, _ message: String, hint: String?, about isMeant: (TemplateTag) -> Bool
    ) -> Diagnostic {
        for template in graph.reached(from: name) {
            if let source = sources[template], let tag = graph.tags[template]?.first(where: isMeant) {
                return source.diagnostic(at: tag.location, message, hint: hint)
            }
        }
        return Diagnostic(path: "\(folder)/\(name)\(Self.suffix)", message: message, hint: hint)
    }

    private static func compile(_ source: SourceFile) throws -> MustacheTemplate {
        guard let text = String(validating: source.bytes, as: UTF8.self) else {
            throw source.diagnostic(at: nil, "this template is not UTF-8 text", hint: "save it with the encoding UTF-8")
        }
        let tags = TemplateTags.scan(text)
        if let last = tags.last, last.kind == .unfinished {
            throw source.diagnostic(at: last.location, words(for: MustacheTemplate.Error.unfinishedName))
        }
        // Lines end alike and no byte order mark is written, however the template was saved.
        let normal = text.replacing("\r\n", with: "\n").drop { $0 == "\u{FEFF}" }
        do {
            return try MustacheTemplate(string: EscapedHTML.pragma + normal)
        } catch let error as MustacheTemplate.ParserError {
            throw diagnostic(for: error, in: source, tags)
        }
    }

    private static func diagnostic(
        for error: MustacheTemplate.ParserError, in source: SourceFile, _ tags: [TemplateTag]
    ) -> Diagnostic {
        // swift-mustache is at the end of the file, or past the tag, when it finds what is not closed.
        switch (error.error as? MustacheTemplate.Error, TemplateTags.mismatch(in: tags)) {
        case (.expectedSectionEnd, (_, let open?)):
            return source.diagnostic(
                at: open.location, "\"\(open.name)\" is never closed", hint: "close it with {{/\(open.name)}}")
        case (.sectionCloseNameIncorrect, (let close?, let open)):
            return source.diagnostic(
                at: close.location, "\"\(close.name)\" is closed but not open",
                hint: open.map { "what is open here is \"\($0.name)\", from line \($0.location.line) on" })
        default:
            let (line, column) = (error.context.lineNumber, error.context.columnNumber)
            let place = SourceLocation(
                line: line, column: max(1, column - (line == 1 ? EscapedHTML.pragma.count : 0)))
            return source.diagnostic(at: place, words(for: error.error))
        }
    }

    private static func words(for error: any Error) -> String {
        switch error as? MustacheTemplate.Error {
        case .unfinishedName: "a tag is never closed with }}"
        case .illegalTokenInsideInheritSection: "only blocks may stand inside {{<…}}"
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
        let root = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path + "/"
        var log = DiagnosticLog()
        var files: [(String, [UInt8])] = []
        for name in names.sorted() {
            let path = folder + "/" + name
            let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") || $0.hasSuffix("~") }
            let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            guard !isHidden, !(isThere && isFolder.boolValue) else { continue }
            guard URL(fileURLWithPath: path).resolvingSymlinksInPath().path.hasPrefix(root),
                let data = FileManager.default.contents(atPath: path)
            else {
                log.report(
                    Diagnostic(
                        path: path, message: "this file can't be read, or is a link that leads out of \(folder)",
                        hint: "put a copy of the file here instead"))
                continue
            }
            files.append((name, [UInt8](data)))
        }
        if log.hasErrors { throw log }
        return files
    }
}
