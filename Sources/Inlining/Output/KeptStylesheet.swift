import CSS

/// What stays in `<style>`: rules that hold under a condition or only in some state, at-rules, and rules that match nothing
/// in the message, since a client may add the class or the attribute that they wait for.
struct KeptStylesheet {
    let rules: RuleSet
    let promotions: Promotions
    /// For each selector, whether an element with a tag matched it, and whether one that the parser made up did.
    let usage: [SelectorUsage]
    /// Whether custom properties are still needed.
    let keepsVariables: Bool

    /// Writes what stays of a part of the stylesheets.
    func text(of segment: Range<Int>) -> [UInt8] {
        var output: [UInt8] = []
        let first = rules.sheet.rules.partitioningIndex { $0.start >= segment.lowerBound }
        for (number, rule) in zip(first..., rules.sheet.rules[first...]).prefix(while: { $1.start < segment.upperBound }
        )
        where rule.group == nil && !rules.lateImports.contains(number) {
            let start = output.count
            if rule.kind == .style, let selectors = rules.selectorsOfRule[number], !rules.isConditional[number],
                !rule.hasNestedRules
            {
                write(rule, selectors, to: &output)
            } else {
                write(rule.start..<rule.end, important: promotions.promoted, to: &output)
            }
            if output.count > start { output.append(UInt8(ascii: "\n")) }
        }
        return output
    }

    /// Writes all of a part, with what has to become important.
    func unchangedText(of segment: Range<Int>) -> [UInt8] {
        var output: [UInt8] = []
        write(segment, important: promotions.promoted, to: &output)
        return output
    }

    private func write(_ rule: Stylesheet.Rule, _ selectors: Range<Int>, to output: inout [UInt8]) {
        guard let block = rule.block else { return }
        let waiting = selectors.filter {
            (!rules.selectors[$0].needs.isEmpty || !usage[$0].matchesAny) && !usage[$0].isDropped
        }
        let inlined = selectors.filter { rules.selectors[$0].needs.isEmpty && usage[$0].matchesAny }
        if !waiting.isEmpty {
            writeSelectors(waiting, to: &output)
            write(block, important: promotions.promoted, to: &output)
            output.append(UInt8(ascii: "}"))
            writeLifted(waiting, rule.declarations, to: &output)
        }
        let madeUp = inlined.filter { usage[$0].matchesMadeUp }
        if !madeUp.isEmpty {
            writeAlways(to: &output) {
                writeSelectors(madeUp, to: &$0)
                write(block, important: promotions.retained, to: &$0)
                $0.append(UInt8(ascii: "}"))
                writeLifted(madeUp, rule.declarations, to: &$0)
            }
        }
        let others = inlined.filter { !usage[$0].matchesMadeUp }
        let needed = rule.declarations.filter { number in
            promotions.retained[number] || (keepsVariables && rules.sheet.declarations[number].isCustom)
        }
        guard !others.isEmpty, !needed.isEmpty else { return }
        writeAlways(to: &output) { output in
            writeSelectors(others, to: &output)
            for (index, number) in needed.enumerated() {
                let declaration = rules.sheet.declarations[number]
                if index > 0 { output.append(UInt8(ascii: ";")) }
                output += rules.text[declaration.range]
                if !declaration.isImportant, promotions.retained[number] { output += Array(" !important".utf8) }
            }
            output.append(UInt8(ascii: "}"))
            writeLifted(others, needed, to: &output)
        }
    }

    /// Writes a rule that was put on elements too. It is put under a condition that always holds, so that it is not put on
    /// them again when the message is inlined a second time.
    private func writeAlways(to output: inout [UInt8], _ write: (inout [UInt8]) -> Void) {
        if let last = output.last, last != UInt8(ascii: "\n") { output.append(UInt8(ascii: "\n")) }
        output += Array("@media all{".utf8)
        write(&output)
        output.append(UInt8(ascii: "}"))
    }

    private func writeSelectors(_ selectors: [Int], suffix: StaticString = "", to output: inout [UInt8]) {
        for (index, selector) in selectors.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            output += rules.text[rules.selectors[selector].text]
            output += Bytes(start: suffix.utf8Start, count: suffix.utf8CodeUnitCount)
        }
        output.append(UInt8(ascii: "{"))
    }

    /// Writes the important declarations of a rule once more with selectors that weigh more than those of anything that
    /// became important. What is no element has no part in that.
    private func writeLifted(_ selectors: some Sequence<Int>, _ numbers: some Sequence<Int>, to output: inout [UInt8]) {
        guard promotions.liftsImportant else { return }
        let selectors = selectors.filter { !rules.selectors[$0].needs.contains(.pseudoElement) }
        let important = numbers.filter { rules.sheet.declarations[$0].isImportant }
        guard !selectors.isEmpty, !important.isEmpty else { return }
        output.append(UInt8(ascii: "\n"))
        writeSelectors(selectors, suffix: ":not(#_)", to: &output)
        for number in important {
            output += rules.text[rules.sheet.declarations[number].range]
            output.append(UInt8(ascii: ";"))
        }
        output[output.count - 1] = UInt8(ascii: "}")
    }

    /// Writes a part of the stylesheets with what has to become important.
    private func write(_ range: Range<Int>, important: [Bool], to output: inout [UInt8]) {
        var position = range.lowerBound
        func write(to end: Int) {
            output += rules.text[position..<end]
            position = end
        }
        // Rules end in the order in which they begin, but for groups, which end after what is in them.
        let first = rules.styleRules.partitioningIndex { rules.sheet.rules[$0].end > range.lowerBound }
        for number in rules.styleRules[first...] {
            let rule = rules.sheet.rules[number]
            guard rule.start < range.upperBound else { break }
            for number in rule.declarations {
                let declaration = rules.sheet.declarations[number]
                guard important[number], !declaration.isImportant else { continue }
                write(to: declaration.end)
                output += Array(" !important".utf8)
            }
            guard promotions.liftsImportant, range.contains(rule.start), !rules.isLayered[number],
                let selectors = rules.selectorsOfRule[number]
            else { continue }
            write(to: rule.end)
            writeLifted(selectors, rule.declarations, to: &output)
        }
        write(to: range.upperBound)
    }
}

/// Which elements a selector matched.
struct SelectorUsage {
    /// One that a style attribute can be put on.
    var matchesWritten = false
    /// One that the parser made up, such as the body that a table is given. The `<html>` and `<body>` around a part of a
    /// message are none of its elements.
    var matchesMadeUp = false
    /// Whether it matches nothing and is left out.
    var isDropped = false

    var matchesAny: Bool { matchesWritten || matchesMadeUp }
}

extension RandomAccessCollection {
    /// The first place from which on a condition holds, which must not hold before.
    func partitioningIndex(where holds: (Element) -> Bool) -> Index {
        var (low, count) = (startIndex, count)
        while count > 0 {
            let half = count / 2
            let middle = index(low, offsetBy: half)
            if holds(self[middle]) {
                count = half
            } else {
                low = index(after: middle)
                count -= half + 1
            }
        }
        return low
    }
}
