/// A place inside a product's folder: relative, with `/`, and safe on every file system.
public struct ArtifactPath: Hashable, Comparable, Sendable {
    /// The path, such as `services/conflict-resolution/index.html`.
    public let string: String

    /// Creates a path.
    /// - Throws: ``ArtifactPathError`` where it could leave its folder, or where some file system can't hold it.
    public init(_ string: String) throws(ArtifactPathError) {
        for component in string.split(separator: "/", omittingEmptySubsequences: false) {
            if let reason = Self.problem(with: component) { throw ArtifactPathError(path: string, reason: reason) }
        }
        self.string = string
    }

    /// The names from the product's folder down to the file.
    public var components: [Substring] { string.split(separator: "/") }

    /// Orders as text.
    public static func < (left: ArtifactPath, right: ArtifactPath) -> Bool { left.string < right.string }

    private static func problem(with component: Substring) -> String? {
        if component.isEmpty { return "it is absolute or has an empty part" }
        if component == "." || component == ".." { return "it leaves its folder" }
        if component.utf8.count > 255 { return "a part of it is longer than 255 bytes" }
        let isForbidden: (Unicode.Scalar) -> Bool = {
            $0.value < 0x20 || $0.value == 0x7F || "\\:*?\"<>|".unicodeScalars.contains($0)
        }
        if component.unicodeScalars.contains(where: isForbidden) {
            return "it has a character that file systems refuse"
        }
        if component.hasSuffix(".") || component.hasSuffix(" ") { return "a part of it ends with a dot or a space" }
        let stem = component.prefix { $0 != "." }.uppercased()
        if reserved.contains(stem) { return "Windows keeps the name \(stem) for itself" }
        return nil
    }

    /// Device names (Microsoft, Naming Files, Paths, and Namespaces).
    private static let reserved: Set<String> = Set(
        ["CON", "PRN", "AUX", "NUL"] + (1...9).flatMap { ["COM\($0)", "LPT\($0)"] })
}

/// Why a text can't be an artifact's path.
public struct ArtifactPathError: Error, Equatable, CustomStringConvertible {
    /// The text.
    public let path: String
    /// What is wrong with it.
    public let reason: String

    /// The whole in words.
    public var description: String { "\"\(path)\" can't be a path of the output: \(reason)" }
}
