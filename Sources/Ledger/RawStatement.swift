import GRDB
import GRDBSQLite

/// A statement by SQLite's own calls, for what is done with each of a million events: values in boxes would take longer than all
/// else. Everything else goes through GRDB.
struct RawStatement {
    private let statement: Statement

    init(_ db: Database, sql: String) throws { statement = try db.makeStatement(sql: sql) }

    /// Makes it ready to be run again, its parameters being these.
    func restart(_ parameters: Parameter...) throws { try bind(parameters) }

    /// Runs it to its end, and leaves it where it keeps no lock.
    func run(_ parameters: Parameter...) throws {
        try bind(parameters)
        defer { sqlite3_reset(statement.sqliteStatement) }
        while try step() {}
    }

    /// Runs the statement that adds an event. What it is given is not copied, as it outlives the run.
    func addEvent(_ sequence: Int64, _ record: [UInt8], _ digest: [UInt8], _ subject: Int64?) throws {
        let handle = statement.sqliteStatement
        sqlite3_reset(handle)
        defer {
            sqlite3_reset(handle)
            sqlite3_clear_bindings(handle)
        }
        try record.withUnsafeBufferPointer { record in
            try digest.withUnsafeBytes { digest in
                sqlite3_bind_int64(handle, 1, sequence)
                sqlite3_bind_text(handle, 2, record.characters, Int32(record.count), nil)
                sqlite3_bind_blob(handle, 3, digest.baseAddress, Int32(digest.count), nil)
                if let subject { sqlite3_bind_int64(handle, 4, subject) } else { sqlite3_bind_null(handle, 4) }
                while try step() {}
            }
        }
    }

    private func bind(_ parameters: [Parameter]) throws {
        sqlite3_reset(statement.sqliteStatement)
        for (index, parameter) in parameters.enumerated() {
            let code = parameter.bind(statement.sqliteStatement, Int32(index + 1))
            guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
        }
    }

    /// Goes to the next row; false after the last.
    func step() throws -> Bool {
        switch sqlite3_step(statement.sqliteStatement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code:
            throw DatabaseError(
                resultCode: ResultCode(rawValue: code),
                message: String(cString: sqlite3_errmsg(sqlite3_db_handle(statement.sqliteStatement))))
        }
    }

    /// A column's number.
    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement.sqliteStatement, column) }

    /// A column's bytes, text or not; valid until the next step.
    func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: sqlite3_column_blob(statement.sqliteStatement, column),
            count: Int(sqlite3_column_bytes(statement.sqliteStatement, column)))
    }

    /// A column's text.
    func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

    /// A value that a statement is given.
    enum Parameter {
        case integer(Int64)
        case text(String)
        /// Bytes of UTF-8 that are stored as a text.
        case utf8([UInt8])
        case blob([UInt8])

        fileprivate func bind(_ statement: OpaquePointer?, _ index: Int32) -> Int32 {
            // SQLite copies what it is given: it is gone before the statement runs.
            let copies = unsafeBitCast(OpaquePointer(bitPattern: -1), to: sqlite3_destructor_type?.self)
            switch self {
            case .integer(let number): return sqlite3_bind_int64(statement, index, number)
            case .text(var text):
                return text.withUTF8 { sqlite3_bind_text(statement, index, $0.characters, Int32($0.count), copies) }
            case .utf8(let bytes):
                return bytes.withUnsafeBufferPointer {
                    sqlite3_bind_text(statement, index, $0.characters, Int32($0.count), copies)
                }
            case .blob(let bytes):
                return bytes.withUnsafeBytes {
                    sqlite3_bind_blob(statement, index, $0.baseAddress, Int32($0.count), copies)
                }
            }
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The bytes as C has them.
    fileprivate var characters: UnsafePointer<CChar>? {
        UnsafeRawPointer(baseAddress)?.assumingMemoryBound(to: CChar.self)
    }
}
