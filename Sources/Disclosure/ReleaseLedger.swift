/// Compares what is about to be published with what was published before.
public enum ReleaseLedger {
    /// The counts that would tell of a few late answers, if they were published after what earlier releases told.
    ///
    /// Of two exact counts under one name, the difference is published too. It is small if a few answers came late or were
    /// withdrawn.
    ///
    /// - Parameters:
    ///   - today: what is about to be published, exact counts by name.
    ///   - earlier: what each earlier release published.
    ///   - threshold: the smallest count that may be published.
    /// - Returns: the names to withhold, sorted.
    public static func withheld(today: [String: Int], earlier: [[String: Int]], threshold: Int) -> [String] {
        today.filter { name, count in
            earlier.contains { release in
                release[name].map { (1..<max(1, threshold)).contains(abs(count - $0)) } ?? false
            }
        }.keys.sorted()
    }
}
