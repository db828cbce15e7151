import Diagnostics

/// A tag of a template, as far as diagnostics need to know it.
struct TemplateTag: Equatable {
    enum Kind {
        case variable
        case section
        case partial
        /// A layout that is inherited from.
        case parent
        /// A part of a layout that may be filled.
        case block
        case close
        /// One that the template ends in.
        case unfinished
        case other

        /// Whether a tag of the kind must be closed.
        var isOpening: Bool { self == .section || self == .parent || self == .block }
    }

    let kind: Kind
    let name: String
    let location: SourceLocation

    /// Whether the tag is about a value that the template is given.
    var isValue: Bool { kind == .variable || kind == .section }
}

/// Finds the tags of a template with their places, which swift-mustache does not keep.
enum TemplateTags {
    static func scan(_ text: String) -> [TemplateTag] {
        var tags: [TemplateTag] = []
        var location = SourceLocation.start
        // What a section changes its delimiters to ends with the section.
        var delimiters = [(open: "{{", close: "}}")]
        var rest = text[...]
        while let (open, close) = delimiters.last, let start = rest.firstRange(of: open) {
            location.advance(over: rest[..<start.lowerBound])
            guard let end = rest[start.upperBound...].firstRange(of: close) else {
                tags.append(TemplateTag(kind: .unfinished, name: "", location: location))
                break
            }
            let body = rest[start.upperBound..<end.lowerBound]
            let tag = tag(body, at: location)
            tags.append(tag)
            if tag.kind.isOpening {
                delimiters.append((open, close))
            } else if tag.kind == .close, delimiters.count > 1 {
                delimiters.removeLast()
            } else if body.first == "=" {
                let words = body.split { $0 == "=" || $0.isWhitespace }
                if words.count == 2 { delimiters[delimiters.count - 1] = (String(words[0]), String(words[1])) }
            }
            location.advance(over: rest[start.lowerBound..<end.upperBound])
            rest = rest[end.upperBound...]
        }
        return tags
    }

    /// The first tag that closes something else than what is open, with what is open; or else what stays open at the end.
    static func mismatch(in tags: [TemplateTag]) -> (close: TemplateTag?, open: TemplateTag?) {
        var open: [TemplateTag] = []
        for tag in tags {
            if tag.kind.isOpening { open.append(tag) }
            guard tag.kind == .close else { continue }
            guard open.last?.name == tag.name else { return (tag, open.last) }
            open.removeLast()
        }
        return (nil, open.last)
    }

    private static func tag(_ body: Substring, at location: SourceLocation) -> TemplateTag {
        let kind: TemplateTag.Kind =
            switch body.first {
            case "#", "^": .section
            case ">": .partial
            case "<": .parent
            case "$": .block
            case "/": .close
            case "!", "%", "=": .other
            default: .variable
            }
        var name = body.drop { $0.isWhitespace || "#^></!$%={&".contains($0) }.prefix { $0 != "}" && !$0.isWhitespace }
        // `uppercased(name)` changes how the name's value is written.
        if let open = name.lastIndex(of: "("), kind != .partial, kind != .parent {
            name = name[name.index(after: open)...].prefix { $0 != ")" }
        }
        return TemplateTag(kind: kind, name: String(name), location: location)
    }
}

extension SourceLocation {
    fileprivate mutating func advance(over text: Substring) {
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                (line, column) = (line + 1, 1)
            } else {
                column += 1
            }
        }
    }
}
