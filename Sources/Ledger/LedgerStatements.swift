import GRDB

/// What is done for each row of an import, prepared once for a transaction.
struct LedgerStatements {
    let insertEvent: RawStatement
    let insertDetail: RawStatement
    let insertIdentity: RawStatement
    /// The people whose address differs in the case before the `@` alone, by number.
    let people: RawStatement
    /// A person's events, the oldest record first.
    let events: RawStatement

    init(_ db: Database) throws {
        insertEvent = try RawStatement(
            db, sql: "INSERT INTO event (sequence, record, digest, subject) VALUES (?, ?, ?, ?)")
        insertDetail = try RawStatement(db, sql: "INSERT INTO detail (event, content, salt) VALUES (?, ?, ?)")
        insertIdentity = try RawStatement(
            db, sql: "INSERT INTO identity (subject, address, key, folded, name, salt) VALUES (?, ?, ?, ?, ?, ?)")
        people = try RawStatement(
            db, sql: "SELECT subject, key, address, name FROM identity WHERE folded = ? ORDER BY subject")
        events = try RawStatement(db, sql: "SELECT record FROM event WHERE subject = ? ORDER BY sequence")
    }
}
