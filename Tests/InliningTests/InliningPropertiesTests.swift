import TestSupport
import Testing

@Suite("What holds of every document")
struct InliningPropertiesTests {
    /// A document that is put together of parts, whether they fit or not.
    private func document(_ generator: inout SeededGenerator) -> String {
        let css = [
            "p{", "}", ".a,", ".b{", "color:red;", "color:var(--c);", "--c:blue;", "margin:1px;",
            "margin-top:2px !important;",
            "a:hover{", "@media print{", "\"", "'", "/*", "*/", "url(", ")", "td>", ":not(.a)", "@import 'x';", ";",
        ]
        let html = [
            "<p>", "<p class=a>", "<p class='a b' style='color:lime'>", "</p>", "<table>", "<td class=b>", "</table>",
            "<b>",
            "</b>", "{{ x }}", "{% if a %}", "<!--[if mso]>", "<![endif]-->", "text", "<a href='{{ u }}'>", "< ",
            "&amp;",
            "<p style=\"content:'\">", "\n", "<img width=3>", "<v:rect a=b/>",
        ]
        func some(_ parts: [String], _ most: Int) -> String {
            (0..<Int.random(in: 0...most, using: &generator)).map { _ in
                parts.randomElement(using: &generator) ?? ""
            }.joined()
        }
        let style = "<style>\(some(css, 20))</style>"
        return some(html, 4) + style + some(html, 20)
    }

    @Test("To inline a second time changes nothing")
    func idempotent() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<1_500 {
            let html = document(&generator)
            let once = Inlined.html(html)
            #expect(Inlined.html(once) == once, "\(html)")
        }
    }

    @Test("Outside of start tags and style elements no byte changes")
    func otherBytes() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<1_500 {
            let html = document(&generator)
            #expect(Markers.outside(Inlined.html(html)) == Markers.outside(html), "\(html)")
        }
    }

    @Test("Any bytes are taken")
    func anyBytes() {
        var generator = SeededGenerator(seed: 9)
        for _ in 0..<2_000 {
            let bytes = (0..<Int.random(in: 0...200, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            let signs = bytes.map { Array("<>/=\"'{}%*|!-[]style;:.#p \n&".utf8)[Int($0) % 28] }
            #expect(Inlined.bytes(bytes) == bytes)
            let once = Inlined.bytes(signs)
            #expect(Inlined.bytes(once) == once, "\(String(decoding: signs, as: UTF8.self))")
        }
    }
}
