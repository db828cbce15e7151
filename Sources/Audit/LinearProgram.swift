import CGLPK

/// The least and the most that a variable can be, by GLPK's simplex method.
///
/// GLPK ends the process when it is called wrongly: every index and bound is made here, and the solver runs behind
/// `guardedSimplex`, which survives an internal error.
struct LinearProgram: ~Copyable {
    enum Interval: Equatable {
        /// Both ends are possible as far as the program knows; without an upper end there is none.
        case interval(low: Int, high: Int?)
        case infeasible
        case unsolved
    }

    private enum Optimum {
        case value(Double)
        case unbounded, infeasible, unsolved
    }

    /// nil after an internal error, when GLPK's memory is gone.
    private var problem: OpaquePointer?
    private let columns: [Int: Int32]

    init(_ component: Component) {
        problem = glp_create_prob()
        columns = Dictionary(
            uniqueKeysWithValues: component.variables.enumerated().map { ($1, Int32(truncatingIfNeeded: $0 + 1)) })
        guard !columns.isEmpty else { return }
        glp_add_cols(problem, Int32(truncatingIfNeeded: columns.count))
        for column in columns.values { glp_set_col_bnds(problem, column, GLP_LO, 0, 0) }
        for constraint in component.constraints { add(constraint) }
    }

    deinit {
        if let problem { glp_delete_prob(problem) }
    }

    private func add(_ constraint: PublishedSystem.Constraint) {
        guard constraint.low != nil || constraint.high != nil else { return }
        let row = glp_add_rows(problem, 1)
        let (low, high) = (Double(constraint.low ?? 0), Double(constraint.high ?? 0))
        let kind =
            constraint.low == nil
            ? GLP_UP : constraint.high == nil ? GLP_LO : constraint.low == constraint.high ? GLP_FX : GLP_DB
        glp_set_row_bnds(problem, row, kind, low, high)
        // GLPK counts from 1 and does not look at the first element.
        let terms = constraint.terms.compactMap { term in columns[term.variable].map { ($0, Double(term.coefficient)) }
        }
        glp_set_mat_row(
            problem, row, Int32(truncatingIfNeeded: terms.count), [0] + terms.map(\.0), [0] + terms.map(\.1))
    }

    /// The interval of a variable of the component.
    mutating func interval(of variable: Int) -> Interval {
        guard let column = columns[variable] else { return .unsolved }
        switch (optimum(column, GLP_MIN), optimum(column, GLP_MAX)) {
        case (.infeasible, _), (_, .infeasible): return .infeasible
        case (.value(let low), .value(let high)):
            guard let low = Self.whole(low, .up), let high = Self.whole(high, .down) else { return .unsolved }
            return .interval(low: low, high: high)
        case (.value(let low), .unbounded):
            return Self.whole(low, .up).map { .interval(low: $0, high: nil) } ?? .unsolved
        default: return .unsolved
        }
    }

    /// Rounds inward, but not past a whole number that rounding errors alone keep a bound from.
    private static func whole(_ bound: Double, _ rule: FloatingPointRoundingRule) -> Int? {
        let error = 1e-6 * max(1, abs(bound) * 1e-3)
        return Int(exactly: (rule == .up ? bound - error : bound + error).rounded(rule))
    }

    private mutating func optimum(_ column: Int32, _ direction: Int32) -> Optimum {
        guard problem != nil else { return .unsolved }
        glp_set_obj_dir(problem, direction)
        glp_set_obj_coef(problem, column, 1)
        defer { if problem != nil { glp_set_obj_coef(problem, column, 0) } }
        // From the last basis first; should that fail, from the start and with the presolver.
        let warm = simplex(presolve: false)
        if case .unsolved = warm, problem != nil { return simplex(presolve: true) }
        return warm
    }

    private mutating func simplex(presolve: Bool) -> Optimum {
        guard let problem else { return .unsolved }
        var parameters = glp_smcp()
        glp_init_smcp(&parameters)
        parameters.msg_lev = GLP_MSG_OFF
        parameters.presolve = presolve ? GLP_ON : GLP_OFF
        let code = guardedSimplex(problem, &parameters)
        switch code {
        case 0: break
        case GLP_ENOPFS: return .infeasible
        case GLP_ENODFS: return .unbounded
        case Int32(SIMPLEX_ABANDONED):
            self.problem = nil
            return .unsolved
        default: return .unsolved
        }
        switch glp_get_status(problem) {
        case GLP_OPT: return .value(glp_get_obj_val(problem))
        case GLP_UNBND: return .unbounded
        case GLP_NOFEAS: return .infeasible
        default: return .unsolved
        }
    }
}
