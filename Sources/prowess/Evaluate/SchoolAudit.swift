import Audit
import Content
import Evaluation
import Publishing

/// Attacks what is told of a school: the numbers by linear programs, the rendered files by search.
struct SchoolAudit {
    /// What can be found although it is withheld, a line each.
    let leaks: [String]

    /// - Parameters:
    ///   - school: the school as it is published.
    ///   - truth: the same school with nothing withheld.
    ///   - booklets: the booklets of all schools.
    init(_ school: School, truth: School, booklets: [Artifact]) throws {
        let told = school.evaluation.numbers.numbers
        let open = truth.evaluation.numbers.numbers
        let rule = school.evaluation.rule
        let consenting = Set(school.evaluation.openGroups.map(\.name))
        let attack = SchoolAttack(
            numbers: told.map(PublishedNumber.init), releases: school.releases.map(\.counts),
            scales: Self.scales(of: school), truth: open.map(PublishedNumber.init)
        ) { section, subject, group in
            if section == "measure" {
                return Measure(rawValue: subject)?.concernsStudents == false ? 1 : rule.studentsAndFamilies
            }
            if consenting.contains(group) { return 1 }
            return Self.staff.contains(group) ? rule.staff : rule.studentsAndFamilies
        }
        let found = attack.leaks.map { "\(school.slug): \($0.name): \(Self.words($0.finding))" }
        let files = try booklets.filter { $0.path.string.hasPrefix(school.slug + "/") }
            .map { artifact in
                guard case .text(let text) = try artifact.render() else {
                    return TextSearch.File(name: artifact.path.string, text: "")
                }
                return TextSearch.File(name: artifact.path.string, text: text)
            }
        let secrets = Self.secrets(told, open)
        leaks =
            found
            + TextSearch.findings(of: secrets, in: files)
            .filter { $0.excerpt.count { $0.isNumber } >= Self.fewestDigits }
            .map { "\($0.file):\($0.line): \($0.secret) stands here: \($0.excerpt)" }
    }

    private static let staff: Set<String> = ["teachers", "administrators", "sros", "leadership"]

    private static func scales(of school: School) -> [String: KnownScale] {
        let ratings = school.waves.flatMap(\.instrument.items).compactMap { item in
            item.rating.map {
                (item.id, KnownScale(valences: $0.scale.valences(isReversed: $0.isReversed).map(\.rawValue)))
            }
        }
        return Dictionary(ratings, uniquingKeysWith: { first, _ in first })
    }

    /// The numbers that are withheld and that can be recognized by their digits: ends of intervals, deviations, p-values.
    ///
    /// Whole numbers are everywhere, and a simple fraction may be told of others; the attack on the numbers looks where those
    /// would stand.
    private static func secrets(_ told: [ReportedNumber], _ open: [ReportedNumber]) -> [TextSearch.Secret] {
        let shown = Set(told.filter(\.isTold).map(\.name))
        let values = Set(told.compactMap(\.value))
        return open.compactMap { number in
            guard !shown.contains(number.name), let value = number.value, !values.contains(value),
                String(value).count(where: \.isNumber) >= fewestDigits, !isSimpleFraction(value)
            else { return nil }
            return TextSearch.Secret(name: number.name, value: value)
        }
    }

    /// The fewest digits that a number is recognized by.
    private static let fewestDigits = 8

    /// Whether a number is a fraction with a denominator of up to 100,000, found by its continued fraction.
    private static func isSimpleFraction(_ value: Double) -> Bool {
        var rest = value.magnitude
        var (denominator, previous) = (1.0, 0.0)
        for _ in 0..<20 {
            let whole = rest.rounded(.down)
            guard rest - whole > 1e-9 * denominator * denominator else { return true }
            rest = 1 / (rest - whole)
            (denominator, previous) = (rest.rounded(.down) * denominator + previous, denominator)
            guard denominator <= 100_000 else { return false }
        }
        return true
    }

    private static func words(_ finding: Leak.Finding) -> String {
        switch finding {
        case .exact(let count): "is \(count), which was withheld"
        case .narrow(let low, let high): "is from \(low) to \(high), which is too narrow"
        case .contradiction: "contradicts what else is told"
        case .unsolved: "could not be decided"
        }
    }
}

extension PublishedNumber {
    /// A number of the table, as its file tells it.
    init(_ number: ReportedNumber) {
        self.init(
            section: number.section.rawValue, subject: number.subject, group: number.group, period: number.period,
            statistic: number.statistic.rawValue, part: number.part, status: number.status.rawValue,
            value: number.value, step: number.step)
    }
}
