import Diagnostics
import Testing

@testable import Markup

@Suite("Destinations that are not allowed")
struct URLSafetyTests {
    @Test(
        "A scheme that could run code is an error however it is disguised, and the link leads nowhere",
        arguments: [
            "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](<java script:alert(1)>)",
            "[x](java&#10;script:alert(1))", "[x](java&Tab;script:alert(1))", "[x](&#x6A;avascript:alert(1))",
            "[x](javascript&colon;alert(1))", "[x](javascript\\:alert(1))", "[x](\u{1}javascript:alert(1))",
            "[x](java\u{7F}script:alert(1))", "[x](< javascript:alert(1)>)", "[x](<&#32;javascript:alert(1)>)",
            "[x](vbscript:x)", "[x](data:text/html;base64,PHM+)",
            "[x](file:///etc/passwd)",
            "<javascript:alert(1)>", "![x](javascript:alert(1))", "![x](data:image/svg+xml,x)",
            "[x][r]\n\n[r]: javascript:alert(1)", "![x][r]\n\n[r]: DATA:x", "[![x](a.png)](vbscript:x)",
            "# [x](javascript:alert(1))", "| [x](javascript:alert(1)) |\n|---|", "ftp://example.org",
            "xmpp:a@example.org",
        ])
    func forbidden(text: String) throws {
        let (html, log) = resolved(text)
        #expect(log.diagnostics.count == 1)
        #expect(log.diagnostics.first?.message.hasPrefix("a link may not use ") == true)
        #expect(html.contains("href=\"\"") || html.contains("src=\"\""))
        let tree = try MarkupTree.parseHTML(html, isFragment: true)
        for node in try tree.xpath("//*[@href or @src]") {
            let destination = node[attribute: "href"] ?? node[attribute: "src"] ?? ""
            #expect(["", "a.png", "#x"].contains(destination))
        }
    }

    @Test("The error is at the destination, and names the scheme")
    func place() throws {
        let diagnostic = try #require(resolved("One\ntwo é [x](vbscript:y)").log.diagnostics.first)
        #expect(diagnostic.location == SourceLocation(line: 2, column: 11))
        #expect(diagnostic.message == "a link may not use vbscript:")
    }

    @Test(
        "Web, mail and telephone addresses stay as they are, and nobody is asked about them",
        arguments: [
            "https://example.org/a?b=c#d", "HTTP://EXAMPLE.ORG", "mailto:ana@example.org?subject=Hi",
            "tel:+1-207-555-0100",
            "//example.org/x",
        ])
    func allowed(destination: String) {
        let (html, log) = resolved("[x](\(destination)) ![x](\(destination))") { link in
            Issue.record("asked about \(link.destination)")
            return nil
        }
        #expect(log.isEmpty)
        #expect(html.contains("<a href=\"\(destination)\">x</a> <img src=\"\(destination)\""))
    }

    @Test(
        "What only looks like a scheme is a relative destination, and asked about",
        arguments: [
            "%6aavascript:alert(1)", "10:30.md", "a/javascript:x", "?javascript:x", "#a:b", ":x", "é:x", "./a:b.md",
            "\u{A0}javascript:x",
        ])
    func relative(destination: String) {
        var asked: [String] = []
        let log = resolved("[x](\(destination))") { link in
            asked.append(link.destination)
            return .keep
        }.log
        #expect(log.isEmpty)
        #expect(asked == [destination])
    }

    @Test(
        "A mail tool's merge tag stays byte for byte in links and images",
        arguments: [
            "*|UNSUB|*", "*|UNSUB:https://example.org/bye|*", "{{url}}", "{$unsubscribe}", "[[viewAsWebpage]]",
            "https://example.org/?u=*|EMAIL|*", "{{ url }}", "{{ url|default('x') }}",
        ])
    func mergeTags(tag: String) {
        let (html, log) = resolved("[x](<\(tag)> \"t\") ![y](<\(tag)>)") { _ in nil }
        #expect(log.isEmpty)
        #expect(html == "<p><a href=\"\(tag)\" title=\"t\">x</a> <img src=\"\(tag)\" alt=\"y\" /></p>\n")
    }

    @Test("What would end the attribute is escaped in a merge tag too")
    func mergeTagEscaping() {
        #expect(resolved("[x](<{{ a \"b\" & c }}>)").html == "<p><a href=\"{{ a &quot;b&quot; &amp; c }}\">x</a></p>\n")
    }

    @Test("A merge tag does not make a forbidden scheme allowed")
    func mergeTagAfterScheme() {
        let (html, log) = resolved("[x](javascript:*|A|*) [y](<data:{{ url }}>)")
        #expect(log.diagnostics.count == 2)
        #expect(html == "<p><a href=\"\">x</a> <a href=\"\">y</a></p>\n")
    }
}
