import Testing

@testable import Evaluation

@Suite("Items of two editions of a questionnaire")
struct ItemComparisonTests {
    private func scale(_ labels: [TranslatedText], dontKnow: TranslatedText? = nil) -> ResponseScale {
        ResponseScale(
            points: labels.enumerated().map { place, label in
                .init(code: UInt8(place + 1), label: label, valence: place == 0 ? .unfavorable : .favorable)
            }, nonSubstantive: dontKnow.map { [.init(code: 9, label: $0, kind: .dontKnow)] } ?? [])
    }

    private func rating(
        _ text: TranslatedText = "Fair?", _ labels: [TranslatedText] = ["No", "Yes"], dontKnow: TranslatedText? = nil,
        isReversed: Bool = false, domain: String = "d", groups: [StakeholderGroup] = [.student]
    ) -> Item {
        Item(
            id: "a", domain: domain, text: text,
            kind: .rating(.init(scale: scale(labels, dontKnow: dontKnow), isReversed: isReversed)), groups: groups)
    }

    private func choice(_ labels: [TranslatedText], isMultiple: Bool = false) -> Item {
        let choices = labels.enumerated().map { Item.Choice(code: UInt8($0), label: $1) }
        return Item(
            id: "a", domain: nil, text: "Which?", kind: isMultiple ? .multipleChoice(choices) : .singleChoice(choices),
            groups: [.student])
    }

    private func text(_ original: String, _ spanish: String) -> TranslatedText {
        TranslatedText(original, translations: ["es": spanish])
    }

    @Test("A translation that is added later leaves an item comparable, either way round")
    func addedTranslation() {
        let pairs = [
            (rating(), rating(text("Fair?", "¿Justo?"), [text("No", "No"), text("Yes", "Sí")])),
            (rating(dontKnow: "Unsure"), rating(dontKnow: text("Unsure", "No sé"))),
            (choice(["A", "B"]), choice([text("A", "a"), "B"])),
            (choice(["A", "B"], isMultiple: true), choice([text("A", "a"), "B"], isMultiple: true)),
        ]
        for (before, after) in pairs {
            #expect(before.isComparable(with: after) && after.isComparable(with: before))
        }
    }

    @Test("Words that were changed in any language that both have make an item another one")
    func changedWords() {
        let item = rating(text("Fair?", "¿Justo?"), [text("No", "No"), text("Yes", "Sí")])
        for other in [
            rating(text("Fair?", "¿Es justo?"), [text("No", "No"), text("Yes", "Sí")]),
            rating(text("Just?", "¿Justo?"), [text("No", "No"), text("Yes", "Sí")]),
            rating(text("Fair?", "¿Justo?"), [text("No", "No"), text("Yes", "Claro")]),
            rating(text("Fair?", "¿Justo?"), [text("Never", "No"), text("Yes", "Sí")]),
        ] { #expect(!item.isComparable(with: other) && !other.isComparable(with: item)) }
        #expect(!choice(["A", "B"]).isComparable(with: choice(["A", "C"])))
    }

    @Test("Another way to answer makes an item another one; who is asked, and the domain, do not")
    func answering() {
        #expect(!rating().isComparable(with: rating(isReversed: true)))
        #expect(!rating().isComparable(with: rating(dontKnow: "Unsure")))
        #expect(!rating().isComparable(with: rating("Fair?", ["No", "Maybe", "Yes"])))
        #expect(!choice(["A", "B"]).isComparable(with: choice(["A", "B"], isMultiple: true)))
        #expect(!choice(["A", "B"]).isComparable(with: choice(["B", "A"])))
        #expect(rating().isComparable(with: rating(domain: "e", groups: [.teacher])))
    }

    @Test("Waves are compared although the later questionnaire has a translation")
    func waves() throws {
        let translated = EvaluationSample.instrument(
            EvaluationSample.instrument.items.map { item in
                Item(
                    id: item.id, domain: item.domain,
                    text: TranslatedText(item.text.original, translations: ["es": "es: " + item.text.original]),
                    kind: item.kind, groups: item.groups)
            })
        let codes: [UInt8] = Array(repeating: 1, count: 20) + Array(repeating: 5, count: 20)
        let results = SurveyResults(
            waves: [
                try EvaluationSample.wave("w1", "2025-01-06"),
                try EvaluationSample.wave("w2", "2025-05-06", instrument: translated),
            ],
            responses: ["w1", "w2"].map {
                EvaluationSample.responses(.student, wave: $0, ["a": codes, "b": codes, "r": codes])
            }, grouping: GroupingRule(rule: DisclosureRule(), consenting: []), isProtected: true)
        #expect(Set(results.changes.map(\.subject)) == [.item("a"), .item("b"), .item("r"), .domain("trust")])
    }
}
