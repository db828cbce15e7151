import Foundation
import GRDB
import TestSupport

/// A folder of content with a notice and three people's sign-ups, where `prowess subscribers` is run.
struct SubscriberPractice {
    let folder: TemporaryFolder

    /// The columns of our own format.
    static let header =
        "submitted_at,email,name,notice,privacy_read,terms_accepted,newsletter_wanted,form,page,confirmed_at,withdrawn_at\r\n"

    /// One person is subscribed, one has not confirmed, and one has left.
    static let signups =
        header
        + "2026-01-05T10:00:00Z,ann@example.org,Ann,first,yes,yes,yes,footer,/,2026-01-05T11:00:00Z,\r\n"
        + "2026-01-06T10:00:00Z,bob@example.org,=Bob,first,yes,yes,yes,footer,/,,\r\n"
        + "2026-01-07T10:00:00Z,cleo@example.org,Cleo,first,yes,yes,yes,footer,/,2026-01-07T11:00:00Z,"
        + "2026-02-01T08:00:00Z\r\n"

    private static let notices = """
        - id: first
          from: 2020-01-01
          privacy-version: "1"
          terms-version: "1"
          privacy: I have read the policy.
          terms: I accept the terms.
          newsletter: I want the letter.

        """

    init(_ files: [String: String] = [:]) throws {
        let own = ["subscribers/notices.yaml": Self.notices, "signups.csv": Self.signups]
        folder = try TemporaryFolder(SmallContent.with(own.merging(files) { _, new in new }))
    }

    /// The ledger's file.
    var ledger: String { folder.path + "/subscribers/ledger.sqlite" }

    /// Runs a command on subscribers.
    func run(_ words: String..., input: String = "") throws -> CommandLineTool.Run {
        try CommandLineTool.run(
            ["subscribers"] + words + ["--content", folder.path], in: folder.path, input: input,
            environment: ["SOURCE_DATE_EPOCH": "1780000000"])
    }

    /// Runs `prowess build` for the subscribers alone.
    func build(_ words: String...) throws -> CommandLineTool.Run {
        try CommandLineTool.run(
            ["build", "--only", "subscribers", "--content", folder.path, "--layouts", Repository.layouts] + words,
            in: folder.path, environment: ["SOURCE_DATE_EPOCH": "1780000000"])
    }

    /// How many lists the audit trail says were given out.
    func exportCount() throws -> Int {
        let (queue, sql) = (
            try DatabaseQueue(path: ledger),
            "SELECT count(*) FROM event WHERE json_extract(record, '$.kind') = 'exported'"
        )
        return try queue.read { try Int.fetchOne($0, sql: sql) ?? 0 }
    }
}
