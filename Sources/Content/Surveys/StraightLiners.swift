import Evaluation

/// Respondents who gave one answer to everything.
struct StraightLiners {
    private let places: [Bool]

    /// So many ratings with one answer are no chance.
    private static let fewestRatings = 10

    init(_ items: [Item], _ answers: AnswerColumns) {
        let all = items.compactMap { item in
            item.rating.flatMap { rating in
                answers.codes[item.id].map { (codes: $0, isReversed: rating.isReversed, scale: rating.scale) }
            }
        }
        // Answers to different scales can't be the same; the scale of most ratings tells.
        var counts: [(scale: ResponseScale, count: Int)] = []
        for rating in all {
            if let place = counts.firstIndex(where: { $0.scale == rating.scale }) {
                counts[place].count += 1
            } else {
                counts.append((rating.scale, 1))
            }
        }
        let most = counts.map(\.count).max()
        let scale = counts.first { $0.count == most }?.scale
        let ratings = all.filter { $0.scale == scale }
        guard ratings.count >= Self.fewestRatings, ratings.contains(where: \.isReversed) else {
            places = []
            return
        }
        let count = answers.rows.count
        var only = [UInt8](repeating: SurveyResponses.missing, count: count)
        var answered = [UInt8](repeating: 0, count: count)
        var isStraight = [Bool](repeating: true, count: count)
        var hasReversed = [Bool](repeating: false, count: count)
        for rating in ratings {
            for place in 0..<count {
                let code = rating.codes[place]
                guard code != SurveyResponses.missing else { continue }
                if only[place] == SurveyResponses.missing { only[place] = code }
                if only[place] != code || code > 250 { isStraight[place] = false }
                if rating.isReversed { hasReversed[place] = true }
                if answered[place] < Self.fewestRatings { answered[place] += 1 }
            }
        }
        places = (0..<count).map { isStraight[$0] && hasReversed[$0] && answered[$0] >= Self.fewestRatings }
    }

    func contains(_ place: Int) -> Bool { !places.isEmpty && places[place] }
}
