import Content
import Dates
import Testing

@testable import Subscribers

@Suite("Who is on the list")
struct FoldTests {
    @Test("Whoever asked, was shown words on record and confirmed is on the list, on the ground of that confirmation")
    func proved() throws {
        let person = try fold([asked(1), confirmed(2)])
        #expect(person.status == .subscribed)
        #expect(person.evidence.kind == .confirmed && person.evidence.time == at(2))
        #expect(person.events.count == 2)
    }

    @Test("Whoever has not confirmed is not", arguments: [[1], [1, 2]])
    func pending(times: [Int]) throws {
        #expect(try fold(times.map { asked($0) }).status == .pending)
    }

    @Test(
        "Whoever left one box open is not, whatever was confirmed",
        arguments: [(false, true, true), (true, false, true), (true, true, false)])
    func declined(privacy: Bool, terms: Bool, newsletter: Bool) throws {
        let request = asked(1, privacy: privacy, terms: terms, newsletter: newsletter)
        #expect(try fold([request, confirmed(2)]).status == .declined)
    }

    @Test("Whoever was shown words that are not on record is not")
    func withoutNotice() throws {
        #expect(try fold([asked(1, notice: nil), confirmed(2)]).status == .declined)
        #expect(try fold([asked(1), confirmed(2, notice: nil)]).status == .pending)
    }

    @Test("A confirmation counts only after a request of the person's own")
    func confirmationAlone() throws {
        #expect(try fold([confirmed(1)]).status != .subscribed)
        #expect(try fold([confirmed(1), asked(2)]).status == .pending)
    }

    @Test("An import counts where the tool asked back and the words are on record")
    func imports() throws {
        #expect(try fold([imported(1)]).status == .subscribed)
        #expect(try fold([imported(1, confirmed: false)]).status == .unproven)
        #expect(try fold([imported(1, notice: nil)]).status == .unproven)
        #expect(try fold([imported(1, confirmed: false), imported(2)]).status == .subscribed)
        #expect(try fold([imported(1, notice: nil), asked(2), confirmed(3)]).status == .subscribed)
    }

    @Test("Whoever is on the list and asks and confirms anew is on it on the ground of the newer words")
    func renewal() throws {
        for before in [[imported(1)], [asked(1), confirmed(2)]] {
            #expect(try fold(before + [asked(3), confirmed(4)]).evidence.time == at(4))
            #expect(try fold(before + [asked(3)]).evidence.time == fold(before).evidence.time)
            #expect(
                try fold(before + [asked(3, terms: false), confirmed(4)]).evidence.time == fold(before).evidence.time)
            #expect(
                try fold(before + [asked(3), confirmed(4, notice: nil)]).evidence.time == fold(before).evidence.time)
            #expect(try fold(before + [asked(3), withdrawn(4), confirmed(5)]).status == .withdrawn)
        }
    }

    @Test("A withdrawal ends it, and no import undoes one, be it older, newer or undated")
    func withdrawal() throws {
        #expect(try fold([asked(1), confirmed(2), withdrawn(3)]).status == .withdrawn)
        for time in [1, 2, 3, nil] {
            #expect(try fold([withdrawn(2), imported(time)]).status == .withdrawn)
        }
    }

    @Test("Only a new request of the person's own and its confirmation end a withdrawal")
    func comingBack() throws {
        let gone = [asked(1), confirmed(2), withdrawn(3)]
        #expect(try fold(gone + [asked(4)]).status == .pending)
        #expect(try fold(gone + [asked(4), confirmed(5)]).status == .subscribed)
        #expect(try fold(gone + [confirmed(4)]).status == .withdrawn)
        #expect(try fold(gone + [asked(4), imported(5)]).status == .pending)
        #expect(try fold(gone + [asked(4, newsletter: false), imported(5), confirmed(6)]).status != .subscribed)
    }

    @Test("A confirmation that comes after a withdrawal does not answer the request before it")
    func lateConfirmation() throws {
        #expect(try fold([asked(1), withdrawn(2), confirmed(3)]).status == .withdrawn)
    }

    @Test("A withdrawal without a time is the last thing that happened")
    func undated() throws {
        #expect(try fold([withdrawn(nil), asked(8), confirmed(9)]).status == .withdrawn)
    }

    @Test("A second form that somebody on the list sends does not take them off")
    func secondRequest() throws {
        for second in [asked(3), asked(3, newsletter: false), asked(3, notice: nil)] {
            let person = try fold([asked(1), confirmed(2), second])
            #expect(person.status == .subscribed && person.evidence.time == at(2))
        }
    }

    @Test("What was ended in the same second stays ended, in whatever order it is recorded")
    func sameSecond() throws {
        let events = [asked(1), confirmed(1), withdrawn(1)]
        #expect(try fold(events).status == .withdrawn)
        #expect(try fold(events.reversed()).status == .withdrawn)
        #expect(try fold([confirmed(1), asked(1)]).status == .subscribed)
    }

    @Test("An address is one person however its case is typed; the list has it as its owner last typed it")
    func addressCase() throws {
        let people = SubscriberFold.subscribers(from: [
            imported(1, address: "ANA@example.org"), asked(2, address: "Ana@Example.org"),
            confirmed(3, address: "Ana@Example.org"), withdrawn(0, address: "ben@example.org"),
        ])
        #expect(people.map(\.address) == ["Ana@Example.org", "ben@example.org"])
        #expect(people.map(\.status) == [.subscribed, .withdrawn])
    }

    @Test("Nobody on record is nobody on the list")
    func nobody() {
        #expect(SubscriberFold.subscribers(from: []).isEmpty)
    }

    /// The one person of some events.
    private func fold(_ events: [ConsentEvent]) throws -> Subscriber {
        let people = SubscriberFold.subscribers(from: events)
        #expect(people.count == 1)
        return try #require(people.first)
    }
}
