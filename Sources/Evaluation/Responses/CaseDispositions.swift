/// What became of the rows of a survey export (AAPOR, Standard Definitions: final disposition of each case).
public struct CaseDispositions: Hashable, Sendable {
    /// Rows whose answers count.
    public var counted: Int
    /// Previews and tests by the survey's author, and what the tool took for spam; left out.
    public var previews = 0
    /// Responses broken off before the progress that the wave asks for; left out.
    public var breakoffs = 0
    /// Earlier rows of a response that is in the export again, by its id; the last one counts.
    public var duplicates = 0
    /// Rows without a single answer; left out.
    public var blank = 0
    /// Respondents who gave the same answer to all of at least ten ratings, a reversed one among them. They count unless the
    /// wave leaves them out.
    public var straightLiners = 0
    /// Whether straight-liners were left out.
    public var leavesOutStraightLiners = false
    /// Rows dated before the wave's first day or after its last; they count.
    public var outsideWave = 0

    /// Creates dispositions of an export in which every row counts.
    public init(counted: Int) {
        self.counted = counted
    }
}
