import Diagnostics
import Yams

/// Reads one piece of YAML and collects what is wrong with it, each at its line of the file.
///
/// A class, because the mappings and lists of one document report to the same log; it never leaves the function that
/// reads the file.
final class YAMLReader {
    let file: SourceFile
    private(set) var log = DiagnosticLog()
    private let lineOffset: Int
    /// The lines with a # after a blank, few of them in any file.
    private var linesWithHash: Set<Int> = []

    /// Creates a reader for YAML whose first line is line `firstLine` of the file.
    init(_ file: SourceFile, firstLine: Int = 1) {
        self.file = file
        self.lineOffset = firstLine - 1
    }

    /// The document's root, or nil where it is empty or has been reported as broken.
    func root(of range: Range<Int>) -> Node? {
        if let problem = YAMLGuard.problem(
            in: file.bytes[range], firstLine: lineOffset + 1, tellsNames: !file.isConfidential)
        {
            log.report(file.diagnostic(at: problem.location, problem.message))
            return nil
        }
        guard let text = String(validating: file.bytes[range], as: UTF8.self) else {
            reportInvalidUTF8(in: range)
            return nil
        }
        noteHashes(in: range)
        do {
            // Keys are told apart as the texts they are. The default resolver would match each against regular expressions.
            return try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
        } catch let error as YamlError {
            report(error, in: range)
        } catch {
            log.report(Diagnostic(path: file.path, message: "this YAML can't be read"))
        }
        return nil
    }

    /// The document's root as a mapping; nil, with a diagnostic, where it is something else.
    func mapping(of range: Range<Int>) -> YAMLMapping? {
        let before = log.diagnostics.count
        guard let node = root(of: range), !node.isNull else {
            return log.diagnostics.count == before ? YAMLMapping(node: nil, reader: self) : nil
        }
        guard case .mapping = node else {
            report(node, "expected keys with values, such as \"title: …\", not \(describe(node))")
            return nil
        }
        return YAMLMapping(node: node, reader: self)
    }

    /// What a node is, in an author's words; of a confidential file without its own words.
    func describe(_ node: Node) -> String {
        guard file.isConfidential, case .scalar = node, !node.isNull else { return node.kindName }
        return "what stands here"
    }

    /// The place of a node in the file.
    func location(of node: Node?) -> SourceLocation? {
        node?.mark.map { SourceLocation(line: $0.line + lineOffset, column: $0.column) }
    }

    /// The first line of the YAML, for what is missing from it.
    var firstLocation: SourceLocation { SourceLocation(line: lineOffset + 1) }

    /// Adds a diagnostic at a node.
    @discardableResult
    func report(
        _ node: Node?, _ message: String, severity: Diagnostic.Severity = .error, hint: String? = nil
    ) -> Diagnostic {
        let diagnostic = file.diagnostic(severity, at: location(of: node) ?? firstLocation, message, hint: hint)
        log.report(diagnostic)
        return diagnostic
    }

    /// Warns where text without quotation marks ends in ` #3`, since that and what follows is a comment to YAML and lost.
    func reportLostText(after node: Node) {
        guard !linesWithHash.isEmpty, case .scalar(let scalar) = node, scalar.style == .plain,
            let place = location(of: node), linesWithHash.contains(place.line),
            let range = file.byteRange(ofLine: place.line)
        else { return }
        let rest = String(decoding: file.bytes[range], as: UTF8.self).unicodeScalars.dropFirst(place.column - 1)
        guard rest.starts(with: scalar.string.unicodeScalars) else { return }
        let after = rest.dropFirst(scalar.string.unicodeScalars.count)
        let hash = after.drop { $0 == " " || $0 == "\t" }
        guard hash.startIndex > after.startIndex, hash.first == "#", let next = hash.dropFirst().first,
            next != "#", !next.properties.isWhitespace
        else { return }
        let column = place.column + rest.count - hash.count
        log.report(
            file.diagnostic(
                .warning, at: SourceLocation(line: place.line, column: column),
                "what follows the # is a comment and not part of the text",
                hint: "put quotation marks around the whole text, or a space after the #"))
    }

    private func noteHashes(in range: Range<Int>) {
        let bytes = file.bytes
        guard bytes[range].contains(UInt8(ascii: "#")) else { return }
        var line = lineOffset + 1
        for index in range.dropLast() {
            if bytes.endsLine(at: index) { line += 1 }
            guard bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t"),
                bytes[index + 1] == UInt8(ascii: "#")
            else { continue }
            linesWithHash.insert(line)
        }
    }

    /// Takes back what turned out to be told better by another diagnostic.
    func withdraw(_ diagnostic: Diagnostic) {
        log = DiagnosticLog(log.diagnostics.filter { $0 != diagnostic })
    }

    private func reportInvalidUTF8(in range: Range<Int>) {
        log.report(file.invalidUTF8Diagnostic ?? Diagnostic(path: file.path, message: "this file is not UTF-8"))
    }

    private func report(_ error: YamlError, in range: Range<Int>) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            // Of what is never closed the parser finds out only at the end; where it begins tells more.
            let isUnclosed = problem == "found unexpected end of stream"
            let mark = isUnclosed ? context?.mark ?? mark : mark
            // The parser may find out only on a line after the last.
            let place = min(
                SourceLocation(line: mark.line + lineOffset, column: mark.column),
                file.location(ofByte: range.upperBound))
            log.report(
                file.diagnostic(
                    at: place, "this is not valid YAML: \(isUnclosed ? "this is never closed" : problem)",
                    hint: hint(at: place, isUnclosed: isUnclosed)))
        case .duplicatedKeysInMapping(let duplicates, let context):
            let names = duplicates.map { "\"\($0)\"" }.joined(separator: ", ")
            log.report(
                file.diagnostic(
                    at: SourceLocation(line: context.mark.line + lineOffset, column: context.mark.column),
                    file.isConfidential ? "a key is given twice" : "the key \(names) is given twice",
                    hint: "keep one of them"))
        case .reader(let problem, let offset, _, _):
            log.report(
                file.diagnostic(atByte: range.lowerBound + (offset ?? 0), "this is not valid YAML: \(problem)"))
        default:
            log.report(Diagnostic(path: file.path, message: "this YAML can't be read"))
        }
    }

    /// The author's next step where the parser stopped, as the line itself tells.
    private func hint(at place: SourceLocation, isUnclosed: Bool) -> String {
        let line = file.byteRange(ofLine: place.line).map { file.bytes[$0] } ?? []
        let indentation = line.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        if indentation.contains(UInt8(ascii: "\t")) { return "indent with spaces: YAML takes no tabs there" }
        if isUnclosed { return "put the same quotation mark or bracket at its end" }
        let before = String(decoding: line, as: UTF8.self).unicodeScalars.prefix(place.column)
        // The colon of a key can only be wrong because of its indentation, or of the line before.
        if before.last == ":", !before.dropLast().contains(where: { ":{[,\"'".unicodeScalars.contains($0) }) {
            return "keys that belong together begin in the same column, and a key's colon has a space after it"
        }
        return "text with a colon, a quotation mark or a # in it, or that begins with a sign such as * @ % or [, needs "
            + "quotation marks around it"
    }
}

extension Node {
    /// Whether the node is an explicit null or an empty value (YAML 1.2, 10.2.1.1). Yams tells the same with regular
    /// expressions, which took a fiftieth of a large build's time.
    var isNull: Bool {
        guard case .scalar(let scalar) = self, scalar.style == .plain else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }

    /// What a node is, in an author's words.
    var kindName: String {
        switch self {
        case .mapping: "keys with values"
        case .sequence: "a list"
        case .alias: "an alias"
        case .scalar(let scalar):
            if isNull {
                "nothing"
            } else if scalar.style == .plain, bool != nil {
                "\(scalar.string) (yes or no)"
            } else if scalar.style == .plain, int != nil || float != nil {
                "the number \(scalar.string.prefix(40))"
            } else {
                "the text \"\(scalar.string.prefix(40))\(scalar.string.count > 40 ? "…" : "")\""
            }
        }
    }
}

extension SourceFile {
    /// A diagnostic at the first byte that is not UTF-8, or nil where all are.
    var invalidUTF8Diagnostic: Diagnostic? {
        // The whole is checked fast; only a text that fails is walked through for the place.
        guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var offset = 0
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): offset += UTF8.width(scalar)
            case .emptyInput: return nil
            case .error:
                return diagnostic(
                    atByte: offset, "this file is not UTF-8 text",
                    hint: "save it again with the encoding UTF-8")
            }
        }
    }
}
