/// Where results stand in their list, found by wave, group and subject.
struct ResultIndex: Sendable {
    private var places: [WaveGroup: [String: Int]] = [:]

    /// Takes results in order; where one is there twice, the first counts.
    init<Result>(_ results: [Result], key: (Result) -> (wave: String, group: ReportingGroup, subject: String)) {
        for (place, result) in results.enumerated() {
            let (wave, group, subject) = key(result)
            let row = WaveGroup(wave: wave, group: group)
            if places[row]?[subject] == nil { places[row, default: [:]][subject] = place }
        }
    }

    /// The results of a group in a wave, by subject.
    subscript(wave: String, group: ReportingGroup) -> [String: Int] {
        places[WaveGroup(wave: wave, group: group)] ?? [:]
    }

    /// The place of a result; nil where there is none.
    subscript(wave: String, group: ReportingGroup, subject: String) -> Int? {
        places[WaveGroup(wave: wave, group: group)]?[subject]
    }
}
