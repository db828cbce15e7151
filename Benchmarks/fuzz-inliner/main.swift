// Inlines documents that are put together and changed at random, for some time, and stops at the first that shows a mistake.
//
//     swift build --product fuzz-inliner
//     .build/debug/fuzz-inliner css|html SECONDS SEED FILE…
//
// `css` fills the style elements of the files with tokens, `html` changes the bytes of the files. A build for debugging checks
// bounds and overflow. Each document must be inlined in less than two seconds, a second time to the same bytes, and all words
// outside of tags and style elements must come through in their order. What is being inlined is kept in `fuzz-input.html` in the
// working folder, where it is left by a crash or a mistake. Exit status: 0 where nothing was found, 1 where a mistake was.
import Diagnostics
import Foundation
import Inlining
import TestSupport

let arguments = CommandLine.arguments
guard arguments.count > 4, ["css", "html"].contains(arguments[1]), let seconds = Double(arguments[2]),
    let seed = UInt64(arguments[3])
else {
    FileHandle.standardError.write(Data("usage: fuzz-inliner css|html SECONDS SEED FILE...\n".utf8))
    exit(64)
}
let corpus = arguments[4...].compactMap { FileManager.default.contents(atPath: $0) }.map { [UInt8]($0) }
let kept = URL(fileURLWithPath: "fuzz-input.html")
var maker = InputMaker(corpus: corpus, generator: SeededGenerator(seed: seed))
let clock = ContinuousClock()
let end = clock.now + .seconds(seconds)
var count = 0
var slowest = Duration.zero

@MainActor
func stop(_ message: String) -> Never {
    print("input \(count) of seed \(seed): \(message); it is in \(kept.path)")
    exit(1)
}

while clock.now < end {
    let input = arguments[1] == "css" ? maker.withStyles() : maker.withChanges()
    count += 1
    try Data(input).write(to: kept)
    var log = DiagnosticLog()
    let inliner = Inliner()
    var once: [UInt8] = []
    let time = clock.measure { once = inliner.inline(SourceFile(path: "fuzz.html", bytes: input), log: &log) }
    slowest = max(slowest, time)
    if time > .seconds(2) { stop("took \(time)") }
    if inliner.inline(SourceFile(path: "fuzz.html", bytes: once), log: &log) != once {
        stop("to inline a second time changes it")
    }
    if let lost = Words.lost(from: input, in: once) { stop("lost \(lost)") }
}
print("\(count) inputs of seed \(seed), \(arguments[1]); the slowest took \(slowest)")
