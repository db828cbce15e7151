/// Reads rules and declarations (CSS Syntax Module Level 3, section 5), and recovers from mistakes as browsers do.
///
/// Nothing recurses but rules that stand among declarations, which are passed over as a whole, so that depth is no matter.
public struct StylesheetParser {
    private var tokens: CSSTokenizer
    private var sheet = Stylesheet()
    private var openGroups: [Int] = []

    private static let groupNames: [StaticString] = [
        "media", "supports", "layer", "container", "scope", "document", "-moz-document", "starting-style",
    ]

    private init(_ text: Bytes, _ range: Range<Int>, _ sheet: Stylesheet = Stylesheet()) {
        tokens = CSSTokenizer(text, range)
        self.sheet = sheet
    }

    /// Reads a stylesheet and adds its rules to others.
    /// - Parameters:
    ///   - text: the bytes.
    ///   - range: the part of them that is the stylesheet.
    ///   - sheet: the rules that come before, read from the same bytes.
    ///   - names: receives the names of properties.
    public static func read(
        _ text: Bytes, _ range: Range<Int>, after sheet: consuming Stylesheet = Stylesheet(), names: inout AtomTable
    ) -> Stylesheet {
        var parser = StylesheetParser(text, range, sheet)
        parser.readRules(&names)
        return parser.finished()
    }

    /// Reads the value of a style attribute; what is no declaration is kept as opaque text.
    public static func declarations(_ text: Bytes, _ range: Range<Int>, names: inout AtomTable) -> Stylesheet {
        var parser = StylesheetParser(text, range)
        _ = parser.readBlock(isAttribute: true, &names)
        return parser.finished()
    }

    private func finished() -> Stylesheet {
        var sheet = sheet
        if let offset = tokens.unclosedComment {
            sheet.problems.append(CSSProblem(kind: .unclosedComment, offset: offset))
        }
        sheet.isUnclosed =
            sheet.isUnclosed || tokens.endsInside || sheet.problems.contains { $0.kind == .unclosedBlock }
        return sheet
    }

    // MARK: Rules

    private mutating func readRules(_ names: inout AtomTable) {
        while true {
            let token = tokens.next()
            switch token.kind {
            case .whitespace, .cdo, .cdc: continue
            case .end:
                for group in openGroups {
                    sheet.problems.append(CSSProblem(kind: .unclosedBlock, offset: sheet.rules[group].start))
                    close(group, blockEnd: token.start, end: token.start)
                }
                return
            case .closeCurly where !openGroups.isEmpty:
                close(openGroups.removeLast(), blockEnd: token.start, end: token.end)
            case .atKeyword: readAtRule(token)
            default: readStyleRule(from: token, &names)
            }
        }
    }

    private mutating func close(_ rule: Int, blockEnd: Int, end: Int) {
        sheet.rules[rule].block = sheet.rules[rule].block.map { $0.lowerBound..<blockEnd }
        sheet.rules[rule].end = end
    }

    private mutating func readAtRule(_ keyword: CSSToken) {
        let name = (keyword.start + 1)..<keyword.end
        let isGroup = Self.groupNames.contains { tokens.text.equals(name, lowercase: $0) }
        while true {
            let mark = tokens.position
            let token = tokens.next()
            let prelude = tokens.text.trimmed(keyword.end..<token.start)
            func rule(_ kind: Stylesheet.RuleKind, end: Int) -> Stylesheet.Rule {
                Stylesheet.Rule(
                    kind: kind, start: keyword.start, end: end, name: name, prelude: prelude, group: openGroups.last)
            }
            switch token.kind {
            case .semicolon: return sheet.rules.append(rule(.other, end: token.end))
            case .end: return sheet.rules.append(rule(.other, end: prelude.upperBound))
            case .closeCurly where !openGroups.isEmpty:
                tokens.position = mark
                return sheet.rules.append(rule(.other, end: token.start))
            case .openCurly:
                sheet.rules.append(rule(isGroup ? .group : .other, end: token.end))
                let index = sheet.rules.count - 1
                sheet.rules[index].block = token.end..<token.end
                guard isGroup else {
                    skipSimpleBlock(.closeCurly, from: token)
                    let closed = tokens.position > token.end && tokens.text[tokens.position - 1] == UInt8(ascii: "}")
                    return close(index, blockEnd: tokens.position - (closed ? 1 : 0), end: tokens.position)
                }
                return openGroups.append(index)
            default: if let closer = token.closer { skipSimpleBlock(closer, from: token) }
            }
        }
    }

    private mutating func readStyleRule(from first: CSSToken, _ names: inout AtomTable) {
        var token = first
        while token.kind != .openCurly {
            if token.kind == .end || (token.kind == .closeCurly && !openGroups.isEmpty) {
                sheet.problems.append(CSSProblem(kind: .ruleWithoutBlock, offset: first.start))
                tokens.position = token.start
                return
            }
            if let closer = token.closer { skipSimpleBlock(closer, from: token) }
            token = tokens.next()
        }
        let prelude = tokens.text.trimmed(first.start..<token.start)
        let firstDeclaration = sheet.declarations.count
        let start = token.end
        let (blockEnd, hasNestedRules) = readBlock(isAttribute: false, &names)
        if blockEnd == tokens.position { sheet.problems.append(CSSProblem(kind: .unclosedBlock, offset: token.start)) }
        var rule = Stylesheet.Rule(
            kind: .style, start: first.start, end: tokens.position, name: first.start..<first.start, prelude: prelude,
            group: openGroups.last)
        rule.block = start..<blockEnd
        rule.declarations = firstDeclaration..<sheet.declarations.count
        rule.hasNestedRules = hasNestedRules
        sheet.rules.append(rule)
    }

    // MARK: Declarations

    /// Reads declarations up to the brace that ends their block.
    /// - Returns: where that brace is, and whether rules were passed over.
    private mutating func readBlock(isAttribute: Bool, _ names: inout AtomTable) -> (end: Int, hasNestedRules: Bool) {
        var hasNestedRules = false
        while true {
            let token = tokens.next()
            switch token.kind {
            case .whitespace, .semicolon: continue
            case .end: return (token.start, hasNestedRules)
            case .closeCurly where !isAttribute: return (token.start, hasNestedRules)
            default:
                if token.kind == .ident, readDeclaration(token, isAttribute: isAttribute, &names) { continue }
                tokens.position = token.start
                let isRule = skipNestedRule(isAttribute: isAttribute)
                hasNestedRules = hasNestedRules || isRule
                if isAttribute {
                    let text = tokens.text.trimmed(token.start..<tokens.position)
                    let end =
                        tokens.text[text.upperBound - 1] == UInt8(ascii: ";") ? text.upperBound - 1 : text.upperBound
                    appendOpaque(text.lowerBound..<end)
                } else if !isRule {
                    sheet.problems.append(CSSProblem(kind: .notADeclaration, offset: token.start))
                }
            }
        }
    }

    private mutating func appendOpaque(_ range: Range<Int>) {
        sheet.declarations.append(
            Stylesheet.Declaration(
                property: -1, name: range, value: range.upperBound..<range.upperBound, end: range.upperBound,
                isImportant: false, isCustom: false, isOpaque: true))
    }

    /// Reads a declaration that begins with a name; false where it is none, and then nothing is to be relied on but its start.
    private mutating func readDeclaration(
        _ name: CSSToken, isAttribute: Bool, _ names: inout AtomTable
    ) -> Bool {
        var token = nextSignificant()
        guard token.kind == .colon else { return false }
        let isCustom =
            name.end - name.start > 2 && tokens.text[name.start] == UInt8(ascii: "-")
            && tokens.text[name.start + 1] == UInt8(ascii: "-")
        let colon = token.end
        // The last two tokens that are no whitespace, to see whether they are `!important`.
        var (last, bang): (CSSToken?, CSSToken?) = (nil, nil)
        var badString: Int?
        value: while true {
            token = tokens.next()
            switch token.kind {
            case .whitespace: continue
            case .semicolon, .end: break value
            case .closeCurly where !isAttribute: break value
            case .openCurly where !isCustom && !isTemplateTag(token): return false
            case .badString: badString = token.start
            default: break
            }
            if let closer = token.closer { badString = skipSimpleBlock(closer, from: token) ?? badString }
            bang = last
            last = token
        }
        let end = token.start
        if token.kind == .closeCurly { tokens.position = token.start }
        if let badString {
            sheet.problems.append(CSSProblem(kind: .unclosedString, offset: badString))
            if isAttribute { appendOpaque(tokens.text.trimmed(name.start..<end)) }
            return true
        }
        var value = tokens.text.trimmed(colon..<end)
        var isImportant = false
        if let last, let bang, last.kind == .ident, bang.isDelim(UInt8(ascii: "!")),
            tokens.text.equals(last.start..<last.end, lowercase: "important")
        {
            isImportant = true
            value = tokens.text.trimmed(value.lowerBound..<bang.start)
        }
        guard !value.isEmpty || isCustom else {
            sheet.problems.append(CSSProblem(kind: .emptyValue, offset: name.start))
            return true
        }
        let property = CSSName.withUnescaped(tokens.text, name.start..<name.end) {
            names.intern($0, lowercased: !isCustom)
        }
        sheet.declarations.append(
            Stylesheet.Declaration(
                property: property, name: name.start..<name.end, value: value,
                end: tokens.text.trimmed(colon..<end).upperBound, isImportant: isImportant, isCustom: isCustom,
                isOpaque: false))
        return true
    }

    /// Whether a brace begins a mail tool's tag such as `{{ color }}`, which may stand for a value.
    private func isTemplateTag(_ brace: CSSToken) -> Bool {
        brace.end < tokens.limit && tokens.text[brace.end] == UInt8(ascii: "{")
    }

    /// Passes what is no declaration: a rule among declarations, or text up to a semicolon.
    /// - Returns: whether it was a rule.
    private mutating func skipNestedRule(isAttribute: Bool) -> Bool {
        while true {
            let token = tokens.next()
            switch token.kind {
            case .semicolon, .end: return false
            case .closeCurly where !isAttribute:
                tokens.position = token.start
                return false
            case .openCurly:
                skipSimpleBlock(.closeCurly, from: token)
                guard isAttribute else { return true }
            default: if let closer = token.closer { skipSimpleBlock(closer, from: token) }
            }
        }
    }

    private mutating func nextSignificant() -> CSSToken {
        var token = tokens.next()
        while token.kind == .whitespace { token = tokens.next() }
        return token
    }

    /// Passes everything up to what closes a block, or to the end.
    /// - Returns: where a string begins in it that doesn't end on its line.
    @discardableResult
    private mutating func skipSimpleBlock(_ closer: CSSToken.Kind, from opener: CSSToken) -> Int? {
        var closers = [closer]
        var badString: Int?
        while let wanted = closers.last {
            let token = tokens.next()
            if token.kind == wanted {
                closers.removeLast()
            } else if token.kind == .end {
                sheet.problems.append(CSSProblem(kind: .unclosedBlock, offset: opener.start))
                return badString
            } else if let closer = token.closer {
                closers.append(closer)
            } else if token.kind == .badString {
                badString = token.start
            }
        }
        return badString
    }
}
