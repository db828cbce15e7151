import CSS

/// A stylesheet with its parts as texts.
struct CSSText {
    let text: [UInt8]
    let sheet: Stylesheet
    let names: AtomTable

    /// Reads a stylesheet, or the value of a style attribute.
    init(_ text: String, isAttribute: Bool = false) { self.init(bytes: Array(text.utf8), isAttribute: isAttribute) }

    init(bytes: [UInt8], isAttribute: Bool = false) {
        var names = AtomTable()
        text = bytes
        sheet = bytes.withUnsafeBufferPointer { text in
            isAttribute
                ? StylesheetParser.declarations(text, 0..<text.count, names: &names)
                : StylesheetParser.read(text, 0..<text.count, names: &names)
        }
        self.names = names
    }

    subscript(range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

    /// The rules as they stand in the text.
    var rules: [String] { sheet.rules.map { self[$0.start..<$0.end] } }

    /// What stands before the blocks.
    var preludes: [String] { sheet.rules.map { self[$0.prelude] } }

    /// All declarations as `name: value`, with ` !` where they are important.
    var declarations: [String] {
        sheet.declarations.map {
            $0.isOpaque ? self[$0.name] : "\(self[$0.name]): \(self[$0.value])\($0.isImportant ? " !" : "")"
        }
    }

    var problems: [CSSProblem.Kind] { sheet.problems.map(\.kind) }
}

/// A list of selectors.
struct SelectorText {
    let selectors: [Selector]
    let pool: SelectorPool
    let names: AtomTable
    let text: [UInt8]

    /// Reads a list; nil where a browser would pass over its rule.
    init?(_ text: String, ignoresCase: Bool = false) {
        self.text = Array(text.utf8)
        var names = AtomTable()
        var pool = SelectorPool(ignoresCase: ignoresCase)
        let list = self.text.withUnsafeBufferPointer { text in
            try? SelectorParser.list(text, 0..<text.count, names: &names, pool: &pool)
        }
        guard let list else { return nil }
        (selectors, self.pool, self.names) = (list, pool, names)
    }

    /// The parts of the first selector, from the last to the first.
    var steps: [SelectorStep] { Array(pool.steps[selectors[0].steps]) }

    /// The number of a name.
    func atom(_ name: String) -> AtomTable.Atom { names.atom(of: name) ?? -1 }
}
