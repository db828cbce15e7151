import Consent
import Dates
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Intake

/// A file of a test, and what is read of it.
struct IntakeSample {
    let folder: TemporaryFolder
    var options = IntakeOptions()

    init(_ files: [String: String] = [:]) throws {
        folder = try TemporaryFolder(files)
        options.notices = [Self.notice]
    }

    static let notice: NamedNotice = {
        guard let day = CalendarDate(year: 2025, month: 9, day: 1) else { preconditionFailure("a day of the calendar") }
        return NamedNotice(
            id: "newsletter-2025-09", shownFrom: day,
            notice: Notice(
                language: "en", privacyVersion: "3", termsVersion: "2",
                words: ConsentWords(privacy: "I read it.", terms: "I agree.", newsletter: "I want it.")))
    }()

    func open(_ name: String) throws(DiagnosticLog) -> IntakeFile {
        try IntakeFile(path: folder.path + "/" + name, options: options)
    }

    func rows(_ name: String) throws -> [IntakeRow] {
        var rows: [IntakeRow] = []
        try open(name).read { rows.append($0) }
        return rows
    }

    /// The diagnostics of a file that can't be read.
    func problems(_ name: String) -> [Diagnostic] {
        do {
            _ = try rows(name)
            return []
        } catch {
            return (error as? DiagnosticLog)?.sorted ?? []
        }
    }
}

extension IntakeRow {
    var person: IntakePerson? { if case .person(let person) = content { person } else { nil } }

    var reason: String? { if case .refused(let reason) = content { reason } else { nil } }

    var facts: [ConsentFact] { person?.facts ?? [] }

    /// Kinds and times of the facts.
    var timeline: [String] { facts.map { "\($0.kind.rawValue) \($0.time?.rfc3339 ?? "some time")" } }
}
