/// The line that opens a directive, taken apart: `name[label]{key=value key="a b"}` after its colons.
///
/// The syntax is that of the generic directives proposal for CommonMark (talk.commonmark.org, "Generic directives/plugins
/// syntax"), with a label that may have brackets in it where they are in pairs.
struct DirectiveLine {
    /// A key with its value, and the bytes of the line at which they begin.
    struct Attribute {
        var name: String
        var value: String
        let nameOffset: Int
        let valueOffset: Int
    }

    /// What is wrong with the line, at one of its bytes.
    struct Problem {
        let offset: Int
        let message: String
        let hint: String?
    }

    /// The whole line without its end.
    let bytes: [UInt8]
    /// The first byte that is no blank.
    let start: Int
    /// How many colons it begins with.
    let colonCount: Int
    private(set) var name = ""
    /// The first byte of the name.
    private(set) var nameOffset = 0
    /// What stands in the brackets; nil where there are none.
    private(set) var label: String?
    /// The first byte of the label.
    private(set) var labelOffset = 0
    var attributes: [Attribute] = []
    private var names: Set<String> = []
    private(set) var problems: [Problem] = []

    var isContainer: Bool { colonCount >= 3 }
    /// Its colons, as a hint writes them.
    var colons: String { String(repeating: ":", count: min(colonCount, 12)) }

    /// Takes a line apart; nil where it opens no directive.
    init?(_ line: UnsafeBufferPointer<UInt8>, from start: Int) {
        var end = line.count
        while end > start, line[end - 1].isBlank || line[end - 1].isLineEnd { end -= 1 }
        var index = start
        while index < end, line[index] == UInt8(ascii: ":") { index += 1 }
        (colonCount, self.start) = (index - start, start)
        let afterColons = index
        while index < end, line[index].isBlank { index += 1 }
        nameOffset = index
        while index < end, line[index].isNameByte, index > nameOffset || line[index].isLetter { index += 1 }
        guard colonCount >= 2, index > nameOffset else { return nil }
        let next = index < end ? line[index] : UInt8(ascii: "\n")
        let isAlone = index == end || next == UInt8(ascii: "[") || next == UInt8(ascii: "{")
        // `::std::vector` and `::: and so on` are text; so is a leaf's name with a blank before it.
        let isNearColons = nameOffset == afterColons
        guard isAlone ? isNearColons || colonCount >= 3 : isNearColons && (next.isBlank || colonCount >= 3) else {
            return nil
        }
        bytes = Array(line[..<end])
        name = String(decoding: bytes[nameOffset..<index], as: UTF8.self)
        if !isNearColons {
            report(
                at: afterColons, "a directive's name follows its colons", hint: "write \(colons)\(name.prefix(60))")
        }
        readRest(from: index)
    }

    private mutating func readRest(from start: Int) {
        var index = start
        if byte(index) == UInt8(ascii: "[") {
            guard let end = labelEnd(from: index) else {
                return report(at: index, "the label that begins here is never closed", hint: "put a ] after its text")
            }
            labelOffset = index + 1
            label = String(decoding: bytes[labelOffset..<end], as: UTF8.self)
            index = end + 1
        }
        if byte(index) == UInt8(ascii: "{") {
            guard let end = readAttributes(from: index + 1) else { return }
            index = end + 1
        }
        while let blank = byte(index), blank.isBlank { index += 1 }
        guard index < bytes.count else { return }
        let form = "\(name.prefix(60))[text]{key=value}"
        report(at: index, "nothing may follow a directive on its line", hint: "write it as \(form), and its text below")
    }

    /// The bracket that closes a label. Brackets in it come in pairs, or have a backslash before them.
    private func labelEnd(from start: Int) -> Int? {
        var depth = 0
        var index = start
        while let byte = byte(index) {
            switch byte {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "]"):
                depth -= 1
                if depth == 0 { return index }
            default: break
            }
            index += 1
        }
        return nil
    }

    /// Reads keys up to the closing brace and returns its place; nil where something was reported.
    private mutating func readAttributes(from start: Int) -> Int? {
        var index = start
        while let next = byte(index) {
            if next.isBlank {
                index += 1
            } else if next == UInt8(ascii: "}") {
                return index
            } else if next == UInt8(ascii: ".") || next == UInt8(ascii: "#") {
                let end = endOfValue(from: index + 1)
                guard end > index + 1 else {
                    report(at: index, "a name should follow here", hint: nil)
                    return nil
                }
                add(next == UInt8(ascii: ".") ? "class" : "id", index, index + 1..<end)
                index = end
            } else if let end = readKey(from: index) {
                index = end
            } else {
                return nil
            }
        }
        report(at: start - 1, "the braces that open here are never closed", hint: "put a } after the last key")
        return nil
    }

    /// Reads `key=value`, and returns what is after it.
    private mutating func readKey(from start: Int) -> Int? {
        var index = start
        while let next = byte(index), next.isNameByte || next == UInt8(ascii: ":") { index += 1 }
        let key = String(decoding: bytes[start..<index], as: UTF8.self)
        guard index > start, bytes[start].isLetter else {
            report(at: start, "a key should begin here", hint: "write key=value, or key=\"some words\"")
            return nil
        }
        guard byte(index) == UInt8(ascii: "=") else {
            report(at: start, "the key \"\(key.prefix(60))\" has no value", hint: "write \(key.prefix(60))=\"…\"")
            return nil
        }
        index += 1
        if let quote = byte(index), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            guard let end = bytes[(index + 1)...].firstIndex(of: quote) else {
                report(at: index, "the quotation mark that opens here is never closed", hint: nil)
                return nil
            }
            add(key, start, index + 1..<end)
            index = end + 1
        } else {
            let end = endOfValue(from: index)
            add(key, start, index..<end)
            index = end
        }
        guard let next = byte(index), !next.isBlank, next != UInt8(ascii: "}") else { return index }
        report(
            at: index, "a blank or a } should follow the value here",
            hint: "put quotation marks around a value with blanks or braces in it")
        return nil
    }

    private func endOfValue(from start: Int) -> Int {
        var index = start
        while let next = byte(index), !next.isBlank, !"\"'{}".utf8.contains(next) { index += 1 }
        return index
    }

    private mutating func add(_ name: String, _ nameOffset: Int, _ value: Range<Int>) {
        if !names.insert(name).inserted {
            report(at: nameOffset, "the key \"\(name.prefix(60))\" is given twice", hint: nil)
        }
        attributes.append(
            Attribute(
                name: name, value: CharacterReferences.decoded(bytes[value]), nameOffset: nameOffset,
                valueOffset: value.lowerBound))
    }

    private func byte(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func report(at offset: Int, _ message: String, hint: String?) {
        problems.append(Problem(offset: offset, message: message, hint: hint))
    }
}

extension UInt8 {
    fileprivate var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

    fileprivate var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }

    fileprivate var isLetter: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
    }

    /// Whether it may stand in a directive's name or a key.
    fileprivate var isNameByte: Bool {
        isLetter || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || self == UInt8(ascii: "-")
            || self == UInt8(ascii: "_")
    }
}
