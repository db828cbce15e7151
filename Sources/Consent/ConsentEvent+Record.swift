import Dates

extension ConsentEvent {
    /// The event as the ledger keeps it and as its chain digests it: canonical JSON (RFC 8785) in UTF-8.
    public var record: [UInt8] {
        var writer = CanonicalJSON()
        writer.object { object in
            object.add("basis", basis)
            object.add("details", details)
            if let export {
                object.add("export") { object in
                    object.add("count", Int64(export.count))
                    object.add("head", export.head)
                    object.add("list", export.list)
                    object.add("tool", export.tool)
                }
            }
            object.add("form", form)
            object.add("grade", grade?.rawValue)
            object.add("identity", identity)
            object.add("kind", kind.rawValue)
            object.add("language", language)
            object.add("method", method.rawValue)
            object.add("notice", notice)
            object.add("page", page)
            object.add("precision", time?.precision.rawValue)
            object.add("purpose", purpose)
            object.add("recorded", Timestamp(seconds: recorded).rfc3339)
            if let source {
                object.add("source") { object in
                    object.add("file", source.file)
                    object.add("row", Int64(source.row))
                    object.add("tool", source.tool)
                }
            }
            if let statements {
                object.add("statements") { object in
                    object.add("newsletter", statements.newsletterWanted)
                    object.add("privacy", statements.privacyRead)
                    object.add("terms", statements.termsAccepted)
                }
            }
            object.add("subject", subject?.number)
            object.add("suppression", suppression)
            object.add("time", time?.rfc3339)
            object.add("zone", time?.assumedZone)
        }
        return writer.bytes
    }

    /// Reads what ``record`` wrote; nil for anything else, another key included.
    public init?(record: UnsafeRawBufferPointer) {
        guard var members = JSONMembers(record) else { return nil }
        var event = ConsentEvent(kind: .shown, recorded: 0, method: .form)
        var found = (kind: false, recorded: false, method: false)
        var seconds: Int?
        var precision: EventTime.Precision?
        var zone: String?
        while let (key, value) = members.next() {
            if record.holds("basis", at: key) {
                guard let text = record.text(value) else { return nil }
                event.basis = text
            } else if record.holds("details", at: key) {
                event.details = record.text(value)
            } else if record.holds("export", at: key) {
                guard let export = ExportSummary(record.part(value)) else { return nil }
                event.export = export
            } else if record.holds("form", at: key) {
                event.form = record.text(value)
            } else if record.holds("grade", at: key) {
                guard let grade = record.text(value).flatMap(EvidenceGrade.init) else { return nil }
                event.grade = grade
            } else if record.holds("identity", at: key) {
                event.identity = record.text(value)
            } else if record.holds("kind", at: key) {
                guard let kind = record.text(value).flatMap(EventKind.init) else { return nil }
                event.kind = kind
                found.kind = true
            } else if record.holds("language", at: key) {
                event.language = record.text(value)
            } else if record.holds("method", at: key) {
                guard let method = record.text(value).flatMap(ConsentMethod.init) else { return nil }
                event.method = method
                found.method = true
            } else if record.holds("notice", at: key) {
                event.notice = record.text(value)
            } else if record.holds("page", at: key) {
                event.page = record.text(value)
            } else if record.holds("precision", at: key) {
                precision = record.text(value).flatMap(EventTime.Precision.init)
            } else if record.holds("purpose", at: key) {
                guard let text = record.text(value) else { return nil }
                event.purpose = text
            } else if record.holds("recorded", at: key) {
                guard let seconds = record.seconds(value) else { return nil }
                event.recorded = seconds
                found.recorded = true
            } else if record.holds("source", at: key) {
                guard let source = EventSource(record.part(value)) else { return nil }
                event.source = source
            } else if record.holds("statements", at: key) {
                guard let statements = ConsentStatements(record.part(value)) else { return nil }
                event.statements = statements
            } else if record.holds("subject", at: key) {
                guard let subject = record.number(value).flatMap(SubjectID.init) else { return nil }
                event.subject = subject
            } else if record.holds("suppression", at: key) {
                event.suppression = record.text(value)
            } else if record.holds("time", at: key) {
                seconds = record.seconds(value)
            } else if record.holds("zone", at: key) {
                zone = record.text(value)
            } else {
                return nil
            }
        }
        guard members.isAtEnd, found.kind, found.recorded, found.method else { return nil }
        if let seconds, let precision {
            event.time = EventTime(seconds: seconds, precision: precision, assumedZone: zone)
        }
        self = event
    }
}

extension ConsentStatements {
    init?(_ object: UnsafeRawBufferPointer) {
        guard var members = JSONMembers(object) else { return nil }
        var (privacy, terms, newsletter): (Bool?, Bool?, Bool?)
        while let (key, value) = members.next() {
            if object.holds("newsletter", at: key) { newsletter = object.flag(value) }
            if object.holds("privacy", at: key) { privacy = object.flag(value) }
            if object.holds("terms", at: key) { terms = object.flag(value) }
        }
        guard members.isAtEnd, let privacy, let terms, let newsletter else { return nil }
        self.init(privacyRead: privacy, termsAccepted: terms, newsletterWanted: newsletter)
    }
}

extension EventSource {
    init?(_ object: UnsafeRawBufferPointer) {
        guard var members = JSONMembers(object) else { return nil }
        var (tool, file): (String?, String?)
        var row: Int64?
        while let (key, value) = members.next() {
            if object.holds("file", at: key) { file = object.text(value) }
            if object.holds("row", at: key) { row = object.number(value) }
            if object.holds("tool", at: key) { tool = object.text(value) }
        }
        guard members.isAtEnd, let tool, let file, let row else { return nil }
        self.init(tool: tool, file: file, row: Int(row))
    }
}

extension ExportSummary {
    init?(_ object: UnsafeRawBufferPointer) {
        guard var members = JSONMembers(object) else { return nil }
        var (tool, list, head): (String?, String?, String?)
        var count: Int64?
        while let (key, value) = members.next() {
            if object.holds("count", at: key) { count = object.number(value) }
            if object.holds("head", at: key) { head = object.text(value) }
            if object.holds("list", at: key) { list = object.text(value) }
            if object.holds("tool", at: key) { tool = object.text(value) }
        }
        guard members.isAtEnd, let tool, let list, let head, let count else { return nil }
        self.init(tool: tool, count: Int(count), list: list, head: head)
    }
}
