import CSV
import Diagnostics

/// What an author is told where a file can't be read on.
enum ReadingFailure {
    static func log(_ error: any Error, path: String) -> DiagnosticLog {
        switch error {
        case let log as DiagnosticLog: log
        case let error as TextStreamError: DiagnosticLog([diagnostic(error, path)])
        case JSONRecords.Failure.tooLong(let line):
            DiagnosticLog([
                Diagnostic(
                    path: path, location: SourceLocation(line: line), message: "this record is longer than 1 MB")
            ])
        default: InputFile.log(path, "this file can't be read")
        }
    }

    private static func diagnostic(_ error: TextStreamError, _ path: String) -> Diagnostic {
        switch error {
        case .malformed(let encoding):
            Diagnostic(
                path: path, message: "this file says that it is \(encoding.rawValue), and it is not",
                hint: "export it again as UTF-8")
        case .tooLong(let line, _):
            Diagnostic(
                path: path, location: SourceLocation(line: line), message: "this row is longer than 16 MB",
                hint: "look for a quotation mark that is never closed")
        case .fieldTooLong(let line, let field, _):
            Diagnostic(
                path: path, location: SourceLocation(line: line, column: field),
                message: "this field is longer than 1 MB",
                hint: "look for a quotation mark that is never closed")
        case .quotationMarks(let line, let field):
            Diagnostic(
                path: path, location: SourceLocation(line: line, column: field),
                message: "a quotation mark in this row is never closed, or text follows a closed one",
                hint: "close it, or double it (\"\") if it belongs to the text")
        }
    }
}
