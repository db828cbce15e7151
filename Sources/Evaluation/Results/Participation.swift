import Statistics

/// How many people of a group took part in a wave.
///
/// Those who were invited and did not answer gave no answer that could be found out, so their number is not protected.
public struct Participation: Equatable, Sendable {
    /// The wave's id.
    public let wave: String
    /// Who was asked.
    public let group: ReportingGroup
    /// How many were invited; nil where that is not on record.
    public let invited: Int?
    /// How many answered.
    public let answered: Reported<Int>
    /// The response rate: answered by invited, everybody invited taken as eligible (AAPOR Response Rate 1), from 0 to 1.
    public let responseRate: Reported<Double>?
    /// The margin of error of a share of one half at 95 %, with finite population correction, from 0 to 1; nil where it is
    /// not known how many were invited.
    public let marginOfError: Reported<Double>?

    /// What became of the rows of the surveys' exports, each number withheld where it is small; not asked without an export.
    public let dispositions: Reported<ReportedDispositions>

    init(of group: ReportingGroup, in wave: Wave, _ responses: GroupResponses?, _ protection: Protection) {
        let asked = group.members.filter { wave.instrument.groups.contains($0) }
        let counts = asked.map { wave.invited[$0] }
        let invited = counts.contains(nil) || counts.isEmpty ? nil : counts.compactMap { $0 }.reduce(0, +)
        let answered: Reported<Int> =
            switch responses?.respondentCount {
            case nil: .notAsked
            case 0: .noAnswers
            case .some(let count): protection.isSmall(count) ? .suppressed : .value(count)
            }
        self.wave = wave.id
        self.group = group
        dispositions =
            responses.map {
                .value(ReportedDispositions($0.dispositions, respondents: $0.respondentCount, protection))
            } ?? .notAsked
        self.invited = invited
        self.answered = answered
        guard let invited, invited > 0 else {
            (responseRate, marginOfError) = (nil, nil)
            return
        }
        // More answers than invitations are a mistake of the records, which is told when they are read.
        responseRate = answered.flatMap { count in
            ResponseRate.rr1(complete: count, invited: max(count, invited)).map { .value($0.estimate) } ?? .notAsked
        }
        marginOfError = answered.flatMap { count in
            Proportion(count: 0, n: count).map {
                .value($0.worstCaseMarginOfError(population: max(count, invited)))
            } ?? .notAsked
        }
    }
}

/// What became of the rows of a group's exports (``CaseDispositions``), each number withheld where it is small.
public struct ReportedDispositions: Equatable, Sendable {
    /// Previews, tests and spam; left out.
    public let previews: Reported<Int>
    /// Responses broken off too early; left out.
    public let breakoffs: Reported<Int>
    /// Earlier rows of a response that is there again; left out.
    public let duplicates: Reported<Int>
    /// Rows without an answer; left out.
    public let blank: Reported<Int>
    /// Respondents who gave all ratings the same answer; they count unless the wave leaves them out.
    public let straightLiners: Reported<Int>
    /// Rows dated outside the wave; they count.
    public let outsideWave: Reported<Int>

    init(_ dispositions: [CaseDispositions], respondents: Int, _ protection: Protection) {
        func sum(_ count: (CaseDispositions) -> Int) -> Reported<Int> {
            let sum = dispositions.reduce(0) { $0 + count($1) }
            return protection.isSmall(sum) ? .suppressed : .value(sum)
        }
        // Previews and tests are the practice's own.
        previews = .value(dispositions.reduce(0) { $0 + $1.previews })
        breakoffs = sum(\.breakoffs)
        duplicates = sum(\.duplicates)
        blank = sum(\.blank)
        // That all but a few answered alike is told of almost everybody.
        let alike = sum(\.straightLiners)
        straightLiners = alike.flatMap { count in
            protection.isOn && count > 0 && respondents - count < protection.threshold ? .suppressed : alike
        }
        outsideWave = sum(\.outsideWave)
    }
}
