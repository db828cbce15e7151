/// Arithmetic on relative paths, without the file system.
enum RelativePath {
    /// Where a relative destination leads from a file: the path inside the folder, or nil where it leaves the folder.
    static func resolve(_ destination: some StringProtocol, from file: String) -> String? {
        var components = file.split(separator: "/").dropLast().map(String.init)
        for component in destination.split(separator: "/", omittingEmptySubsequences: false) {
            switch component {
            case "", ".": continue
            case "..":
                guard components.popLast() != nil else { return nil }
            default: components.append(String(component))
            }
        }
        return components.joined(separator: "/")
    }
}
