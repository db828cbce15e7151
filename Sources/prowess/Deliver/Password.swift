import Diagnostics
import Foundation

/// A password for a ZIP. It is never printed, and never an argument of a command, where all users of a machine see it.
struct Password {
    /// The password's bytes, all of them printable ASCII: programs disagree on how other letters are written in a ZIP.
    let bytes: [UInt8]

    /// The shortest that is taken (NIST SP 800-63B-4, 3.1.1.1: a password that stands alone has 15 characters), and the longest
    /// that 7-Zip takes for a ZIP.
    static let lengths = 15...99

    /// Reads the first line of a file, of standard input for `-`.
    init(file: String) throws {
        let handle = file == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: file)
        guard let data = try? handle?.read(upToCount: 4096) else {
            throw Self.problem(file, "there is no password: this file can't be read", hint: nil)
        }
        bytes = Array(data.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") })
        guard bytes.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            throw Self.problem(
                file, "the password has letters that programs write differently",
                hint: "take letters from A to Z, digits, spaces and signs of a US keyboard")
        }
        guard Self.lengths.contains(bytes.count) else {
            throw Self.problem(
                file, "a password has \(Self.lengths.lowerBound) to \(Self.lengths.upperBound) characters",
                hint: "five words drawn at random are a good one; tell it by telephone, not in the same e-mail")
        }
    }

    private static func problem(_ file: String, _ message: String, hint: String?) -> DiagnosticLog {
        DiagnosticLog([Diagnostic(path: file == "-" ? "standard input" : file, message: message, hint: hint)])
    }
}
