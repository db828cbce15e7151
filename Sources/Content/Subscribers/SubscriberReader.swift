import CSV
import Dates
import Diagnostics

/// Reads `subscribers/`. No diagnostic of these files quotes an address.
struct SubscriberReader {
    let folder: ContentFolder

    private static let root = "subscribers"

    /// All notices and events; empty where there is no such folder.
    func read(log: inout DiagnosticLog) -> SubscriberRecords {
        var noticeLog = DiagnosticLog()
        let notices = readNotices(log: &noticeLog)
        // What names a notice that was reported already, or one of a file that is, is not told of it again.
        let areAllRead = folder.contains(Self.root + "/notices.yaml") && !noticeLog.hasErrors
        log.merge(noticeLog)
        var events: [ConsentEvent] = []
        var named: Set<String> = []
        for source in readSources(notices: notices, areAllRead: areAllRead, log: &log) {
            named.insert(source.file)
            guard let file = folder.read(Self.root + "/" + source.file, isConfidential: true, log: &log),
                let table = CSVTable(file, log: &log)
            else { continue }
            table.reportUnevenRows(from: 1, to: &log)
            events += ConsentTable(
                table: table, source: source, notices: notices, areAllNoticesRead: areAllRead
            )
            .events(log: &log)
        }
        named.formUnion(["notices.yaml", "sources.yaml"])
        for file in folder.files(in: Self.root, deep: true) {
            let name = String(file.dropFirst(Self.root.count + 1))
            guard !named.contains(name) else { continue }
            log.report(
                Diagnostic(
                    .warning, path: folder.shown(file), message: "nothing reads this file",
                    hint: "name it in \(folder.shown(Self.root))/sources.yaml with its format"))
        }
        // The notice that the form shows may be one that could not be read.
        return SubscriberRecords(notices: areAllRead ? notices : [], events: events)
    }

    private func readList<Value>(
        _ name: String, distinct key: String, log: inout DiagnosticLog, entry convert: (YAMLMapping) -> Value?
    ) -> [Value] {
        let file = Self.root + "/" + name
        guard folder.contains(file), let source = folder.read(file, log: &log) else { return [] }
        let reader = YAMLReader(source)
        defer { log.merge(reader.log) }
        guard let root = reader.root(of: 0..<source.bytes.count), !root.isNull else { return [] }
        guard let entries = YAMLKind.mappings(distinct: key).read(root, reader) else {
            reader.report(root, "expected a list of entries that each begin with \"- \"")
            return []
        }
        return entries.compactMap { keys in
            let value = convert(keys)
            keys.reportUnknownKeys()
            return value
        }
    }

    private func readNotices(log: inout DiagnosticLog) -> [Notice] {
        let notices = readList("notices.yaml", distinct: "id", log: &log) { keys -> Notice? in
            let id = keys.required("id", .text)
            let shownFrom = keys.required("from", .date)
            let privacyVersion = keys.required("privacy-version", .text)
            let termsVersion = keys.required("terms-version", .text)
            let privacy = keys.required("privacy", .text)
            let terms = keys.required("terms", .text)
            let newsletter = keys.required("newsletter", .text)
            guard let id, let shownFrom, let privacyVersion, let termsVersion, let privacy, let terms, let newsletter
            else { return nil }
            return Notice(
                id: id, shownFrom: shownFrom, privacyVersion: privacyVersion, termsVersion: termsVersion,
                words: ConsentWords(privacy: privacy, terms: terms, newsletter: newsletter))
        }
        return notices.sorted { ($0.shownFrom, $0.id) < ($1.shownFrom, $1.id) }
    }

    private func readSources(notices: [Notice], areAllRead: Bool, log: inout DiagnosticLog) -> [ConsentSource] {
        var needsNotices = false
        let sources = readList("sources.yaml", distinct: "file", log: &log) { keys -> ConsentSource? in
            let file = keys.required("file", .text)
            let format: ConsentSource.Format? = keys.required("format", .name)
            let noticeID = keys.optional(
                "notice", areAllRead ? .choice(of: notices.map(\.id) + ["none"]) : .text)
            guard let file, let format else { return nil }
            needsNotices = needsNotices || format == .signups || noticeID.map { $0 != "none" } ?? false
            // Only a name: a path could lead to files that are not subscribers'.
            guard !file.contains("/"), folder.contains(Self.root + "/" + file) else {
                let names = folder.files(in: Self.root, suffix: ".csv").map {
                    String($0.dropFirst(Self.root.count + 1))
                }
                keys.reader.report(
                    keys.value(of: "file"), "there is no file \"\(file)\" in \(folder.shown(Self.root))",
                    hint: NearestName.hint(for: file, among: names))
                return nil
            }
            return ConsentSource(file: file, format: format, notice: notices.first { $0.id == noticeID })
        }
        if needsNotices, !folder.contains(Self.root + "/notices.yaml") {
            log.report(
                Diagnostic(
                    path: folder.shown(Self.root + "/notices.yaml"), message: "there is no such file",
                    hint: "list in it every wording that the form has shown: consent without words is not on record"
                ))
        }
        return sources
    }
}

/// A file of `subscribers/`, as sources.yaml describes it.
struct ConsentSource {
    let file: String
    let format: Format
    /// What the people in it were shown, where the file itself doesn't say.
    let notice: Notice?

    enum Format: String, CaseIterable {
        case signups
        case mailchimpSubscribed = "mailchimp-subscribed"
        case mailchimpUnsubscribed = "mailchimp-unsubscribed"
    }
}
