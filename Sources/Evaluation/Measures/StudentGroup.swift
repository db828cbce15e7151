/// The students that a count is about: all of them, or those of a race, a sex, a disability status or any mixture.
///
/// The categories are those of the U.S. Department of Education's Civil Rights Data Collection (CRDC).
public struct StudentGroup: Hashable, Sendable {
    /// Race or ethnicity, as schools report it.
    public enum Race: String, CaseIterable, Sendable {
        case hispanic
        case americanIndian = "american-indian"
        case asian
        case pacificIslander = "pacific-islander"
        case black
        case white
        case twoOrMore = "two-or-more"
    }

    /// Sex, as schools report it.
    public enum Sex: String, CaseIterable, Sendable {
        case female
        case male
        case nonbinary
    }

    /// Whether students are served for a disability, and under which law.
    public enum Disability: String, CaseIterable, Sendable {
        case idea
        case section504 = "section-504"
        case none = "no-disability"
    }

    /// The race, or nil for all.
    public var race: Race?
    /// The sex, or nil for all.
    public var sex: Sex?
    /// The disability status, or nil for all.
    public var disability: Disability?
    /// Whether only English learners are meant.
    public var isEnglishLearner: Bool

    /// All students.
    public static let all = StudentGroup()

    /// Creates a group; what is nil is not told apart.
    public init(race: Race? = nil, sex: Sex? = nil, disability: Disability? = nil, isEnglishLearner: Bool = false) {
        self.race = race
        self.sex = sex
        self.disability = disability
        self.isEnglishLearner = isEnglishLearner
    }

    /// Reads `all`, or names joined by `+` such as `black+female`; nil where a name is unknown or a kind is named twice.
    public init?(_ name: String) {
        self.init()
        guard name != Self.allName else { return }
        for part in name.split(separator: "+", omittingEmptySubsequences: false).map(String.init) {
            if let race = Race(rawValue: part), self.race == nil {
                self.race = race
            } else if let sex = Sex(rawValue: part), self.sex == nil {
                self.sex = sex
            } else if let disability = Disability(rawValue: part), self.disability == nil {
                self.disability = disability
            } else if part == Self.learnerName, !isEnglishLearner {
                isEnglishLearner = true
            } else {
                return nil
            }
        }
    }

    /// The name that data files use; the inverse of ``init(_:)``.
    public var name: String { parts.isEmpty ? Self.allName : parts.joined(separator: "+") }

    /// The names of what the group is told apart by, such as `black` and `female`; none for all students.
    public var parts: [String] {
        [race?.rawValue, sex?.rawValue, disability?.rawValue, isEnglishLearner ? Self.learnerName : nil].compactMap {
            $0
        }
    }

    /// The names of single groups, for a hint.
    public static let names =
        [allName] + Race.allCases.map(\.rawValue) + Sex.allCases.map(\.rawValue) + Disability.allCases.map(\.rawValue)
        + [learnerName]

    private static let allName = "all"
    private static let learnerName = "english-learner"
}

extension StudentGroup: Comparable {
    /// Orders all students first, then by race, sex and disability.
    public static func < (left: StudentGroup, right: StudentGroup) -> Bool {
        left.rank.lexicographicallyPrecedes(right.rank)
    }

    private var rank: [Int] {
        func place<Name: CaseIterable & Equatable>(_ name: Name?) -> Int {
            name.flatMap { Array(Name.allCases).firstIndex(of: $0) }.map { $0 + 1 } ?? 0
        }
        let parts = [race == nil, sex == nil, disability == nil].count { !$0 } + (isEnglishLearner ? 1 : 0)
        return [parts, place(race), place(sex), place(disability), isEnglishLearner ? 1 : 0]
    }
}
