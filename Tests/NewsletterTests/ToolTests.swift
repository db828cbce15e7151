import Content
import Dates
import Layouts
import MailTools
import Publishing
import TestSupport
import Testing

@testable import Newsletter

@Suite("An issue for each mail tool")
struct ToolTests {
    private static let body = """
        Dear :first-name[friend & colleague],

        :::lead{url=../pages/index.md}
        ## News

        Some text.
        :::

        ::button[Write to us]{url=../pages/index.md}
        """

    /// One issue as HTML and as plain text, made for a tool.
    private func issue(_ tool: MailTool) throws -> (html: String, text: String) {
        let site = SmallContent.site.replacing("\"*|UNSUB|*\"", with: "https://oak.example/leave/")
            .replacing("\"*|ARCHIVE|*\"", with: "https://oak.example/issue/")
        let page = SmallContent.page("subject: Hello\npreheader: Inside.\ndate: 2026-01-01\nnumber: 1", Self.body)
        let ownLinks = tool == .none
        let lines = site.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { ownLinks || !$0.contains("-url: https://oak.example/") }
        let folder = try TemporaryFolder(
            SmallContent.with(["site.yaml": lines.joined(separator: "\n"), "newsletters/one.md": page]))
        var options = ReadingOptions(date: try #require(CalendarDate(iso8601: "2026-06-01")))
        options.mailTool = tool
        let (library, log) = Library.read(folder.path, options: options)
        guard let library else { throw log }
        let artifacts = try Newsletter.artifacts(
            of: library, layouts: LayoutLibrary(folder: Repository.layouts("Newsletter"))
        ).artifacts
        let texts = try artifacts.compactMap { artifact -> String? in
            guard case .text(let text) = try artifact.render() else { return nil }
            return text
        }
        return (texts[0], texts[1])
    }

    @Test("Its own tags leave byte for byte, and no other tool's are in it", arguments: MailTool.all)
    func tags(tool: MailTool) throws {
        let (html, text) = try issue(tool)
        #expect(tool.foreignTags(in: html).isEmpty && tool.foreignTags(in: text).isEmpty)
        #expect(html.contains("Dear \(tool.firstName(fallback: "friend &amp; colleague")),"))
        #expect(text.contains("Dear \(tool.firstName(fallback: "friend & colleague")),"))
        if let unsubscribe = tool.unsubscribe { #expect(text.contains("Unsubscribe: \(unsubscribe.plainText)")) }
        if case .url(let url)? = tool.unsubscribe { #expect(html.contains("href=\"\(url)\"")) }
        if let address = tool.address { #expect(html.contains(address) && text.contains(address)) }
        #expect(tool.mustContain.allSatisfy(html.contains))
        #expect(!tool.mustNotContain.contains(where: html.contains))
    }

    @Test("Where a tool has no page of an issue, the site's own is linked")
    func archive() throws {
        let kit = try MailTool.named("kit")
        #expect(kit.viewOnline == nil)
        let (html, text) = try issue(kit)
        #expect(html.contains("href=\"https://oak.example/newsletter/one/\""))
        #expect(text.contains("View in a browser: https://oak.example/newsletter/one/"))
    }

    @Test("A tool's own elements stand for links where it has no address for them")
    func elements() throws {
        let html = try issue(try MailTool.named("campaign-monitor")).html
        #expect(html.contains(/<unsubscribe style="[^"]+">Unsubscribe<\/unsubscribe>/))
        #expect(html.contains(/<webversion style="[^"]+">View in a browser<\/webversion>/))
    }
}
