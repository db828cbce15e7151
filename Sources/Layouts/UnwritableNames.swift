import Synchronization

/// The names of lists and objects that a template tried to write as text while it was rendered.
///
/// swift-mustache would write what Swift says of them, and tells nobody; so the values themselves tell.
final class UnwritableNames: Sendable {
    @TaskLocal private static var current: UnwritableNames?
    private let names = Mutex<Set<String>>([])

    /// Runs a rendering and returns its text with the names.
    static func collect(during render: () -> String) -> (text: String, names: Set<String>) {
        let collected = UnwritableNames()
        let text = $current.withValue(collected) { render() }
        return (text, collected.names.withLock { $0 })
    }

    /// Notes a name; what is written for it is nothing.
    static func note(_ name: String) -> String {
        current?.names.withLock { _ = $0.insert(name) }
        return ""
    }
}
