import Consent

/// Writes the people that mail may be sent to as the files that mail tools import.
public struct ListExport: Sendable {
    let people: [SubscriberRoll.Person]
    /// The notices' names, by digest.
    let noticeNames: [String: String]
    let unsubscribeURL: (@Sendable (SubjectID) -> String)?

    /// The same for other people.
    public func of(_ people: [SubscriberRoll.Person]) -> ListExport {
        ListExport(people: people, noticeNames: noticeNames, unsubscribeURL: unsubscribeURL)
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
        guard format == .kit else { return [file(format, people, name: fileName(format))] }
        let named = people.filter { !$0.subscriber.identity.firstName.isEmpty }
        let unnamed = people.filter { $0.subscriber.identity.firstName.isEmpty }
        var files = [file(.kit, named, name: "kit.csv")]
        if !unnamed.isEmpty { files.append(addresses(of: unnamed, name: "kit-without-names.csv")) }
        return files
    }

    private func fileName(_ format: ListFormat) -> String {
        format == .generic ? "list.csv" : format.rawValue + ".csv"
    }

    private func addresses(of people: [SubscriberRoll.Person], name: String) -> ExportedList {
        var table = CSVBytes(["email"], capacity: people.count * 32)
        for person in people {
            table.addAddress(person.subscriber.identity.address)
            table.endRow()
        }
        return ExportedList(name: name, bytes: table.bytes, count: people.count)
    }

    private func file(_ format: ListFormat, _ people: [SubscriberRoll.Person], name: String) -> ExportedList {
        let separator = format == .brevo ? UInt8(ascii: ";") : UInt8(ascii: ",")
        var table = CSVBytes(header(of: format), separator: separator, capacity: people.count * 96)
        for person in people {
            add(person.subscriber, to: &table, format)
            table.endRow()
        }
        return ExportedList(name: name, bytes: table.bytes, count: people.count)
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
            table.add(person.since.replacing("Z", with: ".000Z"))
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
    var firstName: String { String(name.drop(while: \.isWhitespace).prefix { !$0.isWhitespace }) }

    /// The rest of the name.
    var lastName: String {
        String(name.drop(while: \.isWhitespace).drop { !$0.isWhitespace }.drop(while: \.isWhitespace))
    }
}
