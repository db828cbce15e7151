/// Gathers what is known of counts, named by their places in a booklet.
struct SystemBuilder {
    typealias Term = (key: NumberKey, coefficient: Int)

    private let secrets: [NumberKey: Int]
    private let withheld: Set<NumberKey>
    private let threshold: SchoolAttack.Threshold
    private var places: [NumberKey: Int] = [:]
    private var keys: [NumberKey] = []
    private var constraints: [PublishedSystem.Constraint] = []
    private var told: Set<NumberKey> = []
    private var derived: [NumberKey: Int] = [:]

    /// - Parameters:
    ///   - secrets: the true counts.
    ///   - withheld: the counts of which a booklet says that they are withheld.
    ///   - threshold: the smallest count that may be told.
    init(secrets: [NumberKey: Int], withheld: Set<NumberKey>, threshold: @escaping SchoolAttack.Threshold) {
        self.secrets = secrets
        self.withheld = withheld
        self.threshold = threshold
    }

    /// Whether a statistic counts people or what was done to them.
    static func isCount(_ statistic: String) -> Bool {
        [
            "answered", "n", "favorable-count", "neutral-count", "unfavorable-count", "point-count", "option-count",
            "not-applicable", "dont-know", "missing", "count",
        ].contains(statistic)
    }

    /// Notes that a count was told.
    mutating func tell(_ key: NumberKey, _ count: Int) {
        told.insert(key)
        constrain([(key, 1)], low: count, high: count)
    }

    /// Notes that a sum of terms lies between two numbers.
    mutating func constrain(_ terms: [Term], low: Int?, high: Int?) {
        let terms = terms.map { PublishedSystem.Term(place(of: $0.key), times: $0.coefficient) }
        constraints.append(PublishedSystem.Constraint(terms, low: low, high: high))
    }

    /// Notes that a total is the sum of its parts.
    mutating func sum(_ total: NumberKey, of parts: [NumberKey]) {
        constrain([(total, -1)] + parts.map { ($0, 1) }, low: 0, high: 0)
    }

    /// Notes the true value of a count that no file has, such as a difference that a reader could compute, and returns it.
    mutating func remember(_ key: NumberKey, _ terms: [Term]) -> Int? {
        let values = terms.map { term in secrets[term.key].map { $0 * term.coefficient } }
        guard !values.contains(nil) else { return nil }
        derived[key] = values.compactMap { $0 }.reduce(0, +)
        return derived[key]
    }

    private mutating func place(of key: NumberKey) -> Int {
        if let place = places[key] { return place }
        places[key] = keys.count
        keys.append(key)
        return keys.count - 1
    }

    /// What can be found although it is withheld.
    var leaks: [Leak] {
        let variables = keys.map { PublishedSystem.Variable($0.name, leastWidth: leastWidth(of: $0)) }
        do {
            return Auditor.audit(try PublishedSystem(variables: variables, constraints: constraints))
        } catch {
            return [Leak(variable: 0, name: "the system of all numbers", finding: .unsolved)]
        }
    }

    /// How far the least and the most that a count can be have to be apart.
    ///
    /// A count of 1…t − 1 may be told to be small, but not which it is; where its mark says only that it is small, that leaves
    /// t − 2 between the ends. Whatever else is withheld must not follow exactly.
    private func leastWidth(of key: NumberKey) -> Int {
        guard !told.contains(key), let value = secrets[key] ?? derived[key] else { return 0 }
        let isMeasure = key.statistic == "count" || key.statistic == "other-count"
        let threshold = threshold(isMeasure ? "measure" : "item", key.subject, key.group)
        if (1..<max(1, threshold)).contains(value) { return max(1, threshold - 2) }
        return withheld.contains(key) && threshold > 1 ? 1 : 0
    }
}
