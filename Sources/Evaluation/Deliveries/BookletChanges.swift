/// What one booklet tells that an earlier one did not, and the other way round. Equal booklets have none.
public struct BookletChanges: Equatable, Sendable {
    /// Favorable shares and mean scores of domains that are new, differ, or are told no longer.
    public let domains: [NumberChange]
    /// Counts of measures: newly counted, corrected, or told no longer.
    public let measures: [NumberChange]
    /// How many of all other numbers are new, differ, or are told no longer.
    public let otherNumbers: Int
    /// What changed in words, by section; a section in which nothing did is absent.
    public let sections: [BookletSnapshot.Section: EntryChanges]
    /// What changed among the action steps.
    public let steps: StepChanges

    /// Compares two booklets.
    /// - Parameters:
    ///   - earlier: what was told first.
    ///   - later: what is told now.
    public init(from earlier: BookletSnapshot, to later: BookletSnapshot) {
        let numbers = NumberChange.all(from: earlier.numbers, to: later.numbers)
        domains = numbers.filter { $0.isOf(.domain, [.favorable, .score]) }
        measures = numbers.filter { $0.isOf(.measure, [.count]) }
        otherNumbers = numbers.count - domains.count - measures.count
        var sections: [BookletSnapshot.Section: EntryChanges] = [:]
        for section in BookletSnapshot.Section.allCases {
            let changes = EntryChanges(from: earlier[section], to: later[section])
            if !changes.isEmpty { sections[section] = changes }
        }
        self.sections = sections
        steps = StepChanges(from: earlier.steps, to: later.steps)
    }

    /// Whether nothing that can be listed changed. Only an order, such as that of goals, or the mark of a number
    /// that is not told can differ then.
    public var isEmpty: Bool {
        domains.isEmpty && measures.isEmpty && otherNumbers == 0 && sections.isEmpty && steps.isEmpty
    }

    /// What changed in a section.
    public subscript(section: BookletSnapshot.Section) -> EntryChanges {
        sections[section] ?? EntryChanges(from: [], to: [])
    }
}

/// What changed in a section that is told in words.
public struct EntryChanges: Equatable, Sendable {
    /// What was not there before, in the order of the later booklet.
    public let added: [BookletSnapshot.Entry]
    /// What is no longer there, in the order of the earlier booklet.
    public let removed: [BookletSnapshot.Entry]
    /// What is told with another title, state or detail, in the order of the later booklet.
    public let changed: [Change<BookletSnapshot.Entry>]

    init(from earlier: [BookletSnapshot.Entry], to later: [BookletSnapshot.Entry]) {
        (added, removed, changed) = Change.split(from: earlier, to: later, by: \.id)
    }

    /// Whether nothing changed.
    public var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }

    /// The entries whose state differs: of lines of communication those that work better or worse than before.
    public var newStates: [Change<BookletSnapshot.Entry>] { changed.filter { $0.before.state != $0.after.state } }
}

/// What changed among a plan's action steps.
public struct StepChanges: Equatable, Sendable {
    /// Steps that were not in the plan before.
    public let added: [BookletSnapshot.Step]
    /// Steps that are no longer in the plan.
    public let removed: [BookletSnapshot.Step]
    /// Steps that are told otherwise, in the order of the later plan.
    public let changed: [Change<BookletSnapshot.Step>]

    init(from earlier: [BookletSnapshot.Step], to later: [BookletSnapshot.Step]) {
        (added, removed, changed) = Change.split(from: earlier, to: later, by: \.id)
    }

    /// Whether nothing changed.
    public var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }

    /// Steps with another status.
    public var newStatus: [Change<BookletSnapshot.Step>] { changed.filter { $0.before.status != $0.after.status } }
    /// Steps with another due date.
    public var newDueDate: [Change<BookletSnapshot.Step>] { changed.filter { $0.before.due != $0.after.due } }
    /// Steps that somebody else does.
    public var newOwner: [Change<BookletSnapshot.Step>] { changed.filter { $0.before.owner != $0.after.owner } }
}

/// Something as it was told before and as it is told now.
public struct Change<Value: Hashable & Sendable>: Hashable, Sendable {
    /// As it was told.
    public let before: Value
    /// As it is told.
    public let after: Value

    /// What is only in the later list, only in the earlier one, and in both but not the same; ids are unique in each list.
    static func split(
        from earlier: [Value], to later: [Value], by id: (Value) -> String
    ) -> (added: [Value], removed: [Value], changed: [Self]) {
        let old = Dictionary(earlier.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
        let kept = Set(later.map(id))
        return (
            later.filter { old[id($0)] == nil }, earlier.filter { !kept.contains(id($0)) },
            later.compactMap { after in
                old[id(after)].flatMap { $0 == after ? nil : Change(before: $0, after: after) }
            }
        )
    }
}
