import Diagnostics

/// A tag of a template, as far as diagnostics need to know it.
struct TemplateTag: Equatable {
    enum Kind {
        case variable
        case section
        case partial
        case other
    }

    let kind: Kind
    let name: String
    let line: Int
    let column: Int
}

/// Finds the tags of a template with their places, which swift-mustache does not keep.
enum TemplateTags {
    static func scan(_ text: String) -> [TemplateTag] {
        var tags: [TemplateTag] = []
        var line = 1
        var rest = text[...]
        var lineStart = rest.startIndex
        while let character = rest.first {
            if character.isNewline {
                line += 1
                lineStart = rest.index(after: rest.startIndex)
            } else if rest.hasPrefix("{{") {
                let column = text.distance(from: lineStart, to: rest.startIndex) + 1
                let body = rest.dropFirst(2)
                guard let end = body.firstRange(of: "}}") else { break }
                tags.append(tag(body[..<end.lowerBound], line: line, column: column))
                let inside = body[..<end.lowerBound]
                line += inside.count { $0.isNewline }
                rest = body[end.upperBound...]
                continue
            }
            rest = rest.dropFirst()
        }
        return tags
    }

    private static func tag(_ body: Substring, line: Int, column: Int) -> TemplateTag {
        let kind: TemplateTag.Kind =
            switch body.first {
            case "#", "^": .section
            case ">", "<": .partial
            case "/", "!", "$", "%", "=": .other
            default: .variable
            }
        let name = body.drop { "#^></!$%={& ".contains($0) }.prefix { $0 != "}" && $0 != " " }
        return TemplateTag(kind: kind, name: String(name), line: line, column: column)
    }
}
