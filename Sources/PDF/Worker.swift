import Diagnostics
import Foundation

/// A warm engine process: a Python that runs `worker.py`.
struct Worker: Sendable {
    private let process: EngineProcess
    private let folder: PrivateFolder
    private let name: String
    /// How many requests it has served.
    private(set) var served = 0

    /// Starts a process.
    /// - Parameters:
    ///   - arguments: what the program is for.
    ///   - name: the name of its own folder, unlike that of any other.
    /// - Throws: an error where it can't be started.
    init(
        _ python: String, _ arguments: [String], name: String, folder: PrivateFolder,
        environment: [String: String] = [:], until deadline: ContinuousClock.Instant
    ) throws(DiagnosticLog) {
        let own = try folder.makeFolder(name)
        process = try EngineProcess(
            python, ["-c", WorkerProgram.bootstrap, String(WorkerProgram.text.count)] + arguments, folder: own,
            errors: own + "/stderr", environment: environment)
        self.folder = folder
        self.name = name
        // A process that is dead already is noticed where its answer is missed.
        try? process.channel.send(WorkerProgram.text, until: deadline)
    }

    /// Asks for something and waits for the answer.
    mutating func ask(
        _ action: WorkerRequest.Action, _ body: [UInt8], seconds: Double, until deadline: ContinuousClock.Instant
    ) throws(ChannelError) -> (WorkerReply, [UInt8]) {
        served += 1
        let request = WorkerRequest(action: action, seconds: seconds, body: body.count)
        try process.channel.send(request.header, body: body, until: deadline)
        return try answer(until: deadline)
    }

    /// Waits for an answer.
    func answer(until deadline: ContinuousClock.Instant) throws(ChannelError) -> (WorkerReply, [UInt8]) {
        let reply = try WorkerReply(try process.channel.receiveHeader(until: deadline))
        return (reply, try process.channel.receive(reply.body, until: deadline))
    }

    /// The last line of what it wrote to its standard error, cut where it is long; nil where there is none.
    var lastWords: String? {
        guard let bytes = FileManager.default.contents(atPath: folder.path + "/" + name + "/stderr") else { return nil }
        let line = String(decoding: bytes.suffix(4000), as: UTF8.self).split(whereSeparator: \.isNewline).last
        return line.map { String($0.prefix(200)) }
    }

    /// Lets it go when it is idle. Ending it at once loses nothing, and its folder goes with it.
    func end() {
        process.end()
        folder.remove(name)
    }
}
