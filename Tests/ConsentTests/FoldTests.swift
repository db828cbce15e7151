import Testing

@testable import Consent

@Suite("Where a person's consent stands")
struct FoldTests {
    private typealias Of = History

    @Test("Whoever asked, was shown words on record and confirmed is on the list, on the ground of that confirmation")
    func proved() {
        let (state, notice) = Of.folded([Of.asked(1), Of.confirmed(2)])
        #expect(state.status == .subscribed && state.grade == .doubleOptIn)
        #expect(state.since == 2 && state.evidence == 2 && notice == Of.words)
        #expect(state.isMailable(demanding: .doubleOptIn))
    }

    @Test(
        "Whoever has not confirmed is pending, and mailable only where one opt-in is enough", arguments: [[1], [1, 2]])
    func pending(times: [Int]) {
        let state = Of.fold(times.map { Of.asked($0) })
        #expect(state.status == .pending && state.grade == .singleOptIn)
        #expect(!state.isMailable(demanding: .doubleOptIn) && state.isMailable(demanding: .singleOptIn))
    }

    @Test(
        "Whoever left one box open is not on it, whatever was confirmed",
        arguments: [(false, true, true), (true, false, true), (true, true, false)])
    func declined(privacy: Bool, terms: Bool, newsletter: Bool) {
        let request = Of.asked(1, privacy: privacy, terms: terms, newsletter: newsletter)
        let state = Of.fold([request, Of.confirmed(2)])
        #expect(state.status == .declined && !state.isMailable(demanding: .unproven))
    }

    @Test("Whoever was shown words that are not on record is not")
    func withoutNotice() {
        #expect(Of.fold([Of.asked(1, notice: nil), Of.confirmed(2)]).status == .declined)
        #expect(Of.fold([Of.asked(1), Of.confirmed(2, notice: nil)]).status == .pending)
    }

    @Test("A confirmation counts only after a request of the person's own")
    func confirmationAlone() {
        #expect(Of.fold([Of.confirmed(1)]).status == nil)
        #expect(Of.fold([Of.confirmed(1), Of.asked(2)]).status == .pending)
    }

    @Test("An import counts as much as the tool's record proves, and never more than unproven without words")
    func imports() {
        #expect(Of.fold([Of.imported(1)]).status == .subscribed)
        #expect(Of.fold([Of.imported(1, .singleOptIn)]).status == .pending)
        #expect(Of.fold([Of.imported(1, .unproven)]).status == .unproven)
        #expect(Of.fold([Of.imported(1, notice: nil)]).status == .unproven)
        #expect(Of.fold([Of.imported(1, .unproven), Of.imported(2)]).status == .subscribed)
        #expect(Of.fold([Of.imported(1, notice: nil), Of.asked(2), Of.confirmed(3)]).status == .subscribed)
        let unproven = Of.fold([Of.imported(1, .unproven)])
        #expect(unproven.isMailable(demanding: .unproven) && !unproven.isMailable(demanding: .singleOptIn))
    }

    @Test("Whoever is on the list and asks and confirms anew is on it on the ground of the newer words")
    func renewal() {
        for before in [[Of.imported(1)], [Of.asked(1), Of.confirmed(2)]] {
            let anew = Of.folded(before + [Of.asked(3, notice: Of.newWords), Of.confirmed(4, notice: Of.newWords)])
            #expect(anew.state.since == 4 && anew.notice == Of.newWords)
            let since = Of.fold(before).since
            #expect(Of.fold(before + [Of.asked(3)]).since == since)
            #expect(Of.fold(before + [Of.asked(3, terms: false), Of.confirmed(4)]).since == since)
            #expect(Of.fold(before + [Of.asked(3), Of.confirmed(4, notice: nil)]).since == since)
            #expect(Of.fold(before + [Of.asked(3), Of.withdrawn(4), Of.confirmed(5)]).status == .withdrawn)
        }
    }

    @Test("A withdrawal ends it, and no import undoes one, be it older, newer or undated")
    func withdrawal() {
        #expect(Of.fold([Of.asked(1), Of.confirmed(2), Of.withdrawn(3)]).status == .withdrawn)
        for time in [1, 2, 3, nil] {
            #expect(Of.fold([Of.withdrawn(2), Of.imported(time)]).status == .withdrawn)
            // A fresh request is the person's own; the tool's word still proves nothing of it.
            #expect(Of.fold([Of.withdrawn(2), Of.asked(3), Of.imported(time)]).status == .pending)
        }
        for kind in [EventKind.withdrawn, .complained, .bounced, .erased] {
            #expect(!Of.fold([Of.imported(1), Of.withdrawn(2, kind), Of.imported(3)]).isMailable(demanding: .unproven))
        }
    }

    @Test(
        "Until it is confirmed, a request after an end may be anybody's: no proof is enough, and the end is remembered")
    func unconfirmedReturn() {
        for kind in [EventKind.withdrawn, .complained, .bounced] {
            let asked = Of.fold([Of.asked(1), Of.confirmed(2), Of.withdrawn(3, kind), Of.asked(4)])
            #expect(asked.status == .pending)
            #expect(asked.end?.status.rawValue == kind.rawValue)
            for grade in EvidenceGrade.allCases { #expect(!asked.isMailable(demanding: grade)) }
            let confirmed = Of.fold([Of.withdrawn(3, kind), Of.asked(4), Of.confirmed(5)])
            #expect(confirmed.end == nil && confirmed.isMailable(demanding: .doubleOptIn))
        }
    }

    @Test("Half a form takes nothing from whoever asked, was imported or left")
    func halfAForm() {
        for before in [[Of.asked(1)], [Of.imported(1, .singleOptIn)], [Of.imported(1, .unproven)], [Of.withdrawn(1)]] {
            #expect(Of.fold(before + [Of.asked(2, newsletter: false)]).status == Of.fold(before).status)
        }
        #expect(Of.fold([Of.asked(1, newsletter: false)]).status == .declined)
    }

    @Test("Only a new request of the person's own and its confirmation end a withdrawal")
    func comingBack() {
        let gone = [Of.asked(1), Of.confirmed(2), Of.withdrawn(3)]
        #expect(Of.fold(gone + [Of.asked(4)]).status == .pending)
        #expect(Of.fold(gone + [Of.asked(4), Of.confirmed(5)]).status == .subscribed)
        #expect(Of.fold(gone + [Of.confirmed(4)]).status == .withdrawn)
        #expect(Of.fold(gone + [Of.asked(4, newsletter: false), Of.imported(5), Of.confirmed(6)]).status == .withdrawn)
    }

    @Test("Whoever was erased stays so, whatever is told afterwards")
    func erased() {
        let gone = [Of.asked(1), Of.confirmed(2), Of.withdrawn(3, .erased)]
        #expect(Of.fold(gone + [Of.asked(4), Of.confirmed(5)]).status == .erased)
    }

    @Test("A confirmation that comes after a withdrawal does not answer the request before it")
    func lateConfirmation() {
        #expect(Of.fold([Of.asked(1), Of.withdrawn(2), Of.confirmed(3)]).status == .withdrawn)
    }

    @Test("A withdrawal without a time counts from when it was told")
    func undated() {
        #expect(Of.fold([Of.withdrawn(nil), Of.asked(8), Of.confirmed(9)]).status == .withdrawn)
        #expect(Of.fold([Of.withdrawn(nil), Of.asked(8), Of.confirmed(9)]).since == 1_000_000)
    }

    @Test("Of a withdrawal whose day alone is known, that day's end counts; of a request its beginning")
    func precision() {
        func day(_ event: ConsentEvent) -> ConsentEvent {
            var event = event
            event.time = EventTime(seconds: 86_400, precision: .day)
            return event
        }
        let noon = 86_400 + 43_200
        #expect(Of.fold([Of.asked(noon), Of.confirmed(noon + 60), day(Of.withdrawn(0))]).status == .withdrawn)
        #expect(Of.fold([day(Of.asked(0)), Of.confirmed(noon)]).status == .subscribed)
    }

    @Test("A second form that somebody on the list sends does not take them off")
    func secondRequest() {
        for second in [Of.asked(3), Of.asked(3, newsletter: false), Of.asked(3, notice: nil)] {
            let state = Of.fold([Of.asked(1), Of.confirmed(2), second])
            #expect(state.status == .subscribed && state.since == 2)
        }
    }

    @Test("What was ended in the same second stays ended, in whatever order it is recorded")
    func sameSecond() {
        let events = [Of.asked(1), Of.confirmed(1), Of.withdrawn(1)]
        #expect(Of.fold(events).status == .withdrawn)
        #expect(Of.fold(events.reversed()).status == .withdrawn)
        #expect(Of.fold([Of.confirmed(1), Of.asked(1)]).status == .subscribed)
    }

    @Test("Whoever was asked to agree anew is known as asked until they have, and stays on the list")
    func reconsent() {
        let asked = [Of.asked(1), Of.confirmed(2), Of.event(.reconsentRequested, 5)]
        #expect(Of.fold(asked).askedAnew == 5 && Of.fold(asked).status == .subscribed)
        #expect(Of.fold(asked + [Of.asked(6), Of.confirmed(7)]).askedAnew == nil)
    }

    @Test("An address that was put right has to be confirmed again where the correction says so; a name has not")
    func corrected() {
        let before = [Of.asked(1), Of.confirmed(2)]
        #expect(Of.fold(before + [Of.corrected(3)]).status == .subscribed)
        let state = Of.fold(before + [Of.corrected(3, .singleOptIn)])
        #expect(state.status == .pending && !state.isMailable(demanding: .doubleOptIn))
        #expect(Of.fold(before + [Of.corrected(3, .singleOptIn), Of.confirmed(4)]).status == .subscribed)
    }

    @Test("What was only shown or given out changes nothing, and nothing is nothing")
    func nothing() {
        #expect(Of.fold([Of.event(.shown, 1), Of.event(.exported, 2)]).status == nil)
        #expect(Of.fold([]) == ConsentState())
    }
}
