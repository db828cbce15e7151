import TestSupport
import Testing

@testable import Newsletter

@Suite("Tags that an author types")
struct TypedTagTests {
    @Test("They leave byte for byte, in the text, in a link, in the subject and in the preheader")
    func exact() throws {
        let tag = "{{ contact.CITY|default:\"your town\" }}"
        let site = SmallContent.site.replacing("unsubscribe-url: \"*|UNSUB|*\"", with: "tool: brevo")
            .replacing("  view-online-url: \"*|ARCHIVE|*\"\n", with: "")
        let html = try issue(
            "Schools in \(tag) & around, {% if contact.A > 1 %}twice{% endif %}.",
            matter: "subject: 'For \(tag)'\npreheader: 'In \(tag)'", files: ["site.yaml": site]
        ).html
        #expect(
            html.contains(
                "<p style=\"margin:0 0 16px\">Schools in \(tag) &amp; around, {% if contact.A > 1 %}twice{% endif %}.</p>"
            ))
        #expect(html.contains("<title>For \(tag)</title>") && html.contains(">In \(tag)&#847;"))
    }

    @Test("Thousands of mistakes of one kind take no longer than a few")
    func manyMistakes() throws {
        let links = String(repeating: "[here](https://oak.example/x) and ", count: 400)
        let page = SmallContent.page("subject: S\npreheader: P\ndate: 2026-01-01", links)
        let folder = try TemporaryFolder(SmallContent.with(["newsletters/one.md": page]))
        let warnings = try describedNewsletter(reading: folder.path).warnings
        #expect(warnings.diagnostics.filter { $0.location != nil }.count <= 201)
        #expect(warnings.diagnostics.contains { $0.message.contains("don't say where the link leads") })
    }
}
