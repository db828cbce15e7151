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
    /// What happened.
    public let kind: EventKind
    /// The proof.
    public let grade: EvidenceGrade?
    /// What else is yes or no, in a byte: with it an event takes 32.
    private let flags: Flags
    /// The notice's place in the table, from 1; 0 for none.
    private let noticeNumber: UInt32

    /// Whether ``seconds`` is when it happened; else it is when it was recorded.
    public var isTimed: Bool { flags.contains(.timed) }

    /// What was ticked.
    public var statements: ConsentStatements? {
        guard flags.contains(.statements) else { return nil }
        return ConsentStatements(
            privacyRead: flags.contains(.privacyRead), termsAccepted: flags.contains(.termsAccepted),
            newsletterWanted: flags.contains(.newsletterWanted))
    }

    /// The notice that was shown.
    public var notice: NoticeTable.Index? {
        noticeNumber == 0 ? nil : NoticeTable.Index(number: noticeNumber)
    }

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
        seconds = Self.seconds(event.time?.seconds ?? event.recorded, event.time?.precision, event.kind)
        grade = event.grade
        flags = Flags(isTimed: event.time != nil, event.statements)
        noticeNumber = event.notice.map { notices.index(of: $0).number } ?? 0
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
        self.seconds = Self.seconds(time ?? recorded, time == nil ? nil : precision, kind)
        self.grade = grade
        flags = Flags(isTimed: time != nil, statements)
        noticeNumber = notice?.number ?? 0
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

/// What an event says with yes or no.
private struct Flags: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    static let timed = Flags(rawValue: 1)
    /// There are statements: those not named were not ticked.
    static let statements = Flags(rawValue: 2)
    static let privacyRead = Flags(rawValue: 4)
    static let termsAccepted = Flags(rawValue: 8)
    static let newsletterWanted = Flags(rawValue: 16)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(isTimed: Bool, _ statements: ConsentStatements?) {
        self = isTimed ? .timed : []
        guard let statements else { return }
        insert(.statements)
        if statements.privacyRead { insert(.privacyRead) }
        if statements.termsAccepted { insert(.termsAccepted) }
        if statements.newsletterWanted { insert(.newsletterWanted) }
    }
}

/// The notices that events name, each once: an event then holds a number instead of 64 digits.
public struct NoticeTable: Sendable {
    /// A notice's place in the table, from 1.
    public struct Index: Hashable, Sendable {
        let number: UInt32
    }

    private var digests: [[UInt8]] = []
    /// The same as texts: whoever asks for a digest gets the one that is there, and no copy.
    private var texts: [String] = []

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
            return Index(number: UInt32(number + 1))
        }
        digests.append(Array(digest))
        texts.append(String(decoding: digest, as: UTF8.self))
        return Index(number: UInt32(digests.count))
    }

    /// The digest at a place.
    public subscript(index: Index) -> String { texts[Int(index.number) - 1] }
}

extension UnsafeRawBufferPointer {
    /// Whether a value is a text of these words, which have nothing that is escaped.
    fileprivate func says(_ words: String, at value: Range<Int>) -> Bool {
        guard words.utf8.count == value.count - 2 else { return false }
        var words = words
        return words.withUTF8 { words in
            words.indices.allSatisfy { self[value.lowerBound + 1 + $0] == words[$0] }
        }
    }
}
