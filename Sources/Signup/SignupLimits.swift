/// What a client may take of the receiver.
public struct SignupLimits: Hashable, Sendable {
    /// The most bytes of a request's first line and headers, 8,192.
    public var headerBytes = 8192
    /// The most bytes of a request's body, 16,384.
    public var bodyBytes = 16_384
    /// How long a request may take from its first to its last byte, and its answer likewise: 10 seconds.
    public var requestTime: Duration = .seconds(10)
    /// How long a connection may stay open between requests, 15 seconds.
    public var idleTime: Duration = .seconds(15)
    /// The most connections at a time, 512, since a process may have 1,024 files open as a rule. Further ones wait to be taken up.
    public var connections = 512
    /// The most sign-ups that wait to be written, 4,096. Further ones are asked to come later.
    public var waiting = 4096
    /// How long requests that are under way may take when the receiver stops, and mails likewise: 10 seconds each.
    public var graceTime: Duration = .seconds(10)

    /// What the receiver itself may take to answer; the ledger waits less for a lock.
    var answerTime: Duration = .seconds(60)
    /// How long a closed connection is listened to, so that its client gets the answer.
    var lingerTime: Duration = .seconds(2)
    /// The most bytes that are listened to then.
    var lingerBytes = 262_144

    /// The limits that are given above.
    public init() {}
}

/// How often something may be done: so many times at once, and one more after each interval.
public struct RateLimit: Hashable, Sendable {
    /// How many times at once, from 1.
    public var burst: Int
    /// The seconds after which one more is allowed; above 0.
    public var interval: Double

    /// Creates a limit.
    public init(burst: Int, interval: Double) {
        self.burst = burst
        self.interval = interval
    }
}
