import Diagnostics

/// Refuses YAML that would cost a parser more than any author's file needs, before a parser sees it.
enum YAMLGuard {
    /// The deepest nesting that is read. Composing a tree recurses, and content never needs a tenth of this.
    static let deepestNesting = 100

    /// What is wrong with a text, or nil; `firstLine` is its first line's number in the file. The names in a confidential
    /// file are not told.
    static func problem(
        in text: ArraySlice<UInt8>, firstLine: Int, tellsNames: Bool = true
    ) -> (location: SourceLocation, message: String)? {
        var scan = Scan(line: firstLine)
        for byte in text {
            if let problem = scan.take(byte) { return problem }
        }
        return scan.aliasProblem(tellsNames: tellsNames)
    }

    /// One pass that follows indentation, brackets, anchors and aliases. Quotation marks are not looked at: an apostrophe
    /// in plain text would mislead, and text with a hundred unclosed brackets is no content.
    private struct Scan {
        var line: Int
        private var column = 0
        private var indents: [Int] = []
        private var brackets = 0
        private var isInIndentation = true
        private var name: [UInt8]?
        private var nameKind = UInt8(ascii: " ")
        private var nameColumn = 0
        private var previous = UInt8(ascii: "\n")
        private var anchors: Set<[UInt8]> = []
        private var aliases: [(name: [UInt8], location: SourceLocation)] = []

        init(line: Int) {
            self.line = line
        }

        mutating func take(_ byte: UInt8) -> (location: SourceLocation, message: String)? {
            followName(byte)
            var isTooDeep = false
            switch byte {
            case UInt8(ascii: "\n"):
                line += 1
                column = -1
                isInIndentation = true
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                brackets += 1
                isTooDeep = brackets > YAMLGuard.deepestNesting
            case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets = max(0, brackets - 1)
            default: break
            }
            if isInIndentation, byte != UInt8(ascii: "\n"), byte != UInt8(ascii: " "), byte != UInt8(ascii: "\r") {
                indents.removeAll { $0 >= column }
                indents.append(column)
                isTooDeep = isTooDeep || indents.count > YAMLGuard.deepestNesting
                // `- - - x` opens a level with each dash.
                isInIndentation = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?")
            }
            column += 1
            previous = byte
            return isTooDeep
                ? (
                    SourceLocation(line: line, column: max(1, column)),
                    "the YAML is nested more than \(YAMLGuard.deepestNesting) levels deep"
                ) : nil
        }

        private mutating func followName(_ byte: UInt8) {
            if name != nil {
                if byte.isNameByte {
                    name?.append(byte)
                } else {
                    closeName()
                }
            } else if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*"), " \t\n[{,:-?".utf8.contains(previous) {
                name = []
                nameKind = byte
                nameColumn = column + 1
            }
        }

        private mutating func closeName() {
            guard let closed = name.take(), !closed.isEmpty else { return }
            if nameKind == UInt8(ascii: "&") {
                anchors.insert(closed)
            } else {
                aliases.append((closed, SourceLocation(line: line, column: nameColumn)))
            }
        }

        /// An alias multiplies what it stands for; ten lines of them can ask for more memory than there is.
        func aliasProblem(tellsNames: Bool) -> (location: SourceLocation, message: String)? {
            var scan = self
            scan.closeName()
            guard let alias = scan.aliases.first(where: { scan.anchors.contains($0.name) }) else { return nil }
            let name = String(decoding: alias.name, as: UTF8.self)
            return (
                alias.location, "the YAML alias \(tellsNames ? "*\(name) " : "")is not read here; write the value out"
            )
        }
    }
}

extension UInt8 {
    /// Whether this byte can be part of a name: an ASCII letter or digit, `-` or `_`.
    fileprivate var isNameByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
