import Testing

@testable import Markup

@Suite("Markdown as plain text")
struct PlainTextTests {
    func plain(_ text: String, width: Int = 72) -> String {
        document(text).plainText(width: width)
    }

    @Test("Headings are underlined, markup goes and paragraphs stay apart")
    func paragraphs() {
        #expect(
            plain("# Fall *news*\n\nWe **met** `twice`.\n\n## Next\n\n### Later")
                == "Fall news\n=========\n\nWe met twice.\n\nNext\n----\n\nLater\n")
        #expect(plain("#\n\ntext") == "text\n")
    }

    @Test("A tag of a mail tool is never broken, and the words beside it go with it")
    func tags() {
        let tags = [
            "{{ contact.NAME | default: \"you\" }}", "{% if a > 1 %}", "*|IF:A = b c|*", "[[First OR \"you\"]]",
        ]
        for tag in tags {
            #expect("one two (\(tag)) three {{ four".wrapped(to: 10) == ["one two", "(\(tag))", "three {{", "four"])
        }
    }

    @Test("Lines are wrapped at the width, longer words stay whole, and hard breaks are kept")
    func wrapping() {
        let text =
            "The quick survey of every school ended in a report\\\nand thisisonewordthatislongerthanaline fits nowhere"
        let lines = plain(text, width: 24).split(separator: "\n").map(String.init)
        #expect(
            lines == [
                "The quick survey of", "every school ended in a", "report", "and", "thisisonewordthatislongerthanaline",
                "fits nowhere",
            ])
    }

    @Test("Links are notes at the end, each address once, and addresses that are their own text need none")
    func links() {
        let text = "See [the plan](https://e.org/p) and [again](https://e.org/p), [b](/b), <https://e.org> or a@e.org."
        #expect(
            plain(text, width: 200)
                == "See the plan [1] and again [1], b [2], https://e.org or a@e.org.\n\n[1] https://e.org/p\n[2] /b\n")
    }

    @Test("Lists, tasks and quotes keep their shape")
    func lists() {
        let text = "Do:\n\n- one\n  - deep\n- [x] done\n- [ ] open\n\n7. seven\n8. eight\n\n> said\n>\n> more\n"
        #expect(
            plain(text)
                == "Do:\n\n- one\n  - deep\n- [x] done\n- [ ] open\n\n7. seven\n8. eight\n\n> said\n>\n> more\n")
    }

    @Test("Continued lines of an item are indented, and an empty item keeps its marker")
    func items() {
        #expect(plain("10. one two three four five six\n", width: 24) == "10. one two three four\n    five six\n")
        #expect(plain("- a\n-\n- c\n") == "- a\n-\n- c\n")
    }

    @Test("Code keeps its lines and its spaces")
    func code() {
        #expect(plain("```\na  b\n\n  c\n```") == "a  b\n\n  c\n")
    }

    @Test("A table keeps its columns, and one wider than the page is told row by row")
    func tables() {
        let table = "| Wave | Mean |\n|---|--:|\n| baseline | 3 |\n| é | 4 |\n"
        #expect(plain(table) == "Wave      Mean\n--------  ----\nbaseline  3\né         4\n")
        #expect(
            plain(table, width: 10)
                == "Wave: baseline\nMean: 3\n\nWave: é\nMean: 4\n".replacing("Wave: baseline", with: "Wave:\nbaseline"))
    }

    @Test("An image is its alternative text")
    func images() {
        #expect(plain("![A red gate](g.png)") == "A red gate\n")
    }

    @Test("A footnote has the number it is referred to by")
    func footnotes() {
        #expect(
            plain("One[^b] two[^a].\n\n[^a]: Of a.\n[^b]: Of b,\n    at length.\n")
                == "One[note 1] two[note 2].\n\n[note 1] Of b, at length.\n\n[note 2] Of a.\n")
    }

    @Test("Entities are the characters they stand for")
    func entities() {
        #expect(plain("Oak &amp; Elm &lt;3 &eacute;") == "Oak & Elm <3 é\n")
    }
}
