/// Sums of the answers to several items and of their products, from which variances and covariances follow exactly.
///
/// Only complete rows count (listwise deletion). All sums are whole numbers, so no order of rows changes a bit. Adding rows
/// allocates nothing: a row costs k (k + 1) / 2 multiplications for k items.
public struct Covariances: Hashable, Sendable {
    /// The number of items, k, at least 1.
    public let itemCount: Int
    /// Which items are reverse-scored, in the order of the items.
    ///
    /// A reversed item counts as −x, which has the covariances of (lowest code + highest code − x).
    public let reversed: [Bool]
    /// The number of complete rows, at most ``Proportion/greatestCount``.
    public private(set) var n = 0
    private var sums: [Int]
    /// Σ xᵢ xⱼ for j ≤ i: row by row of the lower triangle.
    private var products: [Int]
    /// Every item's own place: the columns of a row that holds nothing else.
    private let allColumns: [Int]

    /// Creates sums of no rows.
    /// - Parameters:
    ///   - itemCount: from 1 to 4,096.
    ///   - reversed: the places, from 0, of items that are reverse-scored.
    /// - Returns: nil where a number is out of range.
    public init?(itemCount: Int, reversed: Set<Int> = []) {
        guard (1...4096).contains(itemCount), reversed.allSatisfy((0..<itemCount).contains) else { return nil }
        self.itemCount = itemCount
        self.reversed = (0..<itemCount).map(reversed.contains)
        allColumns = Array(0..<itemCount)
        sums = [Int](repeating: 0, count: itemCount)
        products = [Int](repeating: 0, count: itemCount * (itemCount + 1) / 2)
    }

    /// Adds one complete row, a code for each item.
    /// - Returns: false, and nothing is added, where the row has not as many codes as there are items.
    @discardableResult
    public mutating func add(row: [UInt8]) -> Bool {
        row.count == itemCount && add(rows: row, of: itemCount, columns: allColumns, missing: nil)
    }

    /// Adds the complete ones of many rows that lie one after the other.
    /// - Parameters:
    ///   - answers: all codes, respondent by respondent.
    ///   - rowLength: the number of codes of one respondent, at least 1.
    ///   - columns: which code of a row belongs to each item, from 0.
    ///   - missing: the code of an answer that was not given; a row with one among its `columns` is left out.
    /// - Returns: false, and nothing is added, where `answers` is no whole number of rows, there are not as many columns as
    ///   items, a column is outside the row, or there would be too many rows.
    @discardableResult
    public mutating func add(rows answers: [UInt8], of rowLength: Int, columns: [Int], missing: UInt8?) -> Bool {
        guard rowLength >= 1, answers.count % rowLength == 0, columns.count == itemCount,
            columns.allSatisfy((0..<rowLength).contains),
            answers.count / rowLength <= Proportion.greatestCount - n
        else { return false }
        var complete = 0
        answers.withUnsafeBufferPointer { answers in
            columns.withUnsafeBufferPointer { columns in
                sums.withUnsafeMutableBufferPointer { sums in
                    products.withUnsafeMutableBufferPointer { products in
                        var start = 0
                        while start < answers.count {
                            let row = UnsafeBufferPointer(rebasing: answers[start..<start + rowLength])
                            start += rowLength
                            if let missing, columns.contains(where: { row[$0] == missing }) { continue }
                            complete += 1
                            Self.add(row, columns, &sums, &products)
                        }
                    }
                }
            }
        }
        n += complete
        return true
    }

    /// Both sums together; nil where the items are not as many, or not reversed alike, or there are too many rows.
    public func merged(with other: Covariances) -> Covariances? {
        guard itemCount == other.itemCount, reversed == other.reversed, n <= Proportion.greatestCount - other.n else {
            return nil
        }
        var result = self
        result.n += other.n
        for index in sums.indices { result.sums[index] += other.sums[index] }
        for index in products.indices { result.products[index] += other.products[index] }
        return result
    }

    /// The covariance of two items, reversed ones turned, with n − 1 in the denominator; of an item with itself, its variance.
    /// - Returns: nil of fewer than two rows, or where there is no such item.
    public func covariance(_ first: Int, _ second: Int) -> Double? {
        let items = 0..<itemCount
        guard n > 1, items.contains(first), items.contains(second) else { return nil }
        return Double(nearestTo: scaled(first, second)) / (Double(n) * Double(n - 1))
    }

    /// n (n − 1) times the covariance, exactly.
    func scaled(_ first: Int, _ second: Int) -> Int128 {
        let (low, high) = (min(first, second), max(first, second))
        let product = Int128(products[high * (high + 1) / 2 + low])
        let value = Int128(n) * product - Int128(sums[first]) * Int128(sums[second])
        return reversed[first] == reversed[second] ? value : -value
    }

    @inline(__always)
    private static func add(
        _ row: UnsafeBufferPointer<UInt8>, _ columns: UnsafeBufferPointer<Int>,
        _ sums: inout UnsafeMutableBufferPointer<Int>, _ products: inout UnsafeMutableBufferPointer<Int>
    ) {
        var place = 0
        for item in 0..<columns.count {
            let value = Int(row[columns[item]])
            sums[item] &+= value
            for other in 0...item {
                products[place] &+= value &* Int(row[columns[other]])
                place &+= 1
            }
        }
    }
}
