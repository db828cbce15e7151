import Evaluation

/// What columns of an export may call the items of questionnaires, worked out once for all surveys.
struct QuestionNames: Sendable {
    /// An item's id, its text in each language and the labels of its choices, as headers are compared.
    struct OfItem: Sendable {
        /// The id and the texts.
        let names: [String]
        /// The places of choices by their labels; none where the item has no choices.
        let places: [String: Int]
        /// The place of the choice beside which respondents type something of their own.
        let other: Int?

        init(_ item: Item) {
            names = ([item.id] + item.text.all).map(\.normalizedQuestion)
            let choices = if case .multipleChoice(let choices) = item.kind { choices } else { [Item.Choice]() }
            var places: [String: Int] = [:]
            for (place, choice) in choices.enumerated() {
                for label in choice.label.all { places[label.normalizedQuestion] = place }
            }
            self.places = places
            other = choices.firstIndex { $0.label.all.contains(where: ColumnNames.isOther) }
        }
    }

    private let items: [String: [String: OfItem]]

    /// The names of the items of questionnaires, by the slug of each.
    init(_ instruments: [String: Instrument]) {
        items = instruments.mapValues { instrument in
            Dictionary(instrument.items.map { ($0.id, OfItem($0)) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// The names of an item of a questionnaire.
    func names(of item: Item, in instrument: Instrument) -> OfItem {
        items[instrument.slug]?[item.id] ?? OfItem(item)
    }
}
