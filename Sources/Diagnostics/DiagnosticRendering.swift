import Foundation

extension Diagnostic {
    /// The diagnostic for a terminal: `path:line:column: error: message`, the source line, a caret and the hint.
    public var text: String {
        var lines = ["\(place): \(severity.rawValue): \(message)"]
        if let excerpt, let location {
            let gutter = String(location.line)
            let margin = String(repeating: " ", count: gutter.count)
            lines.append(" \(gutter) | \(excerpt.text)")
            lines.append(" \(margin) | \(String(repeating: " ", count: excerpt.caret))^")
        }
        if let hint { lines.append("  hint: \(hint)") }
        return lines.map(\.printable).joined(separator: "\n")
    }

    private var place: String {
        guard let location else { return path }
        return "\(path):\(location.line):\(location.column)"
    }
}

extension DiagnosticLog {
    /// All diagnostics as text, sorted, one blank line apart; empty where there are none.
    public var text: String {
        sorted.map(\.text).joined(separator: "\n\n")
    }

    /// All diagnostics as a JSON array, sorted, with the same fields as the text.
    ///
    /// Each object has `path`, `line`, `column`, `severity`, `message`, `source` and `hint`; what is absent is null.
    public func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(sorted.map(JSONDiagnostic.init)), as: UTF8.self)
    }
}

private struct JSONDiagnostic: Encodable {
    let diagnostic: Diagnostic

    enum CodingKeys: String, CodingKey {
        case path, line, column, severity, message, source, hint
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(diagnostic.path, forKey: .path)
        try container.encode(diagnostic.location?.line, forKey: .line)
        try container.encode(diagnostic.location?.column, forKey: .column)
        try container.encode(diagnostic.severity, forKey: .severity)
        try container.encode(diagnostic.message, forKey: .message)
        try container.encode(diagnostic.excerpt?.text, forKey: .source)
        try container.encode(diagnostic.hint, forKey: .hint)
    }
}

extension String {
    /// The text with a mark for each control character: a file's name may hold line ends, or what a terminal obeys.
    fileprivate var printable: String {
        guard unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else { return self }
        return String(
            String.UnicodeScalarView(
                unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
    }
}
