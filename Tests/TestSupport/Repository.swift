import Foundation

/// The folders of the repository that tests read: its templates, its sample content, and tables beside tests.
public enum Repository {
    /// The folder of one product's templates, such as `Site`.
    public static func layouts(_ product: String) -> String { layouts + "/" + product }

    /// The folder of all templates.
    public static let layouts = root + "/Layouts"

    /// The sample content.
    public static let content = root + "/Content"

    /// The folder of one room's tests, such as `StatisticsTests`.
    public static func tests(_ name: String) -> String { root + "/Tests/" + name }

    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
}
