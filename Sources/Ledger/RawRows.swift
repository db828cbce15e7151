import GRDB
import GRDBSQLite

/// The rows of a statement by SQLite's own calls, for a million events: rows as values would take longer than all else.
struct RawRows {
    private let statement: Statement

    init(_ db: Database, sql: String) throws { statement = try db.makeStatement(sql: sql) }

    /// Goes to the next row; false after the last.
    func step() throws -> Bool {
        switch sqlite3_step(statement.sqliteStatement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code))
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
}
