import Diagnostics
import Testing

@testable import Newsletter

@Suite("Contrast of an issue")
struct ContrastTests {
    /// The contrasts that are too little, as they are told.
    private func contrasts(_ html: String) throws -> [String] {
        messages(try checkedIssue(html)).compactMap { message in
            message.firstRange(of: "#").map { String(message[$0.lowerBound...]) }
        }
    }

    @Test("The contrast of two colors is that of WCAG")
    func ratio() throws {
        // Reference: WCAG 2.2 defines 21 for black on white; 4.48 and 4.54 of these grays are what WebAIM's checker gives.
        let gray = try #require(MailColor("#777777", over: .white))
        #expect(MailColor.black.contrast(with: .white) == 21)
        #expect(abs(gray.contrast(with: .white) - 4.48) < 0.005)
        #expect(abs(try #require(MailColor("#767676", over: .white)).contrast(with: .white) - 4.54) < 0.005)
    }

    @Test(
        "Colors are read in every form",
        arguments: [
            ("#abc", "#aabbcc"), ("#AABBCC", "#aabbcc"), ("#aabbccff", "#aabbcc"), ("#00000080", "#7f7f7f"),
            ("rgb(1, 2, 3)", "#010203"), ("rgb(1 2 3)", "#010203"), ("rgba(0,0,0,0.5)", "#808080"),
            ("rgb(0 0 0 / 50%)", "#808080"), ("rgb(100%, 0%, 0%)", "#ff0000"), ("hsl(120, 100%, 25%)", "#008000"),
            ("hsl(240deg 100% 50%)", "#0000ff"), ("hsl(-120 100% 50%)", "#0000ff"), ("Red", "#ff0000"),
            ("rebeccapurple", "#663399"),
        ])
    func colors(text: String, color: String) throws {
        #expect(MailColor(text, over: .white)?.text == color)
    }

    @Test(
        "What is no color is none",
        arguments: ["", "#", "#12", "#gggggg", "transparent", "rgb(1,2)", "reddish", "rgb(", "#１２３"])
    func noColors(text: String) {
        #expect(MailColor(text, over: .white) == nil)
    }

    @Test("Text is held against what is behind it, through all that is around it")
    func ancestors() throws {
        let gray = "<p style=\"color:#777777\">Gray</p>"
        #expect(try contrasts(gray) == ["#777777 on #ffffff has a contrast of 4.4 to 1, and 4.5 are needed"])
        #expect(
            try contrasts("<div style=\"background:#000\"><table><tr><td>\(gray)</td></tr></table></div>")
                == [])
        #expect(
            try contrasts("<div style=\"color:#999\"><p><b>Gray</b></p></div>").first?.hasPrefix("#999999 on #ffffff")
                == true)
        #expect(
            try contrasts("<table bgcolor=\"#333333\"><tr><td>Dark</td></tr></table>").first?.hasPrefix(
                "#000000 on #333333") == true)
        #expect(try contrasts("<table bgcolor=\"#333333\"><tr><td style=\"color:#fff\">Light</td></tr></table>") == [])
        #expect(try contrasts("<p><font color=\"#cccccc\">Light</font></p>").first?.hasPrefix("#cccccc") == true)
    }

    @Test("A link is blue where nothing else is said, and needs its own color on a dark ground")
    func links() throws {
        let link = "<a href=\"https://x.example/\">The report</a>"
        #expect(
            try contrasts("<p style=\"color:#fff;background:#000\">Text \(link)</p>").first?.hasPrefix(
                "#0000ee on #000000") == true)
        #expect(
            try contrasts(
                "<p style=\"color:#fff;background:#000\">\(link.replacing("<a", with: "<a style='color:#fff'"))</p>")
                == [])
    }

    @Test("Large text needs 3 to 1")
    func large() throws {
        for (style, isEnough) in [
            ("font-size:24px", true), ("font-size:18pt", true), ("font-size:23px", false),
            ("font-size:19px;font-weight:700", true),
            ("font-size:18px;font-weight:bold", false), ("font:bold 20px/1.2 Arial", true), ("font-size:150%", true),
            ("font-size:1.4em", false),
        ] {
            #expect(try contrasts("<p style=\"color:#888;\(style)\">Gray</p>").isEmpty == isEnough, "\(style)")
        }
        #expect(try contrasts("<h1 style=\"color:#888\">Gray</h1>") == [])
        #expect(try contrasts("<h2 style=\"color:#888\">Gray</h2>") == [])
        #expect(try contrasts("<h4 style=\"color:#888\">Gray</h4>").count == 1)
    }

    @Test(
        "Hidden text and text over a picture are not held against anything",
        arguments: [
            "<div style=\"display:none;color:#fff\">Inside.</div>",
            "<div style=\"font-size:1px;color:#f1ede3\">Inside.</div>",
            "<div style=\"max-height:0;overflow:hidden;color:#fff\">Inside.</div>",
            "<div hidden style=\"color:#fff\">x</div>",
            "<div style=\"background:url(https://x.example/a.png)\"><p style=\"color:#fff\">Over</p></div>",
            "<p style=\"color:#fff\">&nbsp;&zwnj;\u{34F}&nbsp;</p>",
            "<p style=\"color:#fff\"><img src=\"https://x.example/a.png\" alt=\"x\"></p>",
        ])
    func hidden(html: String) throws {
        #expect(try contrasts(html) == [])
    }

    @Test("Columns in a cell without a size of text have their own")
    func columns() throws {
        let column = "<div style=\"font-size:16px;color:#bbb\">Light</div>"
        #expect(
            try contrasts("<table><tr><td style=\"font-size:0;color:#fff\"> x \(column)</td></tr></table>").count == 1)
    }

    @Test("A picture with a color behind it is held against the color")
    func fallback() throws {
        let picture = "url(https://x.example/a.png)"
        for style in ["background:#000 \(picture)", "background-color:#000;background-image:\(picture)"] {
            #expect(
                try contrasts("<div style=\"\(style)\">Over</div>").first?.hasPrefix("#000000 on #000000") == true,
                "\(style)")
        }
    }

    @Test("Of two declarations the last wins, or the important one")
    func cascade() throws {
        #expect(try contrasts("<p style=\"color:#999;color:#000\">x</p>") == [])
        #expect(try contrasts("<p style=\"color:#999!important;color:#000\">x</p>").count == 1)
    }

    @Test("Each pair of colors is told once, at the first text that has it")
    func once() throws {
        let issue = try checkedIssue(
            "<p style=\"color:#999\">One two</p><p style=\"color:#999\">Three</p>",
            markdown: "Text\n\nOne *two*\n\nThree")
        #expect(messages(issue).map { $0.prefix(12) } == ["one.md:8:1: "])
    }
}
