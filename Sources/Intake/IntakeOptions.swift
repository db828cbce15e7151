import Consent
import Foundation

/// How files are taken in.
public struct IntakeOptions: Sendable {
    /// What wrote the file; nil to find out from its header. ``IntakeFormat/generic`` is found where ``columns`` are given.
    public var format: IntakeFormat?
    /// All notices that the form has shown. Rows name one by its id or by its digest.
    public var notices: [NamedNotice] = []
    /// The notice for rows that name none: of an export whose form is known.
    public var notice: NamedNotice?
    /// The zone of times that name none.
    public var timeZone: TimeZone = .gmt
    /// For ``IntakeFormat/generic``: the file's column for each of ours, such as `submitted_at`; others have our names.
    public var columns: [String: String] = [:]
    /// Whether IP addresses are read.
    public var recordsIP = false
    /// Whether browsers' names are read.
    public var recordsUserAgent = false

    /// Creates options that find out the format, take UTC for a time's zone, and read neither IP addresses nor browsers.
    public init() {}
}
