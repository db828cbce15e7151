import Audit
import Testing

@Suite("The attack on published counts")
struct AuditorTests {
    typealias Variable = PublishedSystem.Variable
    typealias Constraint = PublishedSystem.Constraint
    typealias Term = PublishedSystem.Term

    @Test("One subtraction finds what is left of a total")
    func subtraction() throws {
        let system = try PublishedSystem(
            variables: [Variable("all"), Variable("girls"), Variable("boys", hiddenBelow: 10)],
            constraints: [.sum(0, of: [1, 2]), .published(0, 40), .published(1, 36)])
        let leaks = Auditor.audit(system)
        #expect(leaks.map(\.name) == ["boys"])
        #expect(leaks.map(\.finding) == [.exact(4)])
    }

    @Test("A bridge: two hidden counts in each line, and one follows from all lines together")
    func bridge() throws {
        // Rows 1011, 0011, 1100, 1100 with 1 = hidden. Rows 1 and 2 less columns 3 and 4 leave the first cell.
        let hidden = [0, 2, 3, 6, 7, 8, 9, 12, 13]
        let values = [5, 30, 20, 20, 30, 30, 20, 20, 20, 20, 30, 30, 20, 20, 30, 30]
        var constraints: [Constraint] = []
        for line in 0..<4 {
            for cells in [(0..<4).map { line * 4 + $0 }, (0..<4).map { $0 * 4 + line }] {
                constraints.append(.equality(cells.map { Term($0) }, cells.reduce(0) { $0 + values[$1] }))
            }
        }
        constraints += values.indices.filter { !hidden.contains($0) }.map { .published($0, values[$0]) }
        let variables = values.indices.map { Variable("cell \($0)", leastWidth: hidden.contains($0) ? 1 : 0) }
        let leaks = Auditor.audit(try PublishedSystem(variables: variables, constraints: constraints))
        #expect(leaks.map(\.name) == ["cell 0"])
        #expect(leaks.map(\.finding) == [.exact(5)])
    }

    @Test("A sum of a few bounds each of them")
    func narrow() throws {
        let variables = [Variable("all"), Variable("a", hiddenBelow: 10), Variable("b", hiddenBelow: 10)]
        func leaks(_ total: Int) throws -> [Leak.Finding] {
            Auditor.audit(
                try PublishedSystem(variables: variables, constraints: [.sum(0, of: [1, 2]), .published(0, total)])
            ).map(\.finding)
        }
        #expect(try leaks(8) == [.narrow(low: 0, high: 8), .narrow(low: 0, high: 8)])
        #expect(try leaks(9).isEmpty)
        #expect(try leaks(0) == [.exact(0), .exact(0)])
    }

    @Test("A mark that says 1 to 9 is a bound, and with a comparison it is narrow")
    func marks() throws {
        let variables = [Variable("referrals"), Variable("arrests", hiddenBelow: 10)]
        let system = try PublishedSystem(
            variables: variables,
            constraints: [.published(0, 6), .order(0, atLeast: 1), Constraint([Term(1)], low: 1, high: 9)])
        #expect(Auditor.audit(system).map(\.finding) == [.narrow(low: 1, high: 6)])
    }

    @Test("What contradicts itself is told as such")
    func contradiction() throws {
        let variables = [Variable("all"), Variable("a", hiddenBelow: 10), Variable("b", hiddenBelow: 10)]
        let order = try PublishedSystem(
            variables: variables,
            constraints: [.sum(0, of: [1, 2]), .published(0, 12), Constraint([Term(1), Term(2)], low: 13, high: nil)])
        #expect(Auditor.audit(order).map(\.finding) == [.contradiction])
        let equalities = try PublishedSystem(
            variables: variables,
            constraints: [.equality([Term(1), Term(2)], 12), .equality([Term(1), Term(2)], 13)])
        #expect(Auditor.audit(equalities).map(\.finding) == [.contradiction])
        let published = try PublishedSystem(
            variables: variables, constraints: [.published(1, 12), .published(1, 13)])
        #expect(Auditor.audit(published).map(\.finding).contains(.contradiction))
    }

    @Test("A bound whose ends are in the wrong order is no crash, and no clean bill")
    func wrongOrder() throws {
        let system = try PublishedSystem(
            variables: [Variable("a", hiddenBelow: 10), Variable("b")],
            constraints: [Constraint([Term(0), Term(1)], low: 9, high: 3)])
        #expect(Auditor.audit(system).count == 1)
    }

    @Test("A variable without a constraint, or with terms that cancel out, is free")
    func free() throws {
        let system = try PublishedSystem(
            variables: [Variable("a", hiddenBelow: 10), Variable("b", hiddenBelow: 10)],
            constraints: [.equality([Term(1), Term(1, times: -1)], 0)])
        #expect(Auditor.audit(system).isEmpty)
    }

    @Test("A constraint on a variable that is not there is refused")
    func unknown() {
        #expect(throws: PublishedSystem.UnknownVariable.self) {
            try PublishedSystem(variables: [], constraints: [.published(0, 1)])
        }
    }

    @Test("Audits on several threads find what one finds")
    func threads() async throws {
        let systems = (ReferenceTests.Reference.all ?? []).map(\.system)
        let alone = systems.map(Auditor.audit)
        let together = await withTaskGroup(of: (Int, [Leak]).self) { group in
            for round in 0..<4 {
                for (index, system) in systems.enumerated() {
                    group.addTask { (round * systems.count + index, Auditor.audit(system)) }
                }
            }
            return await group.reduce(into: [Int: [Leak]]()) { $0[$1.0] = $1.1 }
        }
        for (index, leaks) in together { #expect(leaks == alone[index % systems.count]) }
        #expect(together.count == 4 * systems.count)
    }
}
