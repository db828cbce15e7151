import Consent
import Dates
import Diagnostics

/// Reads notices.yaml and sources.yaml in `subscribers/`. What people sent is never looked at here.
struct SubscriberReader {
    let folder: ContentFolder
    /// The language of a notice that names none, a BCP 47 tag.
    let language: String
    /// Whether files that sources.yaml doesn't name are told: not to whom takes one in at that moment.
    let tellsUnreadFiles: Bool

    static let root = "subscribers"
    static let noticesFile = root + "/notices.yaml"

    /// All notices and sources; empty where there is no such folder.
    func read(log: inout DiagnosticLog) -> SubscriberRecords {
        var noticeLog = DiagnosticLog()
        let notices = readNotices(log: &noticeLog)
        // What names a notice that was reported already, or one of a file that is, is not told of it again.
        let areAllRead = folder.contains(Self.noticesFile) && !noticeLog.hasErrors
        log.merge(noticeLog)
        let (sources, named) = readSources(notices: notices, areAllRead: areAllRead, log: &log)
        if tellsUnreadFiles { reportUnreadFiles(named: named, log: &log) }
        // The notice that the form shows may be one that could not be read.
        return SubscriberRecords(notices: areAllRead ? notices : [], sources: sources)
    }

    private func reportUnreadFiles(named: Set<String>, log: inout DiagnosticLog) {
        for file in folder.files(in: Self.root, deep: true) {
            let name = String(file.dropFirst(Self.root.count + 1))
            guard !named.contains(name), name != "notices.yaml", name != "sources.yaml" else { continue }
            let shown = folder.shown(file)
            log.report(
                Diagnostic(
                    .warning, path: shown, message: "nothing reads this file",
                    hint: "name it in \(folder.shown(Self.root))/sources.yaml, or take it in once: "
                        + "prowess subscribers import \(shown)"))
        }
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

    private func readNotices(log: inout DiagnosticLog) -> [NamedNotice] {
        let notices = readList("notices.yaml", distinct: "id", log: &log) { keys -> NamedNotice? in
            let id = keys.required("id", .text)
            let shownFrom = keys.required("from", .date)
            let ownLanguage = keys.optional("language", .languageTag)
            let privacyVersion = keys.required("privacy-version", .text)
            let termsVersion = keys.required("terms-version", .text)
            let privacy = keys.required("privacy", .text)
            let terms = keys.required("terms", .text)
            let newsletter = keys.required("newsletter", .text)
            guard let id, let shownFrom, let privacyVersion, let termsVersion, let privacy, let terms, let newsletter
            else { return nil }
            return NamedNotice(
                id: id, shownFrom: shownFrom,
                notice: Notice(
                    language: ownLanguage ?? language, privacyVersion: privacyVersion, termsVersion: termsVersion,
                    words: ConsentWords(privacy: privacy, terms: terms, newsletter: newsletter)))
        }
        return notices.sorted { ($0.shownFrom, $0.id) < ($1.shownFrom, $1.id) }
    }

    private func readSources(
        notices: [NamedNotice], areAllRead: Bool, log: inout DiagnosticLog
    ) -> (sources: [SubscriberSource], named: Set<String>) {
        var needsNotices = false
        // A file whose source has a mistake is named all the same.
        var named: Set<String> = []
        let sources = readList("sources.yaml", distinct: "file", log: &log) { keys -> SubscriberSource? in
            let file = keys.required("file", .text)
            if let file { named.insert(file) }
            let format = keys.required("format", .sourceFormat)
            let noticeID = keys.optional(
                "notice", areAllRead ? .choice(of: notices.map(\.id) + ["none"]) : .text)
            let timeZone = keys.optional("time-zone", .timeZone)
            let columns = keys.optional("columns", .columnNames)
            guard let file, let format else { return nil }
            needsNotices = needsNotices || format == "signups" || noticeID.map { $0 != "none" } ?? false
            // Only a name: a path could lead to files that are not subscribers'.
            guard !file.contains("/"), folder.contains(Self.root + "/" + file) else {
                reportMissing(file, keys)
                return nil
            }
            return SubscriberSource(
                file: file, path: folder.shown(Self.root + "/" + file), format: format == "auto" ? nil : format,
                notice: notices.first { $0.id == noticeID }, timeZone: timeZone, columns: columns ?? [:],
                location: keys.reader.location(of: keys.node) ?? .start)
        }
        if needsNotices, !folder.contains(Self.noticesFile) {
            log.report(
                Diagnostic(
                    path: folder.shown(Self.noticesFile), message: "there is no such file",
                    hint: "list in it every wording that the form has shown: consent without words is not on record"
                ))
        }
        return (sources, named)
    }

    private func reportMissing(_ file: String, _ keys: YAMLMapping) {
        let names = folder.files(in: Self.root).map { String($0.dropFirst(Self.root.count + 1)) }
            .filter { !$0.hasSuffix(".yaml") }
        keys.reader.report(
            keys.value(of: "file"), "there is no file \"\(file)\" in \(folder.shown(Self.root))",
            hint: NearestName.hint(for: file, among: names))
    }
}

extension YAMLKind where Value == String {
    /// The format of a file to take in, by its present name. What were two formats of Mailchimp's is told by the file's header.
    fileprivate static var sourceFormat: Self {
        let names = ["auto"] + SubscriberSource.formats
        return YAMLKind(expectation: "one of \(names.joined(separator: ", "))", names: names) { node, _ in
            node.string.flatMap { name in
                if ["mailchimp-subscribed", "mailchimp-unsubscribed"].contains(name) { return "mailchimp" }
                return names.contains(name) ? name : nil
            }
        }
    }
}

extension YAMLKind where Value == [String: String] {
    /// Names of columns, by our names for them.
    fileprivate static var columnNames: Self {
        YAMLKind(expectation: "names of columns such as {email: E-mail, submitted_at: Sent}") { node, reader in
            guard case .mapping = node else { return nil }
            let pairs = YAMLMapping(node: node, reader: reader).pairs
            let names = pairs.compactMap { pair in
                YAMLKind<String>.text.read(pair.value, reader).map { (pair.key, $0) }
            }
            return names.count == pairs.count ? Dictionary(names, uniquingKeysWith: { first, _ in first }) : nil
        }
    }
}
