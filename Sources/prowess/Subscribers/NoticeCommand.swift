import ArgumentParser
import Consent
import Diagnostics
import Ledger

struct NoticeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notice",
        abstract: "Prints the exact words that people agreed to, however long ago.")

    @OptionGroup var ledger: LedgerOptions

    @Argument(help: "The notice's digest, or as many of its first digits as tell it from others. (default: lists all)")
    var digest: String?

    func run() throws {
        try withLedgerErrors {
            let notices = try ledger.reading().notices().values.sorted { $0.digest < $1.digest }
            guard let digest else {
                for notice in notices { print(notice.summary) }
                return
            }
            let found = notices.filter { $0.digest.hasPrefix(digest.lowercased()) }
            guard let notice = found.first, found.count == 1, !digest.isEmpty else {
                throw DiagnosticLog([
                    Diagnostic(
                        path: ledger.path,
                        message: found.isEmpty
                            ? "no notice has the digest \(digest)" : "\(found.count) notices begin with \(digest)",
                        hint: "\"prowess subscribers notice\" lists all of them")
                ])
            }
            print(notice.text)
        }
    }
}

extension Notice {
    /// One line.
    fileprivate var summary: String {
        "\(digest)  privacy policy \(privacyVersion), terms \(termsVersion), \(language)"
    }

    /// All of it.
    fileprivate var text: String {
        """
        digest                  \(digest)
        language                \(language)
        privacy policy          version \(privacyVersion)
        terms of service        version \(termsVersion)
        privacy statement       \(words.privacy)
        terms statement         \(words.terms)
        newsletter statement    \(words.newsletter)
        """
    }
}
