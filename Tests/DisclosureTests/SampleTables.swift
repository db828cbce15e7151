import Disclosure
import TestSupport

/// Tables of invented counts.
extension SuppressionProblem {
    /// A count as schools have them: often nobody, often few.
    static func count(using random: inout SeededGenerator) -> Int {
        switch Int.random(in: 0..<10, using: &random) {
        case 0, 1: 0
        case 2, 3, 4: Int.random(in: 1...9, using: &random)
        default: Int.random(in: 10...60, using: &random)
        }
    }

    /// A table of any number of dimensions with all its margins: along each axis the last place is the total.
    ///
    /// - Parameter inner: the inner counts, the last axis first.
    static func table(_ shape: [Int], _ inner: [Int], threshold: (Int) -> Int) throws -> Self {
        var places: [[Int]] = [[]]
        for size in shape { places = places.flatMap { place in (0...size).map { place + [$0] } } }
        let index = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
        let isInner = { (place: [Int]) in zip(place, shape).allSatisfy { $0 < $1 } }
        let innerPlaces = places.filter(isInner)
        let values = places.map { place in
            zip(innerPlaces, inner).filter { innerPlace, _ in
                zip(zip(place, shape), innerPlace).allSatisfy { $0.0 == $0.1 || $0.0 == $1 }
            }.reduce(0) { $0 + $1.1 }
        }
        var relations: [Relation] = []
        for (axis, size) in shape.enumerated() {
            for place in places where place[axis] == size {
                let parts = (0..<size).compactMap { at in
                    index[Array(place[..<axis]) + [at] + Array(place[(axis + 1)...])]
                }
                relations.append(Relation(total: index[place] ?? 0, parts: parts))
            }
        }
        return try Self(
            cells: values.map { Cell(value: $0, threshold: threshold($0)) }, relations: relations)
    }

    static func twoWay(_ table: [[Int]], threshold: Int) throws -> Self {
        try Self.table([table.count, table.first?.count ?? 0], Array(table.joined())) { _ in threshold }
    }

    /// Two to three attributes at once, such as race by sex by disability.
    static func threeWay(threshold: Int, using random: inout SeededGenerator) throws -> Self {
        let shape = [Int.random(in: 2...4, using: &random), 2, Int.random(in: 2...3, using: &random)]
        return try table(shape, (0..<shape.reduce(1, *)).map { _ in count(using: &random) }) { _ in threshold }
    }

    /// A district, its schools, their grades; some schools are nobody's to publish.
    static func hierarchy(threshold: Int, using random: inout SeededGenerator) throws -> Self {
        var cells: [Cell] = []
        var relations: [Relation] = []
        var schools: [Int] = []
        for _ in 0..<Int.random(in: 2...5, using: &random) {
            let isOurs = Bool.random(using: &random)
            let grades = (0..<Int.random(in: 2...4, using: &random)).map { _ in count(using: &random) }
            let parts = Array(cells.count..<cells.count + grades.count)
            cells += grades.map { Cell(value: $0, threshold: threshold, isPublishable: isOurs) }
            schools.append(cells.count)
            relations.append(Relation(total: cells.count, parts: parts))
            cells.append(Cell(value: grades.reduce(0, +), threshold: threshold, isPublishable: isOurs))
        }
        relations.append(Relation(total: cells.count, parts: schools))
        let total = schools.reduce(0) { $0 + cells[$1].value }
        cells.append(Cell(value: total, threshold: threshold))
        return try Self(cells: cells, relations: relations)
    }

    /// Referrals and, among them, arrests, each by race and by sex, where only girls are printed beside all.
    static func referralsAndArrests(threshold: Int, using random: inout SeededGenerator) throws -> Self {
        var cells: [Cell] = []
        var relations: [Relation] = []
        var inequalities: [Inequality] = []
        let referrals = (0..<8).map { _ in count(using: &random) }
        let arrests = referrals.map { Int.random(in: 0...$0, using: &random) }
        for counts in [referrals, arrests] {
            // Four races of girls, then of boys; then the races, the girls, the boys and all.
            let start = cells.count
            let races = (0..<4).map { counts[$0] + counts[$0 + 4] }
            let sexes = [counts[..<4].reduce(0, +), counts[4...].reduce(0, +)]
            cells += counts.map { Cell(value: $0, threshold: threshold, isPublishable: false) }
            cells += races.map { Cell(value: $0, threshold: threshold) }
            cells += [Cell(value: sexes[0], threshold: threshold)]
            cells += [Cell(value: sexes[1], threshold: threshold, isPublishable: false)]
            cells += [Cell(value: sexes[0] + sexes[1], threshold: threshold)]
            relations += (0..<4).map { Relation(total: start + 8 + $0, parts: [start + $0, start + 4 + $0]) }
            relations.append(Relation(total: start + 12, parts: (0..<4).map { start + $0 }))
            relations.append(Relation(total: start + 13, parts: (4..<8).map { start + $0 }))
            relations.append(Relation(total: start + 14, parts: (8..<12).map { start + $0 }))
            relations.append(Relation(total: start + 14, parts: [start + 12, start + 13]))
        }
        inequalities = (0..<15).map { Inequality(upper: $0, lower: 15 + $0) }
        return try Self(cells: cells, relations: relations, inequalities: inequalities)
    }
}
