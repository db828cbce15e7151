import CGLPK

/// Attacks what was published as a reader with a computer would, and tells what could be found.
///
/// It shares no code with the room that protects the counts. First come subtractions one after the other; then what follows
/// from all equalities together (``Elimination``); then the least and the most that each count can be, by linear programs
/// (A. Hundepool et al., *Statistical Disclosure Control*, Wiley 2012, section 4.3.1). A linear program knows nothing of whole
/// numbers; its bounds are rounded inward. Where no table of whole numbers reaches a bound, a reader could still do a little
/// better.
///
/// Parts of the system that have nothing in common are attacked on their own.
///
/// Audits may run on several threads at once: GLPK keeps its state by thread in Debian's build, which `glp_config("TLS")`
/// tells.
public enum Auditor {
    /// Attacks a system.
    ///
    /// - Returns: the leaks in the order of the variables; at most one a variable.
    public static func audit(_ system: PublishedSystem) -> [Leak] {
        let known = Substitution(system)
        var leaks = known.values.compactMap { variable, value -> Leak? in
            system.variables[variable].leastWidth > 0 ? leak(system, variable, .exact(value)) : nil
        }
        if let variable = known.contradiction { leaks.append(leak(system, variable, .contradiction)) }
        leaks += withSolver { Component.all(of: known.remaining, in: system).flatMap { attack($0, system) } }
        return leaks.sorted { $0.variable < $1.variable }
    }

    private static func attack(_ component: Component, _ system: PublishedSystem) -> [Leak] {
        var targets = component.variables.filter { system.variables[$0].leastWidth > 0 }
        guard let first = targets.first else { return [] }
        guard let exact = Elimination.exact(component) else { return [leak(system, first, .contradiction)] }
        var leaks = targets.compactMap { target in exact[target].map { leak(system, target, .exact($0)) } }
        targets.removeAll { exact[$0] != nil }
        guard !targets.isEmpty else { return leaks }
        var program = LinearProgram(component)
        for target in targets {
            switch program.interval(of: target) {
            case .interval(let low, let high?):
                guard high - low < system.variables[target].leastWidth else { continue }
                leaks.append(leak(system, target, low == high ? .exact(low) : .narrow(low: low, high: high)))
            case .interval(_, nil): continue
            case .infeasible: return leaks + [leak(system, target, .contradiction)]
            case .unsolved: leaks.append(leak(system, target, .unsolved))
            }
        }
        return leaks
    }

    private static func leak(_ system: PublishedSystem, _ variable: Int, _ finding: Leak.Finding) -> Leak {
        Leak(variable: variable, name: system.variables[variable].name, finding: finding)
    }

    /// The interval that what was published leaves for a variable, or nil if it contradicts itself or cannot be computed;
    /// `high` is nil if there is no upper end.
    public static func interval(of variable: Int, in system: PublishedSystem) -> (low: Int, high: Int?)? {
        guard system.variables.indices.contains(variable) else { return nil }
        let whole = Component(variables: Array(system.variables.indices), constraints: system.constraints)
        let result = withSolver {
            var program = LinearProgram(whole)
            return program.interval(of: variable)
        }
        guard case .interval(let low, let high) = result else { return nil }
        return (low, high)
    }

    /// Runs something without GLPK's messages, and gives back what it holds for the thread.
    private static func withSolver<Result>(_ body: () -> Result) -> Result {
        glp_term_out(GLP_OFF)
        defer { glp_free_env() }
        return body()
    }
}
