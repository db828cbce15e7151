/// Counts that were published or follow by one subtraction after the other, and what is left to say of the others.
struct Substitution {
    private(set) var values: [Int: Int] = [:]
    /// The constraints on what is still unknown, with what is known moved to the other side.
    private(set) var remaining: [PublishedSystem.Constraint]
    /// A variable of a constraint that cannot hold.
    private(set) var contradiction: Int?

    init(_ system: PublishedSystem) {
        remaining = system.constraints
        var found = true
        while found {
            found = false
            remaining = remaining.compactMap { constraint in
                guard let reduced = reduce(constraint) else { return nil }
                guard let constant = reduced.constant, reduced.terms.count == 1, let term = reduced.terms.first else {
                    return reduced
                }
                let (value, rest) = constant.quotientAndRemainder(dividingBy: term.coefficient)
                if rest != 0 || value < 0 { contradiction = term.variable }
                values[term.variable] = value
                found = true
                return nil
            }
        }
    }

    /// A constraint with known values put in, or nil if none of its variables is unknown.
    private mutating func reduce(_ constraint: PublishedSystem.Constraint) -> PublishedSystem.Constraint? {
        var known = 0
        var terms: [PublishedSystem.Term] = []
        for term in constraint.terms {
            if let value = values[term.variable] { known += term.coefficient * value } else { terms.append(term) }
        }
        if terms.isEmpty {
            if known < constraint.low ?? known || known > constraint.high ?? known {
                contradiction = constraint.terms.first?.variable
            }
            return nil
        }
        return PublishedSystem.Constraint(
            terms, low: constraint.low.map { $0 - known }, high: constraint.high.map { $0 - known })
    }
}
