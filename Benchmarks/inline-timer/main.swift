// Inlines one document again and again in this process, and prints how long the fastest and the median took in microseconds.
// Usage: inline-timer FILE RUNS
import Diagnostics
import Foundation
import Inlining

let arguments = CommandLine.arguments
guard arguments.count == 3, let runs = Int(arguments[2]), runs > 0,
    let data = FileManager.default.contents(atPath: arguments[1])
else {
    FileHandle.standardError.write(Data("usage: inline-timer FILE RUNS\n".utf8))
    exit(64)
}
let source = SourceFile(path: arguments[1], bytes: [UInt8](data))
let inliner = Inliner()
let clock = ContinuousClock()
var times: [Double] = []
for _ in 0..<runs {
    var log = DiagnosticLog()
    let time = clock.measure { _ = inliner.inline(source, log: &log) }
    times.append(Double(time.components.attoseconds) / 1e12 + Double(time.components.seconds) * 1e6)
}
times.sort()
print(String(format: "%.1f %.1f", times[0], times[times.count / 2]))
