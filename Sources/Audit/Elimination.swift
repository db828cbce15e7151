/// Solves equalities exactly, as far as they can be solved.
///
/// A variable follows if the reduced row echelon form has a row with it alone. Rationals can outgrow any machine integer, so
/// arithmetic is modulo two primes. A variable counts as found only where both agree on a count below the smaller prime; a
/// prime that divides a minor could make one of them wrong, and what is missed so is found by ``LinearProgram``.
enum Elimination {
    private static let primes: [UInt64] = [(1 << 61) - 1, (1 << 31) - 1]

    /// The variables that follow, with their values; nil if the equalities contradict each other.
    static func exact(_ component: Component) -> [Int: Int]? {
        var results: [[Int: UInt64]] = []
        for prime in primes {
            guard let solved = solve(component, modulo: prime) else { return nil }
            results.append(solved)
        }
        return results[0].reduce(into: [:]) { exact, found in
            if found.value < primes[1], results[1][found.key] == found.value { exact[found.key] = Int(found.value) }
        }
    }

    private static func solve(_ component: Component, modulo prime: UInt64) -> [Int: UInt64]? {
        let position = Dictionary(uniqueKeysWithValues: component.variables.enumerated().map { ($1, $0) })
        let width = component.variables.count
        var matrix: [[UInt64]] = component.constraints.compactMap { constraint in
            guard let constant = constraint.constant else { return nil }
            var line = [UInt64](repeating: 0, count: width + 1)
            for term in constraint.terms {
                if let place = position[term.variable] { line[place] = residue(term.coefficient, prime) }
            }
            line[width] = residue(constant, prime)
            return line
        }
        var rank = 0
        for column in 0..<width {
            guard let pivot = matrix[rank...].firstIndex(where: { $0[column] != 0 }) else { continue }
            matrix.swapAt(rank, pivot)
            let scale = power(matrix[rank][column], prime - 2, prime)
            matrix[rank] = matrix[rank].map { multiply($0, scale, prime) }
            for other in matrix.indices where other != rank && matrix[other][column] != 0 {
                let factor = prime - matrix[other][column]
                for place in column...width where matrix[rank][place] != 0 {
                    let sum = matrix[other][place] + multiply(factor, matrix[rank][place], prime)
                    matrix[other][place] = sum % prime
                }
            }
            rank += 1
        }
        guard matrix[rank...].allSatisfy({ $0[width] == 0 }) else { return nil }
        return matrix[..<rank].reduce(into: [:]) { found, line in
            let places = (0..<width).filter { line[$0] != 0 }
            if places.count == 1, let place = places.first { found[component.variables[place]] = line[width] }
        }
    }

    private static func residue(_ value: Int, _ prime: UInt64) -> UInt64 {
        let rest = value.magnitude.quotientAndRemainder(dividingBy: UInt(prime)).remainder
        return value < 0 && rest > 0 ? prime - UInt64(rest) : UInt64(rest)
    }

    private static func multiply(_ left: UInt64, _ right: UInt64, _ prime: UInt64) -> UInt64 {
        prime.dividingFullWidth(left.multipliedFullWidth(by: right)).remainder
    }

    /// A power, by squaring; to the power of prime − 2 it is the inverse.
    private static func power(_ base: UInt64, _ exponent: UInt64, _ prime: UInt64) -> UInt64 {
        var (result, square, rest) = (UInt64(1), base, exponent)
        while rest > 0 {
            if rest & 1 == 1 { result = multiply(result, square, prime) }
            square = multiply(square, square, prime)
            rest >>= 1
        }
        return result
    }
}
