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
    /// Whether each rule holds only under a condition.
    private(set) var isConditional: [Bool] = []
    /// Whether each rule is in a cascade layer, which loses to everything outside of layers.
    private(set) var isLayered: [Bool] = []
    /// Rules whose selectors can't be read, and where reading stopped.
    private(set) var unreadable: [(rule: Int, offset: Int)] = []
    /// Whether a rule that stays in the stylesheet, and one that is put on elements, uses or sets custom properties.
    let usesVariables: Bool

    /// - Parameters:
    ///   - conditionalRanges: the parts of the text that hold only for some media, such as `<style media="print">`.
    init(
        _ text: Bytes, _ sheet: Stylesheet, conditionalRanges: [Range<Int>], ignoresCase: Bool, names: inout AtomTable
    ) {
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
            do {
                let list = try SelectorParser.list(text, rule.prelude, names: &names, pool: &pool)
                selectorsOfRule.append(selectors.count..<(selectors.count + list.count))
                selectors += list
            } catch {
                selectorsOfRule.append(nil)
                unreadable.append((number, error.offset))
            }
        }
    }

    /// The declarations of a rule, as numbers of `sheet.declarations`.
    func declarations(of rule: Int32) -> Range<Int> { sheet.rules[Int(rule)].declarations }
}
