import Diagnostics
import Evaluation
import Markup

/// Works out a school's numbers and reads the texts that quote them.
struct SchoolFinisher: Sendable {
    let folder: ContentFolder
    let pages: PageReader
    let options: ReadingOptions

    /// The school with all that was reported of it, without a value where its school.yaml was reported as missing or wrong.
    func finish(_ source: SchoolSource) -> ReadFile<School> {
        var log = DiagnosticLog()
        let comments = comments(of: source.record)
        let evaluation = SchoolEvaluation(
            source.record, isProtected: !options.isInternal, comments: options.isInternal ? nil : comments)
        // Where a school's data has a mistake, numbers are missing for that reason alone.
        var quotes = NumberQuotes(evaluation, tellsMissing: !source.log.hasErrors)
        let overview = readText("overview.md", of: source, &quotes, log: &log)
        let findings = readText("findings.md", of: source, &quotes, log: &log)
        let ledger = DeliveryReader(folder: folder, root: source.root)
        let deliveries = ledger.read(log: &log)
        reportUnreadFiles(
            source.root, butFor: (overview?.body.embedded ?? []).union(findings?.body.embedded ?? []),
            ledger.snapshotFiles,
            log: &log)
        reportWithheld(evaluation, source, log: &log)
        reportUnknownComments(source, listed: comments?.listed ?? [], log: &log)
        let links = (overview?.body.links ?? []) + (findings?.body.links ?? [])
        var school = source.header.map { header in
            School(
                slug: source.slug, profile: header.profile, date: source.record.date, waves: source.record.waves,
                evaluation: evaluation,
                listedComments: options.listsComments ? comments?.listed ?? [] : [],
                declinedComments: source.declinedComments, deliveries: deliveries,
                record: source.record.forRollUps, overview: overview?.text, findings: findings?.text,
                listening: source.listening,
                policies: source.policies, protocols: source.protocols, plan: source.record.plan,
                support: source.support)
        }
        // Of a school that nothing was delivered of there is nothing to compare with.
        if !deliveries.isEmpty, let told = school?.snapshot {
            school?.edition = ledger.edition(of: told, after: deliveries, log: &log)
        }
        return ReadFile(
            file: source.root + "/overview.md", value: school, links: links, log: source.log.merged(with: log))
    }

    /// The comments that may be printed once they are approved; nil where nobody asks for any.
    private func comments(of record: SchoolRecord) -> CommentSelection? {
        options.listsComments || !record.approvedComments.isEmpty ? CommentSelection(record) : nil
    }

    private func readText(
        _ name: String, of school: SchoolSource, _ quotes: inout NumberQuotes, log: inout DiagnosticLog
    ) -> (body: ReadBody, text: QuotingText)? {
        let file = school.root + "/" + name
        guard folder.contains(file), let source = pages.readText(file, log: &log),
            let matter = FrontMatter(of: source, log: &log)
        else { return nil }
        let quoted = quotes.resolve(source, from: matter.bodyOffset, log: &log)
        // A booklet's chapters are headed at the second level. It is one file, read away from the site, and what it shows
        // is not for the public.
        let body = pages.readBody(
            of: quoted.source, at: file, matter, highestHeading: 3, urlPrefix: pages.baseURL, embedsImages: true,
            language: school.header?.profile.language ?? pages.language, log: &log)
        return (body, QuotingText(body.body, quoting: quoted.numbers))
    }

    private func reportUnreadFiles(
        _ root: String, butFor embedded: Set<String>, _ snapshots: [String], log: inout DiagnosticLog
    ) {
        let known = [
            "school.yaml", "overview.md", "findings.md", "interviews.yaml", "policies.yaml", "protocols.yaml",
            "measures.csv", "plan.yaml", "support.yaml", "comments.yaml", "releases.csv",
        ]
        // The ledger and its snapshots are written by Prowess, so that no hint need name them.
        let read = embedded.union(folder.files(in: root + "/surveys")).union(snapshots)
            .union([root + "/" + DeliveryReader.file])
        for file in folder.files(in: root, deep: true) where !read.contains(file) {
            let name = String(file.dropFirst(root.count + 1))
            guard !known.contains(name) else { continue }
            log.report(
                Diagnostic(
                    .warning, path: folder.shown(file), message: "nothing reads this file",
                    hint: NearestName.hint(for: name, among: known + ["surveys/<wave>-<group>.csv"])))
        }
    }

    /// An approval that nothing listed answers to is of an earlier export, or of a group that is too small now.
    private func reportUnknownComments(
        _ source: SchoolSource, listed: [ListedComment], log: inout DiagnosticLog
    ) {
        let known = Set(listed.map(\.id))
        let count = source.record.approvedComments.count { !known.contains($0.id) }
        guard count > 0 else { return }
        log.report(
            Diagnostic(
                .warning, path: folder.shown(source.root + "/comments.yaml"),
                message:
                    "\(count) of the approved comments \(count == 1 ? "is" : "are") left out: no comment that may be "
                    + "printed has the id",
                hint: "prowess evaluate \(source.slug) --comments lists all of them"))
    }

    private func reportWithheld(_ evaluation: SchoolEvaluation, _ source: SchoolSource, log: inout DiagnosticLog) {
        for result in evaluation.withheldByRelease {
            log.report(
                Diagnostic(
                    .warning, path: folder.shown(source.root + "/releases.csv"),
                    message: "\(result.words) is withheld: it differs by a few people from what was released before",
                    hint:
                        "the difference would tell of those few: put the earlier file back, or give the booklet out without them"
                )
            )
        }
    }
}
