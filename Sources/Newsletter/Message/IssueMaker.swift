import Content
import Diagnostics
import Inlining
import Layouts
import Mail
import Markup

/// Makes the files of an issue.
struct IssueMaker: Sendable {
    let library: Library
    let layouts: LayoutLibrary

    /// What is made of one issue.
    struct Parts: Sendable {
        /// What the mail tool gets.
        let html: String
        /// The same for readers of plain text.
        let text: String
        /// Both as one message.
        let eml: [UInt8]
        /// What the practice's owner looks at before it is sent.
        let preview: String
    }

    private static let stylesheet = "style.css"

    /// The files, or nil where one can't be made, and all diagnostics.
    func make(_ issue: Issue) -> (parts: Parts?, log: DiagnosticLog) {
        var log = DiagnosticLog()
        do throws(DiagnosticLog) {
            let words = try layouts.phrases(in: issue.language)
            let values = try IssueValues(issue: issue, site: library.site, words: words).values
            let page = try inlined(try self.page(of: issue, values))
            let tool = library.site.newsletter.tool
            let html = Personalization.render(tool.withExactTags(page)) { tool.firstName(fallback: $0) }
            let text = Personalization.render(try layouts.render("issue.txt", values)) { tool.firstName(fallback: $0) }
            // Quotation marks of a tag in an attribute would keep the checks from reading what follows.
            check(issue, Personalization.render(page) { tool.firstName(fallback: $0) }, text, &log)
            let eml = try message(issue, html, text)
            let preview = try IssuePreview(issue: issue, site: library.site, words: words, layouts: layouts)
                .html(of: Personalization.render(page) { $0 })
            return (log.hasErrors ? nil : Parts(html: html, text: text, eml: eml, preview: preview), log)
        } catch {
            log.merge(error)
            return (nil, log)
        }
    }

    /// The page with its stylesheet in `<style>`, and tokens for names. A text that can't be sent whatever is done to it ends here.
    func page(of issue: Issue, _ values: [String: TemplateValue]) throws(DiagnosticLog) -> String {
        let body = try IssueBody(layouts: layouts, site: library.site, language: issue.language).html(issue.pieces)
        if let problem = SizeCheck.problem(with: body, issue.plainText, in: issue.source) {
            throw DiagnosticLog([problem])
        }
        return try layouts.render("issue", values.merging(["body": .text(body)]) { _, new in new })
    }

    /// The page with its stylesheet on the elements. What is wrong with the stylesheet stops the build: it is the layout's.
    private func inlined(_ page: String) throws(DiagnosticLog) -> String {
        var options = Inliner.Options()
        options.baseURL = library.site.baseURL
        options.keepsUnmatched = false
        var log = DiagnosticLog()
        let source = SourceFile(path: "\(layouts.folder)/issue.mustache", text: page)
        let html = Inliner(options: options).inline(source, log: &log)
        if let problem = log.diagnostics.first {
            // The line is one of the finished page, which the author has no file of.
            throw DiagnosticLog([
                Diagnostic(
                    path: "\(layouts.folder)/\(Self.stylesheet).mustache",
                    message: "\(problem.message): \(problem.excerpt.map(\.text) ?? "")", hint: problem.hint)
            ])
        }
        return String(decoding: html, as: UTF8.self)
    }

    private func check(_ issue: Issue, _ html: String, _ text: String, _ log: inout DiagnosticLog) {
        let checked = CheckedIssue(
            source: issue.source, subject: issue.subject, preheader: issue.preheader, html: html, text: text,
            site: library.site, folder: library.folder, layouts: layouts.folder)
        checked.diagnostics().forEach { log.report($0) }
    }

    private func message(_ issue: Issue, _ html: String, _ text: String) throws(DiagnosticLog) -> [UInt8] {
        let newsletter = library.site.newsletter
        let from = issue.from ?? Mailbox(name: newsletter.name, address: newsletter.from)
        let replyTo = Mailbox(address: issue.replyTo ?? newsletter.replyTo)
        let message = MailMessage(
            from: from, replyTo: replyTo.address == from.address ? nil : replyTo, subject: issue.subject,
            date: .day(issue.date), text: text, html: html, listUnsubscribe: newsletter.listUnsubscribe, isDraft: true)
        do throws(MailError) {
            return try message.bytes()
        } catch {
            throw DiagnosticLog([issue.source.diagnostic(at: .start, error.description)])
        }
    }
}
