/// What a reader holds: counts by name, and what was published of them.
///
/// A published count is an equality of one term. Marks for hidden counts are no equality, but if the mark says "1–9", that is a
/// bound.
public struct PublishedSystem: Hashable, Sendable {
    /// A count that is 0 or more.
    public struct Variable: Hashable, Sendable {
        /// A name for reports of leaks.
        public let name: String
        /// How far apart the largest and the smallest possible count have to be for a reader; 0 demands nothing, 1 demands
        /// that the count does not follow exactly.
        public let leastWidth: Int

        /// Creates a count.
        public init(_ name: String, leastWidth: Int = 0) {
            self.name = name
            self.leastWidth = leastWidth
        }

        /// Creates a count that was hidden because it is 1…threshold−1: the interval has to be threshold − 1 wide.
        public init(_ name: String, hiddenBelow threshold: Int) {
            self.init(name, leastWidth: threshold - 1)
        }
    }

    /// A multiple of a variable.
    public struct Term: Hashable, Sendable {
        /// The index of the variable.
        public let variable: Int
        /// What it is multiplied with.
        public let coefficient: Int

        /// Creates a term.
        public init(_ variable: Int, times coefficient: Int = 1) {
            self.variable = variable
            self.coefficient = coefficient
        }
    }

    /// A sum of terms that lies between two numbers, both of which may be it.
    public struct Constraint: Hashable, Sendable {
        /// The terms.
        public let terms: [Term]
        /// The least the sum can be, if that is known.
        public let low: Int?
        /// The most the sum can be, if that is known.
        public let high: Int?

        /// Creates a constraint, with several terms of one variable added up.
        public init(_ terms: [Term], low: Int?, high: Int?) {
            var sums: [Int: Int] = [:]
            for term in terms { sums[term.variable, default: 0] += term.coefficient }
            self.terms = sums.sorted { $0.key < $1.key }.filter { $0.value != 0 }.map { Term($0.key, times: $0.value) }
            self.low = low
            self.high = high
        }

        /// A sum of terms that is known.
        public static func equality(_ terms: [Term], _ constant: Int) -> Self {
            Self(terms, low: constant, high: constant)
        }

        /// A published count.
        public static func published(_ variable: Int, _ count: Int) -> Self { equality([Term(variable)], count) }

        /// A total and its parts.
        public static func sum(_ total: Int, of parts: [Int]) -> Self {
            equality([Term(total, times: -1)] + parts.map { Term($0) }, 0)
        }

        /// One variable is at least as large as another.
        public static func order(_ upper: Int, atLeast lower: Int) -> Self {
            Self([Term(upper), Term(lower, times: -1)], low: 0, high: nil)
        }

        var constant: Int? { low == high ? low : nil }
    }

    /// A constraint names a variable that is not there.
    public struct UnknownVariable: Error, Hashable, Sendable {
        /// The index of the constraint.
        public let constraint: Int
        /// The index of the variable.
        public let variable: Int
    }

    /// The counts.
    public let variables: [Variable]
    /// What is known of them.
    public let constraints: [Constraint]

    /// Creates a system.
    public init(variables: [Variable], constraints: [Constraint]) throws(UnknownVariable) {
        for (index, constraint) in constraints.enumerated() {
            if let term = constraint.terms.first(where: { !variables.indices.contains($0.variable) }) {
                throw UnknownVariable(constraint: index, variable: term.variable)
            }
        }
        self.variables = variables
        self.constraints = constraints
    }
}
