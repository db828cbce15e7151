import Evaluation

/// The text of a file of numbers as its bytes.
///
/// A school has thousands of numbers, and those that follow each other are mostly about the same thing. What is the same in their
/// lines is written once and then copied.
struct NumberText {
    private(set) var bytes: [UInt8]

    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Appends a number in the fewest digits that give it back.
    mutating func append(_ value: Double) { append(NumberFiles.exact(value)) }
}

/// The first number of those about the same thing, with what all their lines have in common.
struct NumberTopic<Parts> {
    let number: ReportedNumber
    let parts: Parts

    /// The topic of a number: the one before it where that is the same, or else a new one.
    static func of(
        _ number: ReportedNumber, after last: NumberTopic?, _ make: (ReportedNumber) -> Parts
    ) -> NumberTopic {
        if let last, last.number.isAboutTheSame(as: number) { return last }
        return NumberTopic(number: number, parts: make(number))
    }
}
