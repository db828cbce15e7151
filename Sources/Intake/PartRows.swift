import CSV
import Diagnostics

/// Goes through the rows of a table.
struct PartRows {
    let part: IntakePart
    let options: IntakeOptions

    func forEachRow(_ body: (IntakeRow) throws -> Void) throws {
        // What the function throws is its own, and is not told as a failure of the file.
        var ownError: (any Error)?
        let give: (IntakeRow) -> Bool = { row in
            do { try body(row) } catch { ownError = error }
            return ownError == nil
        }
        do {
            switch part.text {
            case .table(let encoding): try readTable(encoding, give)
            case .json: try readJSON(give)
            }
        } catch {
            throw ReadingFailure.log(error, path: part.path)
        }
        if let ownError { throw ownError }
    }

    private func row(_ number: Int, _ line: Int, _ content: IntakeRow.Content) -> IntakeRow {
        IntakeRow(tool: part.format.rawValue, file: part.digest, row: number, line: line, content: content)
    }

    /// Whether the options let a field be read at all.
    private func isWanted(_ field: IntakeField) -> Bool {
        switch field {
        case .ip, .optInIP, .confirmIP: options.recordsIP
        case .userAgent: options.recordsUserAgent
        default: true
        }
    }

    private func readTable(_ encoding: TextEncoding, _ give: (IntakeRow) -> Bool) throws {
        let layout = part.layout
        let fields = layout.fields.filter { isWanted($0.field) }
        let reader = RowReader(shape: layout.shape, options: options)
        var stream = CSVStream(encoding: encoding, source: try part.open())
        var cells = IntakeCells()
        var number = -1
        try stream.forEachRow { row, line in
            number += 1
            guard number > 0 else { return true }
            guard row.count == layout.width else {
                let reason =
                    "this row has \(row.count) field\(row.count == 1 ? "" : "s") where the header has \(layout.width)"
                return give(self.row(number, line, .refused(reason: reason)))
            }
            for (field, column) in fields { cells[field] = row[column].trimmed }
            return give(self.row(number, line, reader.content(of: cells)))
        }
    }

    /// What a key of a record stands for; of several that stand for one field the lowest rank counts.
    private struct Place {
        let field: IntakeField
        let rank: Int
    }

    private func readJSON(_ give: (IntakeRow) -> Bool) throws {
        let shape = part.layout.shape
        // A field may have several keys, the better first.
        var places: [String: Place] = [:]
        for column in shape.columns where isWanted(column.field) {
            for (rank, name) in column.names.enumerated() where places[folded(name)] == nil {
                places[folded(name)] = Place(field: column.field, rank: rank)
            }
        }
        let reader = RowReader(shape: shape, options: options)
        var records = JSONRecords(source: try part.open())
        var cells = IntakeCells()
        // Records have the same keys over and over; of those that have ever others, these are the first.
        var placesByKey: [String: Place?] = [:]
        var number = 0
        try records.forEachRecord { record, line in
            number += 1
            var members = JSONMemberReader(record)
            guard let members = members.members() else {
                return give(row(number, line, .refused(reason: "this record is no JSON object")))
            }
            cells.clear()
            var ranks: [IntakeField: Int] = [:]
            for (key, text) in members {
                let place = placesByKey[key] ?? places[folded(key)]
                if placesByKey.count < 1_000 { placesByKey[key] = .some(place) }
                guard let place, place.rank <= ranks[place.field] ?? .max else { continue }
                ranks[place.field] = place.rank
                cells[place.field] = text.trimmed
            }
            return give(row(number, line, reader.content(of: cells)))
        }
    }
}
