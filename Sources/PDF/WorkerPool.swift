import Diagnostics
import Foundation
import Synchronization

/// Warm workers, one for each thread that asks at the same time.
///
/// A worker that crashes, hangs or talks garbage is ended and never used again, and so is one that has served its number of
/// requests. What befalls one request is told of that request alone.
final class WorkerPool: Sendable {
    private struct State {
        var idle: [Worker] = []
        var started = 0
    }

    private let python: String
    private let action: WorkerRequest.Action
    private let folder: PrivateFolder
    private let environment: [String: String]
    private let options: PDFOptions
    private let state = Mutex(State())

    init(
        _ python: String, _ action: WorkerRequest.Action, folder: PrivateFolder, environment: [String: String] = [:],
        options: PDFOptions
    ) {
        self.python = python
        self.action = action
        self.folder = folder
        self.environment = environment
        self.options = options
    }

    deinit { state.withLock { $0.idle }.forEach { $0.end() } }

    /// How many processes were started so far.
    var started: Int { state.withLock { $0.started } }

    /// Has one request served, by a fresh worker where the first one crashed.
    /// - Parameters:
    ///   - action: what to do with the bytes.
    ///   - name: what diagnostics call the booklet.
    func serve(
        _ action: WorkerRequest.Action, _ bytes: [UInt8], name: String
    ) throws(DiagnosticLog) -> (WorkerReply, [UInt8]) {
        var lastWords: String?
        for _ in 0..<2 {
            let deadline = ContinuousClock.now.advanced(by: .seconds(options.timeLimit))
            var worker = try idleWorker(until: deadline)
            do throws(ChannelError) {
                let answer = try worker.ask(action, bytes, seconds: options.timeLimit, until: deadline)
                put(worker)
                return answer
            } catch {
                lastWords = worker.lastWords
                worker.end()
                guard error != .timedOut else { throw timedOut(name) }
            }
        }
        throw DiagnosticLog([
            Diagnostic(
                path: name, message: "the PDF engine crashed twice" + (lastWords.map { ": \($0)" } ?? ""),
                hint: "the HTML is made; build again, and if it stays so look for what is unusual in this booklet")
        ])
    }

    private func timedOut(_ name: String) -> DiagnosticLog {
        DiagnosticLog([
            Diagnostic(
                path: name, message: "the PDF engine was not done after \(seconds) and was stopped",
                hint: "give it more time with --pdf-time-limit, or look for what is unusual in this booklet")
        ])
    }

    private var seconds: String {
        let limit = options.timeLimit
        let number = limit == limit.rounded() && limit < 1e9 ? String(Int(limit)) : String(limit)
        return number + (limit == 1 ? " second" : " seconds")
    }

    private func idleWorker(until deadline: ContinuousClock.Instant) throws(DiagnosticLog) -> Worker {
        let (worker, number): (Worker?, Int) = state.withLock { state in
            if let worker = state.idle.popLast() { return (worker, 0) }
            state.started += 1
            return (nil, state.started)
        }
        if let worker { return worker }
        return try Worker(
            python, [folder.path, self.action.rawValue], name: "\(self.action.rawValue)-\(number)", folder: folder,
            environment: environment, until: deadline)
    }

    private func put(_ worker: Worker) {
        if worker.served < options.rendersPerWorker { state.withLock { $0.idle.append(worker) } } else { worker.end() }
    }
}
