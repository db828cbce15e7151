/// As much of an event as decides where a person's consent stands, small enough that a million are held at once.
public struct FoldEvent: Sendable, Hashable, Comparable {
    /// The event's place in the ledger, from 1.
    public let sequence: Int64
    /// Whose consent it is; 0 for the audit trail.
    public let subject: Int64
    /// When it counts: seconds since 1970-01-01T00:00:00Z.
    ///
    /// What ends a consent counts at the end of a minute or a day that is all that is known, all else at the beginning: whoever
    /// left that day is not taken for somebody who came back on it.
    public let seconds: Int
    /// Whether that is when it happened; else it is when it was recorded.
    public let isTimed: Bool
    /// What happened.
    public let kind: EventKind
    /// The proof.
    public let grade: EvidenceGrade?
    /// What was ticked.
    public let statements: ConsentStatements?
    /// The notice that was shown.
    public let notice: NoticeTable.Index?

    /// Orders by person, then by time, and within a second by what can follow what. Last come the places in the ledger.
    public static func < (left: FoldEvent, right: FoldEvent) -> Bool {
        if left.subject != right.subject { return left.subject < right.subject }
        if left.seconds != right.seconds { return left.seconds < right.seconds }
        let (leftRank, rightRank) = (left.rank, right.rank)
        return leftRank == rightRank ? left.sequence < right.sequence : leftRank < rightRank
    }

    /// The place of an event among those of the same second.
    private var rank: Int {
        switch kind {
        case .shown, .exported: 0
        case .imported: grade == .doubleOptIn ? 3 : grade == .singleOptIn ? 2 : 1
        case .reconsentRequested: 4
        case .requested:
            5 + (statements.map { [$0.privacyRead, $0.termsAccepted, $0.newsletterWanted].count { $0 } } ?? 0)
        case .corrected: 9
        case .confirmed: 10
        case .bounced: 11
        case .withdrawn: 12
        case .complained: 13
        case .erased: 14
        }
    }

    /// The part of an event that counts.
    public init(_ event: ConsentEvent, sequence: Int64, notices: inout NoticeTable) {
        self.sequence = sequence
        subject = event.subject?.number ?? 0
        kind = event.kind
        isTimed = event.time != nil
        seconds = Self.seconds(event.time?.seconds ?? event.recorded, event.time?.precision, event.kind)
        grade = event.grade
        statements = event.statements
        notice = event.notice.map { notices.index(of: $0) }
    }

    /// Reads the part that counts from a record of ``ConsentEvent/record``; nil where it is none.
    public init?(record: UnsafeRawBufferPointer, sequence: Int64, notices: inout NoticeTable) {
        guard var members = JSONMembers(record) else { return nil }
        self.sequence = sequence
        var subject: Int64 = 0
        var (time, recorded): (Int?, Int?)
        var kind: EventKind?
        var grade: EvidenceGrade?
        var statements: ConsentStatements?
        var notice: NoticeTable.Index?
        var precision: EventTime.Precision?
        while let (key, value) = members.next() {
            switch record[key.lowerBound] {
            case UInt8(ascii: "g") where record.holds("grade", at: key):
                grade = EvidenceGrade.allCases.first { record.says($0.rawValue, at: value) }
            case UInt8(ascii: "k") where record.holds("kind", at: key):
                kind = EventKind.allCases.first { record.says($0.rawValue, at: value) }
            case UInt8(ascii: "n") where record.holds("notice", at: key):
                notice = notices.index(of: record.part(value.lowerBound + 1..<value.upperBound - 1))
            case UInt8(ascii: "p") where record.holds("precision", at: key):
                precision = EventTime.Precision.allCases.first { record.says($0.rawValue, at: value) }
            case UInt8(ascii: "r"): recorded = record.seconds(value)
            case UInt8(ascii: "s") where record.holds("statements", at: key):
                statements = ConsentStatements(record.part(value))
            case UInt8(ascii: "s") where record.holds("subject", at: key): subject = record.number(value) ?? 0
            case UInt8(ascii: "t"): time = record.seconds(value)
            default: break
            }
        }
        guard members.isAtEnd, let kind, let recorded else { return nil }
        self.subject = subject
        self.kind = kind
        isTimed = time != nil
        self.seconds = Self.seconds(time ?? recorded, time == nil ? nil : precision, kind)
        self.grade = grade
        self.statements = statements
        self.notice = notice
    }

    /// Whether this says of one person all that another event says, wherever the two were read. An import that proves more, at the
    /// same moment, says also what one does that proves less.
    public func covers(_ other: FoldEvent) -> Bool {
        guard kind == other.kind, isTimed == other.isTimed, !isTimed || seconds == other.seconds,
            statements == other.statements
        else { return false }
        if kind == .imported, let grade, let weaker = other.grade, grade > weaker { return other.notice == nil }
        return grade == other.grade && notice == other.notice
    }

    private static func seconds(_ seconds: Int, _ precision: EventTime.Precision?, _ kind: EventKind) -> Int {
        switch kind {
        case .withdrawn, .bounced, .complained, .erased:
            switch precision {
            case .day: seconds + 86_399
            case .minute: seconds + 59
            case .second, nil: seconds
            }
        default: seconds
        }
    }
}

/// The notices that events name, each once: an event then holds a number instead of 64 digits.
public struct NoticeTable: Sendable {
    /// A notice's place in the table.
    public struct Index: Hashable, Sendable {
        let number: UInt32
    }

    private var digests: [[UInt8]] = []

    /// An empty table.
    public init() {}

    /// The place of a digest, which it gets if it has none yet.
    public mutating func index(of digest: String) -> Index {
        var digest = digest
        return digest.withUTF8 { index(of: UnsafeRawBufferPointer($0)) }
    }

    /// A practice has a handful of notices, so that looking at each is faster than a digest of the digest.
    mutating func index(of digest: UnsafeRawBufferPointer) -> Index {
        for (number, known) in digests.enumerated()
        where known.count == digest.count && known.withUnsafeBytes({ $0.elementsEqual(digest) }) {
            return Index(number: UInt32(number))
        }
        digests.append(Array(digest))
        return Index(number: UInt32(digests.count - 1))
    }

    /// The digest at a place.
    public subscript(index: Index) -> String {
        String(decoding: digests[Int(index.number)], as: UTF8.self)
    }
}

extension UnsafeRawBufferPointer {
    /// Whether a value is a text of these words, which have nothing that is escaped.
    fileprivate func says(_ words: String, at value: Range<Int>) -> Bool {
        words.utf8.count == value.count - 2
            && words.utf8.elementsEqual(self[value.lowerBound + 1..<value.upperBound - 1])
    }
}
