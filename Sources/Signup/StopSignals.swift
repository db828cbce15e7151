import Dispatch
import Foundation

/// SIGTERM and SIGINT, taken from the process for as long as this lives.
final class StopSignals: Sendable {
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation
    // Dispatch sources may be used from any thread; Dispatch doesn't say so in its types.
    private nonisolated(unsafe) let sources: [any DispatchSourceSignal]

    init() {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        (self.stream, self.continuation) = (stream, continuation)
        sources = [SIGTERM, SIGINT].map { number in
            // A signal with its usual action would end the process before the source hears of it.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { continuation.yield() }
            source.resume()
            return source
        }
    }

    deinit {
        for source in sources { source.cancel() }
        for number in [SIGTERM, SIGINT] { signal(number, SIG_DFL) }
    }

    /// Waits for a signal, or for ``finish()``.
    func wait() async {
        for await _ in stream { return }
    }

    /// Ends waiting.
    func finish() { continuation.finish() }
}
