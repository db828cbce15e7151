import ArgumentParser
import Consent
import Content
import Dates
import Subscribers

struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists people with where their consent stands.",
        discussion:
            "One person a line: address, status, proof, since when, and the notice agreed to, with tabs between.")

    @OptionGroup var ledger: LedgerOptions

    @Option(
        help:
            "Only people of a status: \(ConsentStatus.allCases.filter { $0 != .erased }.map(\.rawValue).joined(separator: ", "))."
    )
    var status: ConsentStatus?

    @Flag(help: "Only people who agreed to an older version of a policy.")
    var olderPolicy = false

    @Flag(help: "Only people who get no mail until they agree anew, because a policy changed materially.")
    var outdated = false

    @Flag(help: "Only people that mail may be sent to.")
    var mailable = false

    func run() throws {
        try withLedgerErrors {
            try PrivateOutput.check()
            let content = try SubscriberContent(ledger)
            let snapshot = try SubscriberSnapshot(ledger.reading())
            let roll = try SubscriberRoll(snapshot, policies: content.library.policies)
            let demanded = content.library.site.newsletter.evidence
            let people = mailable ? roll.mailable(demanding: demanded) : roll.people
            for person in people where isListed(person) { print(line(person)) }
        }
    }

    private func isListed(_ person: SubscriberRoll.Person) -> Bool {
        let state = person.subscriber.state
        if let status, state.status != status { return false }
        guard olderPolicy || outdated else { return true }
        // Who left, or never agreed, has nothing to agree to anew.
        guard state.status == .subscribed || state.status == .pending else { return false }
        return outdated ? person.standing == .outdated : person.standing != .current
    }

    private func line(_ person: SubscriberRoll.Person) -> String {
        let state = person.subscriber.state
        return [
            person.subscriber.identity.address, state.status?.rawValue ?? "", state.grade?.rawValue ?? "",
            state.since.map { Timestamp(seconds: $0).rfc3339 } ?? "",
            person.subscriber.notice.map { String($0.prefix(12)) } ?? "",
        ].joined(separator: "\t")
    }
}

extension ConsentStatus: ExpressibleByArgument {}
