import Consent

/// Writes the people that mail may be sent to as the files that mail tools import.
public struct ListExport: Sendable {
    let people: [SubscriberRoll.Person]
    /// Which of the people are on the list: a list of them would be a copy of most of the roll.
    let isListed: @Sendable (SubscriberRoll.Person) -> Bool
    /// The notices' names, by digest.
    let noticeNames: [String: String]
    let unsubscribeURL: (@Sendable (SubjectID) -> String)?

    /// The same for other people.
    public func of(_ people: [SubscriberRoll.Person]) -> ListExport {
        ListExport(people: people, isListed: { _ in true }, noticeNames: noticeNames, unsubscribeURL: unsubscribeURL)
    }

    /// The files: one, unless the tool would take an empty cell for an order to forget.
    ///
    /// Where the columns were read, and what is not certain:
    /// - Mailchimp matches columns by hand and proposes those of these names ("Format guidelines for your import file").
    /// - listmonk reads `email`, `name` and `attributes`, which is JSON (its page "Import subscribers" in the administration).
    /// - Buttondown finds columns of standard names such as `email`, and lets one match others ("Imports" of its documentation).
    /// - Brevo matches columns of the names of its attributes, with semicolons ("Create a file to import your contacts").
    /// - Kit overwrites what it has with what is empty ("How to import a subscriber list"), so that people without a name stand
    ///   in a file of their own, which has no column for it.
    /// - Ghost reads the columns of its importer (`members-importer` of its source).
    public func files(_ format: ListFormat) -> [ExportedList] {
        let listed = people.lazy.filter(isListed)
        guard format == .kit else { return [file(format, listed, name: fileName(format))] }
        let named = file(.kit, listed.filter { !$0.subscriber.identity.isUnnamed }, name: "kit.csv")
        let unnamed = addresses(
            of: listed.filter { $0.subscriber.identity.isUnnamed }, name: "kit-without-names.csv")
        return unnamed.count == 0 ? [named] : [named, unnamed]
    }

    private func fileName(_ format: ListFormat) -> String {
        format == .generic ? "list.csv" : format.rawValue + ".csv"
    }

    private func addresses(of listed: some Sequence<SubscriberRoll.Person>, name: String) -> ExportedList {
        var table = CSVBytes(["email"])
        for person in listed {
            table.addAddress(person.subscriber.identity.address)
            table.endRow()
        }
        return ExportedList(name: name, bytes: table.bytes, count: table.rowCount)
    }

    private func file(
        _ format: ListFormat, _ listed: some Sequence<SubscriberRoll.Person>, name: String
    ) -> ExportedList {
        let separator = format == .brevo ? UInt8(ascii: ";") : UInt8(ascii: ",")
        // Room that stays empty takes no memory; room that is added later is a copy of everything.
        let row = format == .listmonk ? 384 : 160
        var table = CSVBytes(header(of: format), separator: separator, capacity: people.count * row)
        for person in listed {
            add(person.subscriber, to: &table, format)
            table.endRow()
        }
        return ExportedList(name: name, bytes: table.bytes, count: table.rowCount)
    }

    private func header(of format: ListFormat) -> [String] {
        switch format {
        case .generic: ["email", "name", "subscribed_at", "evidence", "notice"]
        case .mailchimp: ["Email Address", "First Name", "Last Name"]
        case .listmonk: ["email", "name", "attributes"]
        case .buttondown: ["email", "notes", "first_name", "last_name"]
        case .brevo: ["EMAIL", "FIRSTNAME", "LASTNAME"]
        case .kit: ["email", "first_name"]
        case .ghost: ["email", "name", "note", "subscribed_to_emails", "created_at", "labels"]
        }
    }

    private func add(_ person: Subscriber, to table: inout CSVBytes, _ format: ListFormat) {
        let identity = person.identity
        table.addAddress(identity.address)
        switch format {
        case .generic:
            table.addTyped(identity.name)
            table.addTime(person.state.since)
            table.add(person.state.grade?.rawValue ?? "")
            table.add(noticeName(of: person))
        case .mailchimp, .brevo:
            table.addTyped(identity.firstName)
            table.addTyped(identity.lastName)
        case .listmonk:
            table.addTyped(identity.name)
            table.add(attributes(of: person))
        case .buttondown:
            table.add(proof(of: person))
            table.addTyped(identity.firstName)
            table.addTyped(identity.lastName)
        case .kit: table.addTyped(identity.firstName)
        case .ghost:
            table.addTyped(identity.name)
            table.add(proof(of: person))
            table.add("true")
            table.add(person.state.since == nil ? "" : person.since.dropLast() + ".000Z")
            table.add("")
        }
    }

    private func attributes(of person: Subscriber) -> String {
        var writer = JSONBytes()
        writer.object { object in
            object.add("consent_time", person.since)
            object.add("consent_evidence", person.state.grade?.rawValue)
            object.add("consent_notice", person.notice)
            object.add("unsubscribe_url", unsubscribeURL?(person.subject))
        }
        return writer.text
    }

    /// When and how somebody agreed, in a sentence that fits a note.
    private func proof(of person: Subscriber) -> String {
        "Agreed \(person.since), \(person.state.grade?.rawValue ?? "no proof"), notice \(noticeName(of: person))"
    }

    private func noticeName(of person: Subscriber) -> String {
        person.notice.map { noticeNames[$0] ?? $0 } ?? ""
    }
}

extension Identity {
    /// The first word of the name. Tools ask for it apart, while people are asked for one name; which word is which family's
    /// custom nobody knows.
    var firstName: String { parts.first }

    /// The rest of the name.
    var lastName: String { parts.last }

    /// Whether there is no word to call the person by.
    var isUnnamed: Bool { firstName.isEmpty }

    private var parts: (first: String, last: String) {
        // What a letter is made of has to be asked of a table; most names need none.
        guard name.utf8.allSatisfy({ $0 < 0x80 }) else {
            let (first, last) = Self.parts(name, where: \.isWhitespace)
            return (String(first), String(last))
        }
        let (first, last) = Self.parts(name.utf8) { $0 == UInt8(ascii: " ") || (0x09...0x0D).contains($0) }
        return (String(Substring(first)), String(Substring(last)))
    }

    private static func parts<Name: Collection>(
        _ name: Name, where isSpace: (Name.Element) -> Bool
    ) -> (Name.SubSequence, Name.SubSequence) where Name.SubSequence.SubSequence == Name.SubSequence {
        let trimmed = name.drop(while: isSpace)
        let first = trimmed.prefix { !isSpace($0) }
        return (first, trimmed[first.endIndex...].drop(while: isSpace))
    }
}
