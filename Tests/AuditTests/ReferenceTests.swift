import Audit
import Foundation
import Testing

@Suite("Bounds against HiGHS")
struct ReferenceTests {
    /// Of Tests/Reference/attack.py, which asks SciPy 1.17's HiGHS in place of R's sdcTable.
    struct Reference: Decodable, CustomTestStringConvertible {
        let name: String
        let system: PublishedSystem
        let hidden: [Int]
        let bounds: [[Double?]]
        var testDescription: String { name }

        enum Key: CodingKey { case name, variables, constraints, hidden, bounds }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: Key.self)
            name = try values.decode(String.self, forKey: .name)
            hidden = try values.decode([Int].self, forKey: .hidden)
            bounds = try values.decode([[Double?]].self, forKey: .bounds)
            let variables = (0..<(try values.decode(Int.self, forKey: .variables))).map { [hidden] in
                PublishedSystem.Variable("x\($0)", leastWidth: hidden.contains($0) ? 9 : 0)
            }
            var list = try values.nestedUnkeyedContainer(forKey: .constraints)
            var constraints: [PublishedSystem.Constraint] = []
            while !list.isAtEnd {
                var constraint = try list.nestedUnkeyedContainer()
                let terms = try constraint.decode([[Int]].self)
                constraints.append(
                    PublishedSystem.Constraint(
                        terms.map { PublishedSystem.Term($0[0], times: $0[1]) },
                        low: try constraint.decode(Int?.self), high: try constraint.decode(Int?.self)))
            }
            system = try PublishedSystem(variables: variables, constraints: constraints)
        }

        /// What a linear program's bounds say of whole numbers.
        func whole(_ place: Int) -> (low: Int, high: Int?) {
            let low = bounds[place][0].map { Int(($0 - 1e-6).rounded(.up)) } ?? 0
            return (low, bounds[place][1].map { Int(($0 + 1e-6).rounded(.down)) })
        }

        static let all = try? attackReference.split(separator: "\n").map {
            try JSONDecoder().decode(Reference.self, from: Data($0.utf8))
        }
    }

    @Test("Each hidden count has the bounds that HiGHS finds", arguments: Reference.all ?? [])
    func bounds(reference: Reference) throws {
        for (place, variable) in reference.hidden.enumerated() {
            let expected = reference.whole(place)
            let found = try #require(Auditor.interval(of: variable, in: reference.system))
            #expect(found.low == expected.low && found.high == expected.high, "x\(variable)")
        }
    }

    @Test("The leaks are the counts whose interval is too narrow", arguments: Reference.all ?? [])
    func leaks(reference: Reference) {
        let expected = reference.hidden.indices.filter { place in
            let (low, high) = reference.whole(place)
            return high.map { $0 - low < 9 } ?? false
        }.map { reference.hidden[$0] }
        let leaks = Auditor.audit(reference.system)
        #expect(leaks.map(\.variable) == expected)
        for leak in leaks {
            guard let place = reference.hidden.firstIndex(of: leak.variable), let high = reference.whole(place).high
            else {
                Issue.record("\(leak.name) is not hidden")
                continue
            }
            let low = reference.whole(place).low
            #expect(leak.finding == (low == high ? .exact(low) : .narrow(low: low, high: high)))
        }
    }

    @Test("The reference is read")
    func count() { #expect(Reference.all?.count == 34) }
}
