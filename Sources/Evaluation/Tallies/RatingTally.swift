import Statistics

/// The answers of one group to one rating in one wave, counted.
struct RatingTally: Equatable, Sendable {
    /// Answers at each point of the scale, the lowest first.
    let points: [Int]
    /// The score of each point, in the same order; the higher the more favorable.
    let scores: [UInt8]
    /// Points that are favorable, neutral and unfavorable, in the same order.
    let valences: [ResponseScale.Valence]
    /// How many said that it doesn't apply to them.
    let notApplicable: Int
    /// How many said that they don't know.
    let dontKnow: Int
    /// How many gave no answer.
    let missing: Int

    init(_ rating: Item.Rating, codes: [UInt8]) {
        let counts = CodeCounts(codes)
        points = rating.scale.points.map { counts[$0.code] }
        scores = rating.scale.scores(isReversed: rating.isReversed)
        valences = rating.scale.valences(isReversed: rating.isReversed)
        notApplicable = counts[SurveyResponses.notApplicable]
        dontKnow = counts[SurveyResponses.dontKnow]
        missing = codes.count - points.reduce(0, +) - notApplicable - dontKnow
    }

    /// The valid answers: those on the scale.
    var valid: Int { points.reduce(0, +) }

    /// How many valid answers are of a valence.
    func count(_ valence: ResponseScale.Valence) -> Int {
        zip(points, valences).reduce(0) { $1.1 == valence ? $0 + $1.0 : $0 }
    }

    /// The answers as a distribution of scores.
    var scored: Tally? { Tally(values: scores.map(Double.init), counts: points) }
}
