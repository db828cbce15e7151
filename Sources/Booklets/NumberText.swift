import Evaluation

/// The text of a file of numbers, put together as bytes.
///
/// A school has thousands of numbers, and those that follow each other are mostly about the same thing. What is the same in their
/// lines is written once and then copied.
struct NumberText {
    private var bytes: [UInt8] = []

    /// The text so far.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The most bytes that a line has, mostly.
    private static let roomOfLine = 224

    /// Begins with a text; so many lines will follow.
    init(_ text: String, lines: Int) {
        bytes.reserveCapacity(text.utf8.count + lines * Self.roomOfLine)
        append(text)
    }

    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Appends the part of a number's name that tells it from those around it, such as `option-2`.
    mutating func appendStatisticInName(of number: ReportedNumber) {
        append(number.statistic.rawValue)
        if let part = number.part {
            append("-")
            append(String(part))
        }
    }

    /// Appends a number in the fewest digits that give it back.
    mutating func append(_ value: Double) { append(NumberFiles.exact(value)) }
}
