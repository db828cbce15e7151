/// The rule by which a domain's mean score is told, written a second time from its description and with nothing of Prowess,
/// from raw answers.
struct ToldScore {
    /// How many took part, and how many questions the domain has.
    let respondents, questions: Int
    /// The mean of the answers of each who answered half of the questions or more, from 1 to 5.
    let scores: [Double]
    /// The fewest people of whom anything is told.
    let threshold: Int

    init(_ answers: [[String: Int]], of questions: [String], threshold: Int) {
        respondents = answers.count
        self.questions = questions.count
        self.threshold = threshold
        scores = answers.compactMap { answers in
            let codes = questions.compactMap { answers[$0] }
            guard codes.count * 2 >= questions.count else { return nil }
            return Double(codes.reduce(0, +)) / Double(codes.count)
        }
    }

    /// What the booklet should say.
    var text: String {
        let unscored = respondents - scores.count
        if respondents < threshold || scores.count < threshold { return "†" }
        let isRange = (1..<threshold).contains(unscored)
        if isRange, respondents < 2 * threshold - 1 { return "†" }
        let least = isRange ? respondents - threshold + 1 : scores.count
        let limit = ToldShare.limit(scores.count, threshold)
        // With a step of s the sum of one question stays open by s for each person and question.
        guard let places = [2, 1].first(where: { least * questions >= threshold * ($0 == 2 ? 100 : 10) }),
            least > 2 * limit
        else { return "†" }
        let mean = scores.reduce(0, +) / Double(scores.count)
        let edge = 4 * Double(limit) / Double(least)
        let power: Double = places == 2 ? 100 : 10
        if mean > 5 - edge { return "at least \(fixed(((5 - edge) * power).rounded(.down) / power, 2))" }
        if mean < 1 + edge { return "at most \(fixed(((1 + edge) * power).rounded(.up) / power, 2))" }
        let squares = scores.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
        let deviation = ((squares / Double(scores.count - 1)).squareRoot() * power).rounded() / power
        // Scores are 1/k apart: so many people at most can have another score than all others.
        let others = Double(questions) * (deviation + 0.5 / power)
        guard others * others * Double(least) > Double(limit) else { return "†" }
        return fixed((mean * power).rounded() / power, places)
    }

    /// A number with so many decimals.
    private func fixed(_ value: Double, _ places: Int) -> String {
        let whole = Int((value * (places == 2 ? 100 : 10)).rounded())
        let digits = String(whole)
        return "\(digits.dropLast(places)).\(digits.suffix(places))"
    }
}
