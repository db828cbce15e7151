import CSS

/// The rules of all stylesheets of a message, in order, with their selectors read.
struct RuleSet {
    /// All stylesheets, one after another.
    let text: Bytes
    let sheet: Stylesheet
    private(set) var pool: SelectorPool
    /// The selectors of all rules.
    private(set) var selectors: [Selector] = []
    /// Which selectors are each rule's; nil for at-rules and where a selector can't be read.
    private(set) var selectorsOfRule: [Range<Int>?] = []
    /// The numbers of rules with selectors and declarations.
    private(set) var styleRules: [Int] = []
    /// Whether each rule holds only under a condition.
    private(set) var isConditional: [Bool] = []
    /// Whether each rule is in a cascade layer, which loses to everything outside of layers.
    private(set) var isLayered: [Bool] = []
    /// Rules whose selectors can't be read, and where reading stopped.
    private(set) var unreadable: [(rule: Int, offset: Int)] = []
    /// Rules that import a stylesheet after other rules, which browsers pass over.
    private(set) var lateImports: Set<Int> = []
    /// Whether a rule that stays in the stylesheet, and one that is put on elements, uses or sets custom properties.
    let usesVariables: Bool

    /// - Parameter segments: the stylesheets that the text is made of.
    init(
        _ text: Bytes, _ sheet: Stylesheet, _ segments: [StyleSources.Segment], ignoresCase: Bool,
        names: inout AtomTable
    ) {
        let conditionalRanges = segments.filter { $0.element?.isUnconditional == false }.map(\.range)
        self.text = text
        self.sheet = sheet
        usesVariables = sheet.declarations.contains { declaration in
            declaration.isCustom || CustomProperties.mayUse(text, declaration.value)
        }
        pool = SelectorPool(ignoresCase: ignoresCase)
        for (number, rule) in sheet.rules.enumerated() {
            let isInLayer = rule.group.map { isLayered[$0] } ?? false
            let isLayer = rule.kind == .group && text.equals(rule.name, lowercase: "layer")
            isConditional.append(rule.group != nil || conditionalRanges.contains { $0.contains(rule.start) })
            isLayered.append(isInLayer || isLayer)
            guard rule.kind == .style else {
                selectorsOfRule.append(nil)
                continue
            }
            styleRules.append(number)
            do {
                let list = try SelectorParser.list(text, rule.prelude, names: &names, pool: &pool)
                selectorsOfRule.append(selectors.count..<(selectors.count + list.count))
                selectors += list
            } catch {
                selectorsOfRule.append(nil)
                unreadable.append((number, error.offset))
            }
        }
        noteLateImports(segments)
    }

    /// Names of at-rules that must be known for an import after them to be late.
    private static let knownNames: [StaticString] = [
        "font-face", "keyframes", "-webkit-keyframes", "page", "namespace", "property", "counter-style",
    ]

    /// Notes imports after other rules of their stylesheet (CSS Cascading and Inheritance Level 4, section 2): once those rules
    /// are gone, a browser would load them.
    private mutating func noteLateImports(_ segments: [StyleSources.Segment]) {
        var number = 0
        for segment in segments {
            var hasRules = false
            while number < sheet.rules.count, sheet.rules[number].start < segment.range.upperBound {
                let rule = sheet.rules[number]
                if rule.kind == .style {
                    hasRules = hasRules || selectorsOfRule[number] != nil
                } else if rule.kind == .group {
                    hasRules = true
                } else if text.equals(rule.name, lowercase: "import") {
                    if hasRules, rule.group == nil { lateImports.insert(number) }
                } else if rule.block != nil || text.equals(rule.name, lowercase: "namespace") {
                    hasRules = hasRules || Self.knownNames.contains { text.equals(rule.name, lowercase: $0) }
                }
                number += 1
            }
        }
    }

    /// The declarations of a rule, as numbers of `sheet.declarations`.
    func declarations(of rule: Int32) -> Range<Int> { sheet.rules[Int(rule)].declarations }
}
