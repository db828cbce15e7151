/// The equations between hidden counts, to find those that follow from the shown ones.
///
/// A hidden count follows exactly if its unit vector is a sum of multiples of the rows, that is if the reduced row echelon form
/// has a row with nothing but that count. Every line may have two hidden counts and one still follow, as the first one does
/// from the lines 1011, 0011, 1100, 1100 (1 is hidden).
///
/// Arithmetic is modulo the prime 2³¹ − 1, exact and without overflow. Should the prime divide a minor, the answer may differ
/// from that over the rationals; this only steers the search, and what protects a cell is a ``ProtectiveCircuit`` in integers.
struct HiddenMatrix {
    private static let prime: UInt64 = (1 << 31) - 1

    /// The counts that follow from the shown ones.
    let recoverable: Set<Int>

    init(_ counts: LinkedCounts, isHidden: [Bool]) {
        let hidden = isHidden.indices.filter { isHidden[$0] }
        var position = [Int](repeating: -1, count: isHidden.count)
        for (column, index) in hidden.enumerated() { position[index] = column }
        var matrix: [[UInt64]] = counts.rows.compactMap { row in
            let entries = row.filter { isHidden[$0.index] }
            guard !entries.isEmpty else { return nil }
            var line = [UInt64](repeating: 0, count: hidden.count)
            for entry in entries { line[position[entry.index]] = entry.sign > 0 ? 1 : Self.prime - 1 }
            return line
        }
        let rank = Self.reduce(&matrix, width: hidden.count)
        recoverable = Set(
            matrix[..<rank].compactMap { line in
                var places = line.indices.lazy.filter { line[$0] != 0 }.makeIterator()
                guard let pivot = places.next(), places.next() == nil else { return nil }
                return hidden[pivot]
            })
    }

    /// Brings a matrix to reduced row echelon form and returns its rank.
    private static func reduce(_ matrix: inout [[UInt64]], width: Int) -> Int {
        var rank = 0
        for column in 0..<width {
            guard let pivot = matrix[rank...].firstIndex(where: { $0[column] != 0 }) else { continue }
            matrix.swapAt(rank, pivot)
            let scale = inverse(matrix[rank][column])
            for place in column..<width { matrix[rank][place] = matrix[rank][place] * scale % prime }
            let line = matrix[rank]
            for other in matrix.indices where other != rank && matrix[other][column] != 0 {
                let factor = prime - matrix[other][column]
                for place in column..<width where line[place] != 0 {
                    matrix[other][place] = (matrix[other][place] + factor * line[place]) % prime
                }
            }
            rank += 1
        }
        return rank
    }

    /// The inverse by Fermat's little theorem.
    private static func inverse(_ value: UInt64) -> UInt64 {
        var result: UInt64 = 1
        var (base, exponent) = (value, prime - 2)
        while exponent > 0 {
            if exponent & 1 == 1 { result = result * base % prime }
            base = base * base % prime
            exponent >>= 1
        }
        return result
    }
}
