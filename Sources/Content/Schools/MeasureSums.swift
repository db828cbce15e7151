import Diagnostics
import Evaluation

/// Finds counts that can't all be right: of groups of students beyond the count of all whom they are part of, and arrests
/// beyond the referrals that include them.
struct MeasureSums {
    private let counts: [MeasureCount]
    private let values: [MeasureKey: Int]

    /// Counts of one school by one source.
    init(_ counts: [MeasureCount]) {
        self.counts = counts
        values = Dictionary(
            counts.map { (MeasureKey($0), $0.count) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Reports each mistake at the count that shows it.
    /// - Parameter diagnostic: the diagnostic of a count, at its place in its file.
    func report(to log: inout DiagnosticLog, diagnostic: (MeasureCount, String) -> Diagnostic?) {
        for count in counts {
            guard let message = aboveAll(count) ?? partsAbove(count) ?? arrestsAbove(count),
                let found = diagnostic(count, message)
            else { continue }
            log.report(found)
        }
    }

    private func value(_ count: MeasureCount, of measure: Measure? = nil, among students: StudentGroup) -> Int? {
        values[MeasureKey(period: count.period, measure: measure ?? count.measure, students: students)]
    }

    private func aboveAll(_ count: MeasureCount) -> String? {
        guard count.students != .all, let total = value(count, among: .all), count.count > total else { return nil }
        return "\(Self.name(count)) are more among \(count.students.name) than among all students"
    }

    private func partsAbove(_ count: MeasureCount) -> String? {
        for parts in count.students.partitions {
            let told = parts.filter { value(count, among: $0) != nil }
            let sum = told.reduce(0) { $0 + (value(count, among: $1) ?? 0) }
            // A single group that is too large is told at its own line.
            guard told.count > 1, sum > count.count else { continue }
            let names = told.map(\.name).joined(separator: ", ")
            return
                "\(Self.name(count)) are \(count.count) among \(count.students.name) but together more among \(names)"
        }
        return nil
    }

    private func arrestsAbove(_ count: MeasureCount) -> String? {
        guard count.measure == .referralsToLawEnforcement,
            let arrests = value(count, of: .studentArrests, among: count.students), arrests > count.count
        else { return nil }
        return "\(Self.name(count)) include \(Measure.studentArrests.rawValue), which are more"
    }

    private static func name(_ count: MeasureCount) -> String { "\(count.measure.rawValue) in \(count.period.title)" }
}
