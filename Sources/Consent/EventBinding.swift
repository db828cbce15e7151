/// As much of a record as binds a person to it: whose it is, the digest of who that is, and whether it is an erasure.
///
/// Checking a ledger reads every record this way; it copies nothing.
public struct EventBinding: Sendable {
    /// Whose event it is; 0 for the audit trail.
    public private(set) var subject: Int64 = 0
    /// Where the digest of the identity stands in the record; nil where it has none.
    public private(set) var identity: Range<Int>?
    /// The notice that it names; nil where it names none.
    public private(set) var notice: NoticeTable.Index?
    /// Where the code of a suppressed address stands; nil where it has none.
    public private(set) var suppression: Range<Int>?
    /// Where the digest of what was recorded beside it stands; nil where nothing was.
    public private(set) var details: Range<Int>?
    /// Whether the person was erased.
    public private(set) var isErasure = false

    /// Reads a record; nil where it is none.
    /// - Parameter notices: learns the notice that the record names.
    public init?(record: UnsafeRawBufferPointer, notices: inout NoticeTable) {
        guard var members = JSONMembers(record) else { return nil }
        while let (key, value) = members.next() {
            switch record[key.lowerBound] {
            case UInt8(ascii: "d"): details = value.lowerBound + 1..<value.upperBound - 1
            case UInt8(ascii: "i"): identity = value.lowerBound + 1..<value.upperBound - 1
            case UInt8(ascii: "k"): isErasure = record.holds("\"erased\"", at: value)
            case UInt8(ascii: "n"): notice = notices.index(of: record.part(value.lowerBound + 1..<value.upperBound - 1))
            case UInt8(ascii: "s") where record.holds("subject", at: key): subject = record.number(value) ?? 0
            case UInt8(ascii: "s") where record.holds("suppression", at: key):
                suppression = value.lowerBound + 1..<value.upperBound - 1
            default: break
            }
        }
        guard members.isAtEnd else { return nil }
    }
}
