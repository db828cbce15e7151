import TestSupport
import Testing

@testable import Diagnostics

@Suite("Diagnostics")
struct DiagnosticTests {
    let file = SourceFile(path: "Content/a.md", text: "one\ntwö three\nfour\r\n")

    @Test("A diagnostic shows its place, the line, a caret and the hint")
    func text() {
        let diagnostic = file.diagnostic(at: SourceLocation(line: 2, column: 5), "no such thing", hint: "try two")
        #expect(
            diagnostic.text == """
                Content/a.md:2:5: error: no such thing
                 2 | twö three
                   |     ^
                  hint: try two
                """)
    }

    @Test("Columns count characters, not bytes")
    func columns() {
        #expect(file.location(ofByte: 9) == SourceLocation(line: 2, column: 5))
    }

    @Test("A confidential file is never quoted")
    func confidential() {
        let file = SourceFile(path: "a.csv", text: "secret answer", isConfidential: true)
        #expect(file.diagnostic(at: .start, "wrong").excerpt == nil)
    }

    @Test("A very long line is cut to a window around the caret")
    func longLine() throws {
        let file = SourceFile(path: "a.md", text: String(repeating: "x", count: 1_000_000) + "HERE")
        let excerpt = try #require(file.diagnostic(atByte: 1_000_000, "here").excerpt)
        #expect(excerpt.text.count <= SourceFile.excerptWidth + 2)
        #expect(Array(excerpt.text)[excerpt.caret] == "H")
    }

    @Test("A line past the end of the file has no excerpt")
    func pastEnd() {
        #expect(file.diagnostic(at: SourceLocation(line: 99), "wrong").excerpt == nil)
    }

    @Test("Diagnostics come sorted by file and place, each once")
    func sorting() {
        let first = file.diagnostic(at: SourceLocation(line: 1), "b")
        let second = file.diagnostic(at: SourceLocation(line: 2), "a")
        #expect(DiagnosticLog([second, first, second]).sorted == [first, second])
    }

    @Test("A line end or a terminal's command in a file's name is shown as a mark")
    func controlCharacters() {
        let diagnostic = Diagnostic(path: "a\nb\u{1B}[31m.md", message: "wrong")
        #expect(diagnostic.text == "a\u{FFFD}b\u{FFFD}[31m.md: error: wrong")
    }

    @Test("JSON has every field of the text, absent ones as null")
    func json() throws {
        let json = try DiagnosticLog([Diagnostic(.warning, path: "Content", message: "empty")]).json()
        #expect(json.contains("\"severity\" : \"warning\""))
        #expect(json.contains("\"line\" : null"))
    }

    @Test(
        "A mistyped name finds its nearest neighbour",
        arguments: [("sumary", "summary"), ("titel", "title"), ("og_image", "og-image"), ("Date", "date")])
    func nearest(typed: String, meant: String) {
        #expect(NearestName.match(for: typed, among: ["title", "summary", "date", "og-image"]) == meant)
    }

    @Test("A name that is like nothing known gets the list instead of a guess")
    func noNeighbour() {
        #expect(NearestName.match(for: "zzzzzz", among: ["title"]) == nil)
        #expect(NearestName.hint(for: "zzzzzz", among: ["title", "date"]) == "known: title, date")
    }

    @Test("The nearest name is the one that comparing every letter finds")
    func nearestByDefinition() {
        var generator = SeededGenerator(seed: 7)
        func word() -> String {
            String(
                (0..<Int.random(in: 0...5, using: &generator)).map { _ in
                    "abAc-é".randomElement(using: &generator) ?? "a"
                })
        }
        for _ in 0..<300 {
            let name = word()
            let candidates = (0..<6).map { _ in word() }
            let near = candidates.map { ($0, distance(Array(name.lowercased()), Array($0.lowercased()))) }
                .filter { $1 <= max(1, max(name.count, $0.count) / 3) }
            let best = near.min { $0.1 < $1.1 }?.0
            #expect(NearestName.match(for: name, among: candidates) == best, "\(name) among \(candidates)")
        }
    }

    /// Optimal string alignment, by its definition.
    private func distance(_ left: [Character], _ right: [Character]) -> Int {
        guard let last = left.last, let other = right.last else { return max(left.count, right.count) }
        let (before, otherBefore) = (left.dropLast(), right.dropLast())
        var best = min(distance(Array(before), right), distance(left, Array(otherBefore))) + 1
        best = min(best, distance(Array(before), Array(otherBefore)) + (last == other ? 0 : 1))
        if before.last == other, otherBefore.last == last {
            best = min(best, distance(Array(before.dropLast()), Array(otherBefore.dropLast())) + 1)
        }
        return best
    }
}
