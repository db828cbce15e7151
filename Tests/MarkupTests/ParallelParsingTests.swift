import Parallel
import TestSupport
import Testing

@testable import Markup

/// libcmark-gfm's parsers share a table of special characters, see `CMark`.
@Suite("Markdown on many threads")
struct ParallelParsingTests {
    /// A document of what libcmark-gfm's extensions read.
    static func text(seed: Int) -> String {
        var random = SeededGenerator(seed: seed)
        let parts: [(Int) -> String] = [
            { "Was ~~\($0)~~ and is *\($0 + 1)*." },
            { "See www.example\($0).org, https://example.org/\($0)?a=b&c and ~x\($0)~." },
            { "Write to p\($0)@example.org or <q\($0)@example.org>." },
            { "| a~~\($0)~~ | b |\n|:--|--:|\n| www.x\($0).org | `~` |" },
            { "Noted[^n\($0)].\n\n[^n\($0)]: ~~Old~~ http://n\($0).org note." },
            { "- [ ] ~~task~~ \($0)\n- [x] r\($0)@example.org" },
            { "## Heading ~~\($0)~~ w:~www" },
            { "> a \\~~\($0)~~ **b** ~~c\n> d~~" },
            { "    ~~code~~ \($0)" },
        ]
        return (0..<3 + random.number(below: 8)).map { _ in
            random.element(of: parts)(random.number(below: 1000))
        }.joined(separator: "\n\n")
    }

    @Test("Thousands of documents come out the same on one thread and on twelve, with every extension at work")
    func sameBytes() {
        let texts = (0..<4000).map(Self.text(seed:))
        let one = texts.map { html($0) }
        for _ in 0..<2 {
            let many = texts.concurrentMap(jobs: 12) { html($0) }
            #expect(many == one)
        }
        for (text, rendered) in zip(texts, one) {
            if text.contains("Was ~~") { #expect(rendered.contains("<p>Was <del>")) }
            if text.contains("See www") { #expect(rendered.contains("See <a href=\"http://www.example")) }
            if text.contains("Write to p") { #expect(rendered.contains("Write to <a href=\"mailto:p")) }
            if text.contains("Noted") { #expect(rendered.contains("<del>Old</del> <a href=\"http://n")) }
        }
    }

    @Test("Documents of different extensions, parsed at once, each have their own and no others")
    func differentExtensions() {
        let sets: [Set<MarkdownExtension>] = [
            [], [.strikethrough], [.autolink], [.table, .tasklist], MarkdownExtension.standard,
        ]
        let render: @Sendable (Int) -> String = { index in
            html("~~a~~ www.example.org p@example.org\n\n| ~~b~~ |\n|---|\n\n- [x] c") {
                $0.extensions = sets[index % sets.count]
            }
        }
        let indices = Array(0..<3000)
        let one = indices.prefix(sets.count).map(render)
        #expect(Set(one).count == sets.count)
        #expect(one[0].hasPrefix("<p>~~a~~ www.example.org p@example.org</p>"))
        let many = indices.concurrentMap(jobs: 12, render)
        #expect(indices.allSatisfy { many[$0] == one[$0 % sets.count] })
    }

    @Test("Links are resolved and plain text is written the same on many threads")
    func wholeDocuments() {
        let texts = (0..<500).map { "# T\($0)\n\n[a](a\($0).md) ![b](b.png) " + Self.text(seed: $0) }
        let read: @Sendable (String) -> [String] = { text in
            let result = resolved(text) { .replace(url: "/" + $0.destination) }
            let document = document(text)
            return [result.html, result.log.text, document.plainText(), document.headings.map(\.id).joined()]
        }
        #expect(texts.concurrentMap(jobs: 12, read) == texts.map(read))
    }
}
