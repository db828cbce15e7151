import Statistics

/// The scores of one group in one domain in one wave, before disclosure control.
///
/// A respondent's score is the mean of the answers on the scale to the domain's ratings, reversed items mirrored. It counts
/// where at least half of the ratings were answered (the half rule of Fairclough and Cella, 1996).
struct DomainTally: Sendable {
    /// The items that are scored, in order.
    let items: [String]
    /// The lowest and the highest score of the scale.
    let bounds: ClosedRange<Double>
    /// How many respondents have a score.
    let count: Int
    /// The mean of their scores; nil where nobody has one.
    let mean: Double?
    /// The standard deviation of their scores; nil for fewer than two.
    let standardDeviation: Double?
    /// The covariances of the items among those who answered all of them.
    let covariances: Covariances?

    /// Scores a domain; nil where it has no rating that was asked, or ratings on different scales, whose codes can't be
    /// averaged.
    init?(_ items: [Item], _ responses: GroupResponses) {
        var columns: [(id: String, codes: [UInt8], table: [UInt8])] = []
        var bounds: ClosedRange<UInt8>?
        for item in items {
            guard let rating = item.rating, let codes = responses.codes(of: item.id) else { continue }
            let scores = rating.scale.scores(isReversed: rating.isReversed)
            guard let low = scores.min(), let high = scores.max(), bounds == nil || bounds == low...high else {
                return nil
            }
            bounds = low...high
            var table = [UInt8](repeating: SurveyResponses.missing, count: 256)
            for (point, score) in zip(rating.scale.points, scores) { table[Int(point.code)] = score }
            columns.append((item.id, codes, table))
        }
        guard let bounds, !columns.isEmpty else { return nil }
        self.items = columns.map(\.id)
        self.bounds = Double(bounds.lowerBound)...Double(bounds.upperBound)
        let matrix = ScoreMatrix(columns.map { ($0.codes, $0.table) }, respondentCount: responses.respondentCount)
        let scores = matrix.meanScores(answeringAtLeast: (columns.count + 1) / 2)
        count = scores.count
        (mean, standardDeviation) = (scores.mean, scores.standardDeviation)
        covariances = matrix.covariances
    }
}

/// The scores of some items, one row a respondent.
private struct ScoreMatrix {
    private let width: Int
    private let respondentCount: Int
    /// Scores row by row; `SurveyResponses.missing` where there is none.
    private let scores: [UInt8]

    init(_ columns: [(codes: [UInt8], table: [UInt8])], respondentCount: Int) {
        width = columns.count
        self.respondentCount = respondentCount
        let width = columns.count
        scores = [UInt8](unsafeUninitializedCapacity: width * respondentCount) { buffer, count in
            for (column, (codes, table)) in columns.enumerated() {
                codes.withUnsafeBufferPointer { codes in
                    table.withUnsafeBufferPointer { table in
                        var place = column
                        for code in codes {
                            buffer[place] = table[Int(code)]
                            place += width
                        }
                    }
                }
            }
            count = width * respondentCount
        }
    }

    /// Mean and standard deviation of the respondents' mean scores.
    ///
    /// Sums and squares are kept for each number of answers, whole numbers all of them, so that they are exact and the
    /// order of respondents changes nothing.
    func meanScores(answeringAtLeast least: Int) -> (count: Int, mean: Double?, standardDeviation: Double?) {
        var counts = [Int](repeating: 0, count: width + 1)
        var sums = counts
        var squares = counts
        scores.withUnsafeBufferPointer { scores in
            for row in 0..<respondentCount {
                var answered = 0
                var sum = 0
                for index in row * width..<(row + 1) * width where scores[index] != SurveyResponses.missing {
                    answered += 1
                    sum += Int(scores[index])
                }
                counts[answered] += 1
                sums[answered] += sum
                squares[answered] += sum * sum
            }
        }
        let used = max(1, least)...max(1, least, width)
        let count = used.reduce(0) { $0 + counts[$1] }
        guard count > 0 else { return (0, nil, nil) }
        let mean = used.reduce(0) { $0 + Double(sums[$1]) / Double($1) } / Double(count)
        guard count > 1 else { return (count, mean, nil) }
        // Around the mean, within each number of answers: the squares themselves would cancel.
        let deviations = used.reduce(0.0) { total, answered in
            guard counts[answered] > 0 else { return total }
            let (n, k) = (Double(counts[answered]), Double(answered))
            let ownMean = Double(sums[answered]) / (n * k)
            let within = Double(counts[answered] * squares[answered] - sums[answered] * sums[answered]) / (n * k * k)
            return total + within + n * (ownMean - mean) * (ownMean - mean)
        }
        return (count, mean, (max(0, deviations) / Double(count - 1)).squareRoot())
    }

    /// The covariances of the items among those who answered all of them.
    var covariances: Covariances? {
        var covariances = Covariances(itemCount: width)
        let isComplete = covariances?.add(
            rows: scores, of: width, columns: Array(0..<width), missing: SurveyResponses.missing)
        return isComplete == true ? covariances : nil
    }
}
