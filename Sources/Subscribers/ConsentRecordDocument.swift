import Consent
import Content
import Dates

/// Writes the consent records of everybody in the structure of ISO/IEC TS 27560:2023, as JSON-LD in the Data Privacy Vocabulary, as the
/// W3C DPVCG's guide "Consent Records and Receipts as per ISO/IEC TS 27560:2023 using DPV" (2024-08-01) describes it.
///
/// What all records share — controller, notices, processing, rights — stands once and is referred to by its identifier. The
/// technical specification itself is not free: its fields are as the guide lists them. What the vocabulary has no term for has
/// the prefix `prowess`.
struct ConsentRecordDocument {
    let library: Library
    let snapshot: SubscriberSnapshot
    /// Whose records are written, in this order.
    let people: ArraySlice<SubscriberRoll.Person>

    private static let schema = "https://w3id.org/dpv/schema/dpv-27560#record"
    private static let process = "process/newsletter"
    private static let controller = "controller"
    private static let tool = "processor"

    func file() throws -> [UInt8] {
        // Room that stays empty takes no memory; room that is added later is a copy of everything.
        var writer = JSONBytes(capacity: people.count * 8192)
        try writer.object { object in
            context(&object)
            try object.addArray("@graph") { graph in
                parties(&graph)
                processing(&graph)
                notices(&graph)
                try snapshot.forEach(people) { person, entries in
                    // A line for each person, so that a program may read them one by one.
                    graph.addLine { record(of: person, entries, &$0) }
                }
            }
        }
        writer.endLine()
        return writer.bytes
    }

    private static let references = [
        "dct:conformsTo", "dpv:hasDataSource", "dpv:hasLegalBasis", "dpv:hasNecessity", "dpv:hasProcessing",
        "dpv:hasRecipient", "dpv:isExercisedAt", "dpv:isIndicatedBy", "prowess:state", "schema:url",
        "skos:broader",
    ]

    private func context(_ object: inout JSONBytes) {
        object.add("@context") { context in
            context.add("@base", library.site.baseURL + "/consent/")
            context.add("dct", "http://purl.org/dc/terms/")
            context.add("dpv", "https://w3id.org/dpv#")
            context.add("eu-gdpr", "https://w3id.org/dpv/legal/eu/gdpr#")
            context.add("pd", "https://w3id.org/dpv/pd#")
            context.add("prowess", library.site.baseURL + "/consent/terms#")
            context.add("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")
            context.add("schema", "https://schema.org/")
            context.add("skos", "http://www.w3.org/2004/02/skos/core#")
            // Names of things and no texts: JSON-LD has to be told.
            for property in Self.references { context.add(property) { $0.add("@type", "@id") } }
        }
    }

    /// The controller and who works for it: name, address and contact (GDPR, Art. 13 (1) a).
    private func parties(_ graph: inout JSONBytes) {
        let site = library.site
        graph.addLine { party in
            party.add("@id", Self.controller)
            party.add("@type", ["dpv:DataController", "dpv:Organisation"])
            party.add("dct:identifier", site.baseURL + "/")
            party.add("dpv:hasName", site.name)
            party.add("dpv:hasAddress", site.address.line)
            party.add("dpv:hasContact", [site.email] + (site.phone.map { [$0] } ?? []))
            party.add("schema:url", site.baseURL + "/")
        }
        guard site.newsletter.tool.name != "none" else { return }
        graph.addLine { party in
            party.add("@id", Self.tool)
            party.add("@type", ["dpv:DataProcessor", "dpv:Organisation"])
            party.add("dct:identifier", site.newsletter.tool.name)
            party.add("dpv:hasName", site.newsletter.tool.title)
        }
    }

    /// What is done with the data, and how one ends it: what was told is in the notices and the policies.
    private func processing(_ graph: inout JSONBytes) {
        let site = library.site
        let policy = site.baseURL + "/legal/privacy-policy/"
        graph.addLine { process in
            process.add("@id", Self.process)
            process.add("@type", "dpv:Process")
            process.add("dpv:hasService", site.newsletter.name)
            process.add("dpv:hasPurpose") { purpose in
                purpose.add("@type", "dpv:CommunicationManagement")
                purpose.add("dct:title", "newsletter")
                purpose.add("dct:description", site.newsletter.description)
            }
            process.add("dpv:hasProcessing", ["dpv:Collect", "dpv:Store", "dpv:Use"])
            process.add(
                "dpv:hasRecipient", [Self.controller] + (site.newsletter.tool.name == "none" ? [] : [Self.tool]))
            process.addArray("dpv:hasStorageCondition") { conditions in
                conditions.addObject { place in
                    place.add("@type", "dpv:StorageLocation")
                    place.add("dpv:hasLocation", site.address.country)
                }
                conditions.addObject { duration in
                    duration.add("@type", "dpv:StorageDuration")
                    duration.add("dpv:hasDuration") { until in
                        until.add("@type", "dpv:UntilEventDuration")
                        until.add("rdf:value", "withdrawal, and after it as \(policy) says")
                    }
                }
            }
        }
        graph.addLine { control in
            control.add("@id", "withdrawal")
            control.add("@type", "dpv:WithdrawConsent")
            control.add("dct:description", "The link in every issue, or a message to the controller")
            control.add("dpv:isExercisedAt", "mailto:" + site.email)
        }
        for (article, title) in [
            ("A7-3", "to withdraw consent"), ("A15", "of access"), ("A16", "to rectification"), ("A17", "to erasure"),
        ] {
            graph.addLine { right in
                right.add("@id", "right/" + article)
                right.add("@type", ["dpv:DataSubjectRight", "eu-gdpr:" + article])
                right.add("dct:title", "Right " + title)
                right.add("dpv:isExercisedAt", "mailto:" + site.email)
            }
        }
    }

    private func notices(_ graph: inout JSONBytes) {
        let named = Dictionary(
            library.subscribers.notices.map { ($0.notice.digest, $0) }, uniquingKeysWith: { _, newest in newest })
        for (digest, notice) in snapshot.notices.sorted(by: { $0.key < $1.key }) {
            graph.addLine { object in
                object.add("@id", "notice/" + digest)
                object.add("@type", "dpv:ConsentNotice")
                object.add("dct:identifier", digest)
                object.add("dct:title", named[digest]?.id)
                object.add("dct:date", named[digest]?.shownFrom.iso8601)
                object.add("dct:language", notice.language)
                object.add("prowess:privacyVersion", notice.privacyVersion)
                object.add("prowess:termsVersion", notice.termsVersion)
                object.add("prowess:privacyWords", notice.words.privacy)
                object.add("prowess:termsWords", notice.words.terms)
                object.add("prowess:newsletterWords", notice.words.newsletter)
            }
        }
    }

    private func record(of person: SubscriberRoll.Person, _ entries: [LedgerEntry], _ record: inout JSONBytes) {
        let subscriber = person.subscriber
        let number = String(subscriber.subject.number)
        record.add("@id", "record/" + number)
        record.add("@type", "dpv:ConsentRecord")
        record.add("dct:identifier", number)
        record.add("dct:conformsTo", Self.schema)
        record.add("dpv:hasDataSubject") { subject in
            subject.add("@id", "subject/" + number)
            subject.add("@type", "dpv:DataSubject")
            subject.add("dct:identifier", number)
        }
        record.addArray("dpv:hasPersonalData") { data in
            for identity in ([subscriber] + person.others).map(\.identity) {
                data.addObject { $0.personalData("pd:EmailAddress", identity.address, isRequired: true) }
                if !identity.name.isEmpty {
                    data.addObject { $0.personalData("pd:Name", identity.name, isRequired: false) }
                }
            }
        }
        record.add("dpv:hasDataController") { $0.add("@id", Self.controller) }
        record.add("dpv:hasLegalBasis", "eu-gdpr:A6-1-a")
        record.add("dpv:hasJurisdiction", library.site.address.country)
        record.add("dpv:hasProcess") { $0.add("@id", Self.process) }
        record.add("dpv:hasConsentControl") { $0.add("@id", "withdrawal") }
        record.addArray("dpv:hasRight") { rights in
            for article in ["A7-3", "A15", "A16", "A17"] { rights.addObject { $0.add("@id", "right/" + article) } }
        }
        record.addArray("dpv:hasNotice") { notices in
            for digest in Set(entries.compactMap(\.event.notice)).sorted() {
                notices.addObject { $0.add("@id", "notice/" + digest) }
            }
        }
        record.add("prowess:status", subscriber.state.status?.rawValue)
        record.add("prowess:state", subscriber.state.status?.vocabularyTerm)
        record.addArray("dpv:hasConsentStatus") { events in
            for entry in entries {
                events.addObject { event in
                    // Another spelling of the address, which the ledger has under a number of its own.
                    if entry.event.subject != subscriber.subject {
                        event.add("prowess:subject", entry.event.subject?.number)
                    }
                    event.consentEvent(entry, controller: Self.controller)
                }
            }
        }
    }
}

extension JSONBytes {
    /// An object in an array, on a line of its own.
    fileprivate mutating func addLine(_ body: (inout JSONBytes) -> Void) {
        addObject(startsLine: true, body)
    }

    fileprivate mutating func personalData(_ category: String, _ value: String, isRequired: Bool) {
        add("@type", "dpv:PersonalData")
        add("skos:broader", category)
        add("rdf:value", value)
        add("dpv:hasNecessity", isRequired ? "dpv:Required" : "dpv:Optional")
        add("dpv:hasDataSource", "dpv:DataSubjectDataSource")
    }

    fileprivate mutating func consentEvent(_ entry: LedgerEntry, controller: String) {
        let event = entry.event
        let meaning = ConsentEventMeaning(event)
        add("@type", meaning.types)
        add("dct:identifier", entry.digest)
        add("dpv:isIndicatedAtTime", (event.time?.rfc3339) ?? Timestamp(seconds: event.recorded).rfc3339)
        add("dpv:isIndicatedBy", meaning.isByController ? controller : "dpv:DataSubject")
        add("dpv:hasIndicationMethod", event.method.rawValue)
        if meaning.types.contains("dpv:ConsentGiven") {
            add("dpv:hasDuration") { until in
                until.add("@type", "dpv:UntilEventDuration")
                until.add("rdf:value", "withdrawal")
            }
        }
        if let notice = event.notice { add("dpv:hasNotice") { $0.add("@id", "notice/" + notice) } }
        add("dct:language", event.language)
        add("prowess:event", event.kind.rawValue)
        add("prowess:purpose", event.purpose)
        add("prowess:basis", event.basis)
        add("prowess:sequence", entry.sequence)
        add("prowess:recorded", Timestamp(seconds: event.recorded).rfc3339)
        add("prowess:timePrecision", event.time?.precision.rawValue ?? "not on record")
        add("prowess:assumedZone", event.time?.assumedZone)
        add("prowess:evidence", event.grade?.rawValue)
        add("prowess:privacyRead", event.statements?.privacyRead)
        add("prowess:termsAccepted", event.statements?.termsAccepted)
        add("prowess:newsletterWanted", event.statements?.newsletterWanted)
        add("prowess:form", event.form)
        add("prowess:page", event.page)
        add("prowess:ip", entry.details?.ip)
        add("prowess:userAgent", entry.details?.userAgent)
        add("prowess:reason", entry.details?.reason)
        if let source = event.source {
            add("dct:source") { object in
                object.add("prowess:tool", source.tool)
                object.add("prowess:file", source.file)
                object.add("prowess:row", Int64(source.row))
            }
        }
    }
}
