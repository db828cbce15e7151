/// Why a receiver does not start.
public enum SignupError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The configuration can't be used.
    case badConfiguration(String)
    /// The port can't be had.
    case cannotListen(host: String, port: UInt16, reason: String)

    /// What is wrong, in one sentence without a full stop.
    public var description: String {
        switch self {
        case .badConfiguration(let problem): problem
        case .cannotListen(let host, let port, let reason): "nothing can listen at \(host), port \(port): \(reason)"
        }
    }
}
