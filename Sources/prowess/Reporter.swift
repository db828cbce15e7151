import Diagnostics
import Foundation
import Publishing
import Synchronization

/// Prints what a build has to say: diagnostics and progress on standard error, the rest on standard output.
struct Reporter {
    let format: DiagnosticFormat
    let isQuiet: Bool

    func report(_ log: DiagnosticLog) throws {
        guard !log.isEmpty || format == .json else { return }
        let text = format == .json ? try log.json() : log.text
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }

    /// A line that counts artifacts; none where nobody watches.
    func progress(of count: Int) -> Progress? {
        guard !isQuiet, isatty(STDERR_FILENO) == 1 else { return nil }
        return Progress(count: count)
    }

    func printChanges(_ summary: PublishingSummary) {
        guard !isQuiet else { return }
        for path in summary.added { print("write  \(path)") }
        for path in summary.changed { print("change \(path)") }
        for path in summary.removed { print("remove \(path)") }
    }

    func printSummary(_ summary: PublishingSummary, isDryRun: Bool, duration: Duration) {
        guard !isQuiet else { return }
        let products = Product.allCases.compactMap { product in
            summary.artifacts[product].map { "\($0) \(product.option)" }
        }
        let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
        let hundredths = Int((seconds * 100).rounded())
        let time = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) s"
        let verb = isDryRun ? "would be " : ""
        print(
            "\(products.joined(separator: ", ")): \(summary.written) \(verb)written, "
                + "\(summary.unchanged) unchanged, \(summary.removed.count) \(verb)removed, \(time)")
    }
}

/// Progress on a terminal, from the second second on.
final class Progress: Sendable {
    private let count: Int
    private let start = ContinuousClock.now
    private let shown = Mutex(0)

    init(count: Int) {
        self.count = count
    }

    /// Called from any thread with how many artifacts are rendered.
    func report(_ done: Int) {
        guard start.duration(to: .now) > .seconds(1) else { return }
        shown.withLock { shown in
            guard done * 100 / max(1, count) > shown else { return }
            shown = done * 100 / max(1, count)
            FileHandle.standardError.write(Data("\r\(shown) % of \(count) artifacts".utf8))
        }
    }

    /// Takes the line away.
    func clear() {
        guard shown.withLock({ $0 }) > 0 else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }
}
