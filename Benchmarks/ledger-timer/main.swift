import Consent
import Foundation
import Ledger
import Mail

// Fills a ledger with events of invented people and times what is done with it, without any reading of files:
//   ledger-timer FILE PEOPLE EVENTS
let arguments = CommandLine.arguments
guard arguments.count == 4, let people = Int(arguments[2]), let events = Int(arguments[3]) else {
    print("usage: ledger-timer FILE PEOPLE EVENTS")
    exit(64)
}

func time<Value>(_ what: String, _ count: Int, _ body: () throws -> Value) rethrows -> Value {
    let clock = ContinuousClock()
    let start = clock.now
    let value = try body()
    let seconds = Double((clock.now - start) / .milliseconds(1)) / 1000
    print("\(what): \(seconds) s, \(Int(Double(count) / max(seconds, 0.001))) a second")
    return value
}

let noon = 1_767_268_800
let ledger = try Ledger(path: arguments[1], creates: true)
let notice = Notice(
    language: "en", privacyVersion: "1", termsVersion: "1",
    words: ConsentWords(privacy: "Read.", terms: "Accepted.", newsletter: "Wanted."))
let file = Digest.hex(of: Array("a file".utf8))

func fact(_ number: Int) -> ConsentFact {
    let time = EventTime(seconds: noon + number)
    switch number / people % 4 {
    case 0, 3:
        var fact = ConsentFact(kind: .requested, time: time, method: .form)
        fact.notice = notice.digest
        fact.grade = .singleOptIn
        fact.page = "/newsletter/"
        fact.form = "footer"
        fact.statements = ConsentStatements(privacyRead: true, termsAccepted: true, newsletterWanted: true)
        return fact
    case 1:
        var fact = ConsentFact(kind: .confirmed, time: time, method: .link)
        fact.notice = notice.digest
        fact.grade = .doubleOptIn
        return fact
    default: return ConsentFact(kind: .withdrawn, time: time, method: .mailTool)
    }
}

try time("record", events) {
    var number = 0
    while number < events {
        try ledger.write(at: noon) { writer in
            try writer.add(notice)
            for _ in 0..<min(10_000, events - number) {
                let address = try EmailAddress("person\(number % people)@example.org")
                _ = try writer.record(
                    [fact(number)], of: address, name: "Person \(number % people)",
                    source: EventSource(tool: "generic", file: file, row: number + 1))
                number += 1
            }
        }
    }
}
let snapshot = try time("fold", events) { try ledger.snapshot() }
print(snapshot.subscribers.count, "people")
let verification = try time("verify", events) { try ledger.verify() }
print(verification.problem.map(String.init(describing:)) ?? "sound", verification.events, "events")
let person = try EmailAddress("person\(people / 2)@example.org")
_ = try time("one person", 1) { try ledger.people(of: person) }
