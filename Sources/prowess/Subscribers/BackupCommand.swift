import ArgumentParser
import Diagnostics
import Foundation
import Ledger

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copies the ledger while it may be in use, and checks the copy.")

    @OptionGroup var ledger: LedgerOptions

    @Argument(help: "Where to. There must be no such file yet; only this account may read it.")
    var file: String

    func run() throws {
        try withLedgerErrors {
            try PrivateOutput.check(file)
            do {
                let copy = try ledger.reading().backup(to: file)
                print("\(copy.path): \(copy.events) event\(copy.events == 1 ? "" : "s"), checked")
                if let head = copy.head { print("head \(head)") }
            } catch let error as LedgerCopyError {
                throw DiagnosticLog([Diagnostic(path: file, message: error.description)])
            }
        }
    }
}

struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Puts a backup in the ledger's place, after it was checked.",
        discussion: """
            A ledger that is there is kept beside it. One with events that the backup lacks is not replaced, unless you say \
            --loses-events. Stop the sign-up receiver first.
            """)

    @OptionGroup var ledger: LedgerOptions

    @Argument(help: "The backup.")
    var file: String

    @Flag(help: "Restore although the ledger has events that the backup lacks, or can't be read.")
    var losesEvents = false

    func run() throws {
        try withLedgerErrors {
            do {
                try PrivateFiles.makeFolder(URL(fileURLWithPath: ledger.path).deletingLastPathComponent().path)
                let restored = try Ledger.restore(
                    file, to: ledger.path, losesEvents: losesEvents, at: LedgerClock.now())
                let copy = restored.ledger
                print("\(copy.path): \(copy.events) event\(copy.events == 1 ? "" : "s"), checked")
                if let head = copy.head { print("head \(head)") }
                if restored.erasures > 0 {
                    print("\(restored.erasures) erased since the backup, and erased again.")
                }
                if let old = restored.old { print("The ledger that was there is now \(old).") }
            } catch let error as LedgerCopyError {
                throw DiagnosticLog([Diagnostic(path: file, message: error.description)])
            }
        }
    }
}
