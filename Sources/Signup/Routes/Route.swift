/// What the receiver answers at which path.
enum Route: String, CaseIterable {
    case signUp = "/"
    case confirm = "/confirm"
    case unsubscribe = "/unsubscribe"
    case health = "/health"

    /// The route of a path, with or without the path at which the proxy publishes the receiver.
    init?(path: String, base: String) {
        var path = path[...]
        if !base.isEmpty, path == base || path.hasPrefix(base + "/") { path = path.dropFirst(base.count) }
        self.init(rawValue: path.isEmpty ? "/" : String(path))
    }

    /// The methods that it takes.
    var methods: [String] {
        switch self {
        case .signUp: ["POST"]
        case .confirm, .unsubscribe: ["GET", "HEAD", "POST"]
        case .health: ["GET", "HEAD"]
        }
    }
}
