import Foundation

/// What a worker is asked for.
struct WorkerRequest: Encodable {
    enum Action: String, Encodable {
        case print
        case impose
    }

    let action: Action
    /// After how many seconds the worker gives up by itself, a little later than Prowess does.
    let seconds: Double
    /// How many bytes follow.
    let body: Int

    /// The request as a frame's header.
    var header: [UInt8] {
        // Two numbers and a word can't fail to be encoded; an empty header would be taken for garbage.
        (try? JSONEncoder().encode(self)).map(Array.init) ?? []
    }
}

/// What a worker answers.
struct WorkerReply: Decodable {
    struct Line: Decodable {
        let isError: Bool
        let text: String
    }

    let body: Int
    /// What the engine said.
    let log: [Line]
    /// Why it gave up.
    let error: String?
    /// Which call to the operating system failed.
    let errno: CInt?
    /// The versions of the engine and of what it is made of.
    let versions: [String: String]?

    /// Reads a frame's header.
    init(_ header: [UInt8]) throws(ChannelError) {
        guard let reply = try? JSONDecoder().decode(Self.self, from: Data(header)) else { throw .garbled }
        self = reply
    }
}
