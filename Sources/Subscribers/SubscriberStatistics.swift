import Consent
import Content
import Dates

/// How many people are on record, where they stand, since when, and what they agreed to.
public struct SubscriberStatistics: Hashable, Sendable {
    /// How many people there are in each status, in the order of `ConsentStatus`; those without anybody are left out.
    public let byStatus: [StatusCount]
    /// How many may be written to, as site.yaml demands.
    public let mailableCount: Int
    /// The proof that site.yaml demands.
    public let demanded: EvidenceGrade
    /// Every month from the first to the last in which a status of today began.
    public let months: [Month]
    /// What those who want the newsletter agreed to, the most frequent first.
    public let agreements: [Agreement]
    /// The digest of the ledger's last event; nil where there is none.
    public let head: String?

    /// The people of one status.
    public struct StatusCount: Hashable, Sendable {
        /// The status; nil where nothing that counts is on record.
        public let status: ConsentStatus?
        /// How many people.
        public let count: Int
    }

    /// The people whose status of today began in one month, in UTC.
    public struct Month: Hashable, Sendable {
        /// The month, such as `2026-03`.
        public let name: String
        /// Who has been subscribed since.
        public var subscribed = 0
        /// Who has been pending since: asked, but not confirmed.
        public var pending = 0
        /// Who has been gone since: withdrawn, bounced or complained.
        public var gone = 0
    }

    /// The people who are subscribed or pending on the ground of one notice.
    public struct Agreement: Hashable, Sendable {
        /// The name that notices.yaml gives the notice, or its digest; nil where the words are not on record.
        public let notice: String?
        /// The version of the privacy policy.
        public let privacyVersion: String?
        /// The version of the terms.
        public let termsVersion: String?
        /// Where these versions stand today.
        public let standing: PolicyStanding
        /// How many people.
        public let count: Int
    }

    /// How many people agreed to versions that are no longer in force.
    public var olderCount: Int { agreements.filter { $0.standing != .current }.map(\.count).reduce(0, +) }
    /// How many of them have to agree anew before they are written to.
    public var outdatedCount: Int { agreements.filter { $0.standing == .outdated }.map(\.count).reduce(0, +) }
    /// How many people are on record.
    public var count: Int { byStatus.map(\.count).reduce(0, +) }

    /// Counts people.
    public init(of roll: SubscriberRoll, library: Library, snapshot: SubscriberSnapshot) {
        demanded = library.site.newsletter.evidence
        head = snapshot.head
        let grade = demanded
        mailableCount = roll.people.count { $0.isMailable(demanding: grade) }
        var statuses: [ConsentStatus?: Int] = [:]
        var months: [Int: Month] = [:]
        var agreements: [String?: (count: Int, standing: PolicyStanding)] = [:]
        for person in roll.people {
            let state = person.subscriber.state
            statuses[state.status, default: 0] += 1
            if let since = state.since, let month = MonthIndex(seconds: since) {
                months[month.number, default: Month(name: month.name)].add(state.status)
            }
            if state.status == .subscribed || state.status == .pending {
                agreements[person.subscriber.notice, default: (0, person.standing)].count += 1
            }
        }
        byStatus = (ConsentStatus.allCases.map(Optional.some) + [nil]).compactMap { status in
            statuses[status].map { StatusCount(status: status, count: $0) }
        }
        let drawn = months.filter { $0.value.count > 0 }.keys
        self.months =
            if let first = drawn.min(), let last = drawn.max() {
                (first...last).map { months[$0] ?? Month(name: MonthIndex(number: $0).name) }
            } else {
                []
            }
        let names = SubscriberLists.noticeNames(library)
        self.agreements = agreements.map { digest, people in
            let notice = digest.flatMap { snapshot.notices[$0] }
            return Agreement(
                notice: digest.map { names[$0] ?? $0 }, privacyVersion: notice?.privacyVersion,
                termsVersion: notice?.termsVersion, standing: people.standing, count: people.count)
        }.sorted { $0.count == $1.count ? ($0.notice ?? "") < ($1.notice ?? "") : $0.count > $1.count }
    }
}

extension SubscriberStatistics.Month {
    fileprivate mutating func add(_ status: ConsentStatus?) {
        switch status {
        case .subscribed: subscribed += 1
        case .pending: pending += 1
        case .withdrawn, .bounced, .complained: gone += 1
        case .unproven, .declined, .erased, nil: break
        }
    }

    fileprivate var count: Int { subscribed + pending + gone }
}

/// A month as a number, so that none between two is left out.
private struct MonthIndex {
    /// Months since the beginning of the year 0.
    let number: Int

    init(number: Int) { self.number = number }

    init?(seconds: Int) {
        guard let day = CalendarDate(secondsSince1970: seconds) else { return nil }
        number = day.year * 12 + day.month - 1
    }

    var name: String {
        let month = number % 12 + 1
        return "\(number / 12)-\(month < 10 ? "0" : "")\(month)"
    }
}
