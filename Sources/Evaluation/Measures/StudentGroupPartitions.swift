extension StudentGroup {
    /// The ways in which a group is told apart further: by sex, by race, by disability, and English learners from others.
    ///
    /// The groups of one way have no student in common, so that their counts add up to no more than that of this group.
    public var partitions: [[StudentGroup]] {
        func with(_ change: (inout StudentGroup) -> Void) -> StudentGroup {
            var part = self
            change(&part)
            return part
        }
        var partitions: [[StudentGroup]] = []
        if sex == nil { partitions.append(Sex.allCases.map { sex in with { $0.sex = sex } }) }
        if race == nil { partitions.append(Race.allCases.map { race in with { $0.race = race } }) }
        if disability == nil {
            partitions.append(Disability.allCases.map { status in with { $0.disability = status } })
        }
        if !isEnglishLearner { partitions.append([with { $0.isEnglishLearner = true }]) }
        return partitions
    }
}
