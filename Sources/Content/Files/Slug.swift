import Diagnostics

/// The name of a piece of content in its URL and its folder: its file's name, without the ending.
enum Slug {
    /// Why a name can't be a slug, with a name that can; nil where it can.
    static func problem(with name: String) -> (message: String, hint: String?)? {
        let isPlain =
            !name.isEmpty && name.utf8.count <= 100
            && name.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
            && name.utf8.first.map(isLetterOrDigit) == true && name.utf8.last.map(isLetterOrDigit) == true
        guard isPlain else {
            return (
                "a file name becomes part of a web address: use lower-case letters, digits and hyphens",
                suggestion(for: name).map { "rename it to \"\($0)\"" }
            )
        }
        guard !reserved.contains(name) else {
            return ("\"\(name)\" is a name that Windows keeps for itself", "choose another file name")
        }
        return nil
    }

    /// A slug made of a title or a tag, such as `restorative-practice`; empty where nothing of it can be kept.
    static func make(from text: String) -> String {
        var slug = ""
        for scalar in text.lowercased().unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                slug.unicodeScalars.append(scalar)
            } else if !slug.isEmpty, !slug.hasSuffix("-"), scalar != "'", scalar != "\u{2019}" {
                slug += "-"
            }
        }
        while slug.hasSuffix("-") { slug.removeLast() }
        return slug
    }

    private static func suggestion(for name: String) -> String? {
        let slug = make(from: String(name.prefix(80)))
        return slug.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") } && !slug.isEmpty ? slug : nil
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// Device names that no file on Windows may have (Microsoft, Naming Files, Paths, and Namespaces).
    static let reserved: Set<String> = Set(
        ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })
}
