/// Variables that are linked by constraints, and those constraints.
struct Component {
    /// The indices of the variables in the system, in order.
    let variables: [Int]
    let constraints: [PublishedSystem.Constraint]

    /// The parts that have no variable in common, of the variables that the constraints name.
    ///
    /// A variable without a constraint may be anything and is left out.
    static func all(of constraints: [PublishedSystem.Constraint], in system: PublishedSystem) -> [Component] {
        var parents = Array(system.variables.indices)
        func root(_ variable: Int) -> Int {
            var place = variable
            while parents[place] != place {
                parents[place] = parents[parents[place]]
                place = parents[place]
            }
            return place
        }
        for constraint in constraints {
            guard let first = constraint.terms.first?.variable else { continue }
            for term in constraint.terms { parents[root(term.variable)] = root(first) }
        }
        let named = Set(constraints.flatMap { $0.terms.map(\.variable) }).sorted()
        let constraintsByRoot = Dictionary(grouping: constraints) { root($0.terms.first?.variable ?? 0) }
        return Dictionary(grouping: named, by: root).sorted { $0.key < $1.key }.map { key, variables in
            Component(variables: variables, constraints: constraintsByRoot[key] ?? [])
        }
    }
}
