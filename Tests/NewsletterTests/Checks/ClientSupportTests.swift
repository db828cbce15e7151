import Diagnostics
import Testing

@testable import Newsletter

@Suite("Styles that mail programs don't apply")
struct ClientSupportTests {
    private func messages(_ style: String, attributes: String = "", head: String = "") throws -> [String] {
        try checkedIssue("<div style=\"\(style)\"\(attributes)>x</div>", head: head).diagnostics()
            .filter { $0.path == "Layouts/Newsletter" }.map(\.message)
    }

    @Test("The table can be read, and each entry says who, and where it was looked up")
    func table() {
        let table = ClientSupport.table
        #expect(table.version >= 1 && table.date.count == 10 && table.entries.count > 40)
        #expect(table.source.hasPrefix("https://"))
        for entry in table.entries {
            #expect(!entry.lacks.isEmpty && entry.source.hasPrefix("css-"))
            #expect(entry.properties != nil || entry.functions != nil || entry.units != nil || entry.atRules != nil)
        }
        for client in ClientSupport.Client.allCases { #expect(table.entries.contains { $0.lacks.contains(client) }) }
    }

    @Test(
        "What an e-mail reads worse without is a warning, with who does not apply it",
        arguments: [
            ("display:flex", "display: flex is not applied by Outlook for Windows"),
            ("POSITION: Absolute", "position: absolute is not applied by Gmail and Outlook for Windows"),
            ("width:calc(100% - 20px)", "calc() is not applied by Outlook for Windows"),
            ("color:var(--x)", "var() is not applied by Gmail and Outlook for Windows"),
            ("margin:1.5rem 0", "the unit rem is not applied by Outlook for Windows"),
            ("background:url('a.png')", "url() is not applied by Outlook for Windows"),
            ("background-image:linear-gradient(#000,#fff)", "linear-gradient() is not applied by Outlook for Windows"),
            ("color:rgba(0,0,0,.9)", "rgba() is not applied by Outlook for Windows"),
            ("inline-size:10px", "inline-size is not applied by Gmail and Outlook for Windows and Apple Mail"),
        ])
    func unsupported(style: String, message: String) throws {
        #expect(try messages(style) == [message])
    }

    @Test(
        "What every program applies, what only looks plainer, and what has a fallback before it are none",
        arguments: [
            "color:#000000;padding:4px 8px", "border-radius:4px", "max-width:600px", "display:block;display:flex",
            "background:#ffffff;background:linear-gradient(#fff,#eee)",
            "background-color:#fff;background-image:url(a.png)",
            "width:50%;width:calc(50% - 8px)", "color:#222;color:rgba(0,0,0,.9)", "font-family:'1rem var(--x)'",
            "margin:15rempx", "display:none;opacity:0;visibility:hidden",
        ])
    func supported(style: String) throws {
        #expect(try messages(style) == [])
    }

    @Test("A fallback that is no better is none, and neither is one that comes after")
    func noFallback() throws {
        #expect(try messages("width:calc(1px + 1px);width:calc(2px + 1px)").count == 1)
        #expect(try messages("background:linear-gradient(#fff,#eee);background-color:#fff").count == 1)
    }

    @Test("The attribute for the background is a fallback too")
    func attribute() throws {
        #expect(try messages("background:linear-gradient(#fff,#eee)", attributes: " bgcolor=\"#ffffff\"") == [])
    }

    @Test("Of rules, one that fetches more styles is told, and what only adds is not")
    func rules() throws {
        #expect(try messages("", head: "<style>@import url(x.css);</style>") == ["@import is not applied by Gmail"])
        let additions = "/* @import */ @media (max-width:1px){p{display:flex}} @font-face{src:url(\"@import\")}"
        #expect(try messages("", head: "<style>\(additions)</style>") == [])
    }

    @Test("Many issues give one warning, since it is one template")
    func once() throws {
        let issues = [
            try checkedIssue("<p style=\"display:flex\">a</p>"), try checkedIssue("<b style=\"display:flex\">b</b>"),
        ]
        #expect(DiagnosticLog(issues.flatMap { $0.diagnostics() }).sorted.count == 1)
    }
}
