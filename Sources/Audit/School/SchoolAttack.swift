/// The attack on everything that was ever told of a school: the booklet's numbers, those of other audiences' copies and those
/// of earlier releases.
///
/// It reads the numbers as a reader would, from the file, and knows of questionnaires and of students' groups only what is
/// public. What is withheld is given apart, and used for nothing but to know how well each count has to be protected.
public struct SchoolAttack: Sendable {
    private let numbers: [PublishedNumber]
    private let releases: [[String: Int]]
    private let scales: [String: KnownScale]
    private let secrets: [NumberKey: Int]
    private let threshold: Threshold

    /// The smallest count that may be told, by section (`measure` or another), subject and group; 1 where all may be.
    public typealias Threshold = @Sendable (_ section: String, _ subject: String, _ group: String) -> Int

    /// - Parameters:
    ///   - numbers: what the booklet tells.
    ///   - releases: the exact counts that earlier releases told, by name.
    ///   - scales: the scale of each rating, by item.
    ///   - truth: the same numbers before anything was withheld.
    ///   - threshold: the smallest count that may be told.
    public init(
        numbers: [PublishedNumber], releases: [[String: Int]] = [], scales: [String: KnownScale],
        truth: [PublishedNumber], threshold: @escaping Threshold
    ) {
        self.numbers = numbers
        self.releases = releases
        self.scales = scales
        self.threshold = threshold
        var secrets: [NumberKey: Int] = [:]
        for number in truth where number.status == "told" {
            if let value = number.value, value == value.rounded(), value.magnitude < 1e15 {
                secrets[number.key] = Int(value)
            }
        }
        self.secrets = secrets
    }

    private var system: SystemBuilder {
        SystemBuilder(
            secrets: secrets, withheld: Set(numbers.filter { $0.status == "suppressed" }.map(\.key)),
            threshold: threshold)
    }

    /// What can be found although it is withheld.
    public var leaks: [Leak] {
        var survey = system
        SurveyKnowledge(numbers: numbers, scales: scales).add(to: &survey)
        var measures = system
        MeasureKnowledge(numbers: numbers).add(to: &measures)
        return small + survey.leaks + measures.leaks + differences
    }

    /// Counts that are told although they are small.
    private var small: [Leak] {
        numbers.compactMap { number in
            guard number.status == "told", SystemBuilder.isCount(number.statistic), let value = number.value,
                (1..<max(1, threshold(number.section, number.subject, number.group))).contains(Int(value))
            else { return nil }
            return Leak(variable: 0, name: number.key.name, finding: .exact(Int(value)))
        }
    }

    /// Counts that differ by a few from what an earlier release told under the same name.
    private var differences: [Leak] {
        var leaks: [Leak] = []
        for number in numbers where number.status == "told" {
            guard let value = number.value, SystemBuilder.isCount(number.statistic) else { continue }
            let name = (number.section == "measure" ? "measures." : "") + number.key.name
            let limit = threshold(number.section, number.subject, number.group)
            for release in releases {
                guard let earlier = release[name], (1..<max(1, limit)).contains(abs(Int(value) - earlier)) else {
                    continue
                }
                leaks.append(
                    Leak(
                        variable: 0, name: "\(name) less what an earlier release told",
                        finding: .exact(Int(value) - earlier)))
            }
        }
        return leaks
    }
}
