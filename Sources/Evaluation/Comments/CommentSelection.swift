import Disclosure

/// A comment that may be printed.
public struct ReleasedComment: Hashable, Sendable {
    /// The id of the item it answers.
    public let item: String
    /// The wave's id.
    public let wave: String
    /// Who wrote it; comments are never broken down any further.
    public let group: ReportingGroup
    /// The words, masked and approved.
    public let text: String
}

/// A comment as it is listed for a person's approval: masked, and in no order that tells who wrote it.
public struct ListedComment: Hashable, Sendable {
    /// The name that approval refers to. It is made of the words, so that it stays the same when the export is read again.
    public let id: String
    /// The id of the item it answers.
    public let item: String
    /// The wave's id.
    public let wave: String
    /// Who wrote it.
    public let group: ReportingGroup
    /// The words, with names, addresses, numbers, dates and roles of single persons masked.
    public let text: String
}

/// Masks and shuffles comments, lists them for approval, and releases those that were approved.
public struct CommentSelection: Sendable {
    /// The comments of all groups that are large enough, in an order that tells nothing.
    public let listed: [ListedComment]
    /// Those that a person approved, in the words that were approved, masked once more.
    public let released: [ReleasedComment]

    /// Selects a school's comments.
    /// - Parameter isProtected: false selects those of groups of any size, for the practice's own eyes.
    public init(_ record: SchoolRecord, isProtected: Bool = true) {
        let grouping = GroupingRule(rule: record.rule, consenting: record.consenting)
        let groups = grouping.groups(waves: record.waves, responses: record.responses)
        let mask = CommentMask(knownNames: record.namesToMask)
        var listed: [ListedComment] = []
        for wave in record.waves {
            for group in groups {
                guard let responses = GroupResponses(of: group, in: wave.id, from: record.responses) else { continue }
                let threshold = isProtected ? grouping.protection(of: group).threshold : 1
                for item in wave.instrument.items where item.kind == .comment {
                    // One respondent writes one comment on an item.
                    let comments = responses.comments(on: item.id).enumerated().map {
                        CommentRelease.Comment(respondent: $0, text: $1)
                    }
                    let release = CommentRelease(
                        comments, threshold: threshold, seed: Self.seed(wave.id, item.id), mask: mask)
                    listed += (release?.comments ?? []).map { comment in
                        ListedComment(
                            id: Self.id(wave.id, group, item.id, comment.text), item: item.id, wave: wave.id,
                            group: group, text: comment.text)
                    }
                }
            }
        }
        self.listed = listed
        let approved = Dictionary(
            record.approvedComments.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
        var seen: Set<String> = []
        released = listed.compactMap { comment in
            guard let text = approved[comment.id], seen.insert(comment.id).inserted else { return nil }
            return ReleasedComment(
                item: comment.item, wave: comment.wave, group: comment.group, text: mask.masked(text).text)
        }
    }

    private static func seed(_ parts: String...) -> UInt64 { hash(parts.joined(separator: "\u{1F}")) }

    private static func id(_ wave: String, _ group: ReportingGroup, _ item: String, _ text: String) -> String {
        let digits = String(hash([wave, group.name, item, text].joined(separator: "\u{1F}")), radix: 16)
        return "c" + String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// FNV-1a in 64 bits: a name for a text, not a secret.
    private static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
