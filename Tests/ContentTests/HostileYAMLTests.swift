import Testing

@Suite("YAML that no author writes")
struct HostileYAMLTests {
    let file = "schools/oak/plan.yaml"

    @Test("Aliases that would multiply are refused before anything is built of them", arguments: [" ", "\t", "\n "])
    func aliasBomb(blank: String) throws {
        var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<30 {
            let aliases = (0..<10).map { _ in "\(blank)*a\(level - 1)" }.joined(separator: ",")
            yaml += "a\(level):\(blank)&a\(level) [\(aliases)]\n"
        }
        try expectText([file: yaml], contains: "is not read here; write the value out")
    }

    @Test(
        "Nesting of ten thousand levels is refused, in brackets, by indentation and in lists of lists",
        arguments: ["flow", "maps", "block", "dashes", "keys", "returns"])
    func nesting(style: String) throws {
        let depth = 10_000
        let yaml =
            switch style {
            case "flow": "a: " + String(repeating: "[", count: depth)
            case "maps": "a: " + String(repeating: "{a: ", count: depth)
            case "block": (0..<2000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
            case "dashes": "a:\n" + String(repeating: "- ", count: depth) + "x"
            case "keys": String(repeating: "? ", count: depth) + "x"
            default: (0..<2000).map { String(repeating: " ", count: $0) + "a:\r" }.joined()
            }
        let messages = try ContentSample([file: yaml]).messages()
        #expect(messages.count == 1)
        #expect(messages.first?.hasPrefix("Content/\(file):") == true)
    }

    @Test(
        "Brackets hidden from a count by quotation marks and comments are refused too",
        arguments: ["[\"]\", ", "[ # ]\n"])
    func hiddenNesting(piece: String) throws {
        let yaml = "a: " + String(repeating: piece, count: 10_000)
        // Two schools are read on threads of their own, whose stacks are smaller than the main one.
        let sample = try ContentSample([
            file: yaml, "schools/elm/school.yaml": ContentSample.school, "schools/elm/plan.yaml": yaml,
        ])
        #expect(sample.read(jobs: 8).log.diagnostics.count == 2)
    }

    @Test("Lists of a thousand entries side by side are no nesting")
    func wide() throws {
        let points = (0..<1000).map { "  - {id: c\($0), title: \"A [1]\", evidence: \"[x] it's\"}\n" }.joined()
        try expectMessages([file: "challenges:\n" + points])
    }

    @Test("A megabyte of text is read, and a megabyte of nonsense is told in a short message")
    func large() throws {
        let text = String(repeating: "word ", count: 200_000)
        try expectMessages(["pages/a.md": ContentSample.page("summary: \(text)")])
        for nonsense in [text, String(repeating: "x", count: 1 << 20), "*" + String(repeating: "x", count: 1 << 20)] {
            let diagnostics = try ContentSample(["pages/a.md": ContentSample.page("order: \(nonsense)")]).text()
            #expect(!diagnostics.isEmpty && diagnostics.count < 1000)
        }
    }

    @Test("A key with a megabyte for a name is told in a short message")
    func longKey() throws {
        let yaml = "? \(String(repeating: "k", count: 1 << 20))\n: x\n"
        #expect(try (1..<1000).contains(ContentSample([file: yaml]).text().count))
    }
}
