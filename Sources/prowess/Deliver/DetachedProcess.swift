import ArgumentParser
import Foundation

/// Runs a program in a session of its own, so that it has no terminal to ask for a password, and reads what it is given.
enum DetachedProcess {
    #if os(Linux)
        /// POSIX_SPAWN_SETSID of glibc 2.26 and later, and of musl, whose headers show it only to GNU's own sources.
        private static let newSession: Int16 = 0x80
    #else
        private static let newSession = Int16(POSIX_SPAWN_SETSID)
    #endif

    /// Runs a program to its end; its output goes nowhere.
    /// - Parameters:
    ///   - input: all of its standard input, at most 4,096 bytes, which every pipe holds.
    /// - Returns: its exit status; 128 and the signal's number where a signal ended it.
    static func run(_ program: String, _ arguments: [String], input: [UInt8]) throws -> Int32 {
        precondition(input.count <= 4096, "a pipe holds this much")
        var ends: [CInt] = [0, 0]
        guard pipe(&ends) == 0 else { throw failure(program) }
        defer { close(ends[0]) }
        let count = input.withUnsafeBytes { write(ends[1], $0.baseAddress, $0.count) }
        close(ends[1])
        guard count == input.count else { throw failure(program) }

        #if os(Linux)
            var actions = posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
        #else
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
        for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
        }
        posix_spawnattr_setflags(&attributes, newSession)
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        let settings = ["LANG=C.UTF-8", "PATH=/usr/local/bin:/usr/bin:/bin"]
        var environment = settings.map { strdup($0) } + [nil]
        defer { environment.forEach { free($0) } }
        var process = pid_t()
        guard posix_spawn(&process, program, &actions, &attributes, &words, &environment) == 0 else {
            throw failure(program)
        }
        var status: CInt = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { throw failure(program) }
        }
        return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    }

    private static func failure(_ program: String) -> ValidationError {
        ValidationError("\(program) can't be run: \(String(cString: strerror(errno)))")
    }
}
