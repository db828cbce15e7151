import Diagnostics
import Foundation
import Parallel
import TestSupport
import Testing

@testable import PDF

@Suite(
    "WeasyPrint itself",
    .enabled(if: RealEngine.isInstalled, "WeasyPrint is not installed; Scripts/setup --pdf does it"))
struct RealEngineTests {
    @Test("A PDF is tagged PDF/UA-1 with language, title, bookmarks and tags for headings, tables and pictures")
    func tagged() throws {
        let pdf = try RealEngine.read(PDFPrinter().print(RealEngine.booklet("Oak"), name: "a"))
        #expect(pdf.isMarked && pdf.part == "1" && pdf.language == "en" && pdf.title == "Oak booklet")
        #expect(pdf.bookmarks == ["Oak", "Oak section 1"])
        #expect(Set(["/H1", "/H2", "/P", "/Table", "/TH", "/TD", "/Figure", "/Link"]).isSubset(of: pdf.tags))
    }

    @Test("A booklet alone is byte-identical to itself beside 50 others, and has no word of theirs")
    func apart() throws {
        let marks = (0..<51).map { "Mark\(String($0 + 7_000_003, radix: 36))" }
        let together = try PDFPrinter()
        let pdfs = try marks.concurrentMap(jobs: 4) { mark in
            Result { try together.print(RealEngine.booklet(mark), name: mark) }
        }.map { try $0.get() }
        for index in [0, 25, 50] {
            #expect(try PDFPrinter().print(RealEngine.booklet(marks[index]), name: "alone") == pdfs[index])
            let contents = try RealEngine.read(pdfs[index])
            let text = (contents.pages + contents.bookmarks + [contents.title ?? ""]).joined(separator: "\n")
            #expect(text.contains(marks[index]))
            for (other, mark) in marks.enumerated() where other != index {
                #expect(!text.contains(mark))
                #expect(pdfs[index].firstRange(of: Array(mark.utf8)) == nil)
            }
        }
    }

    @Test(
        "Nothing is fetched: a picture that is not inside the HTML is an error",
        arguments: ["file:///etc/hostname", "http://127.0.0.1:9/a.png", "a.png"])
    func fetching(source: String) throws {
        let html = "<html lang=en><title>T</title><p><img alt=x src=\"\(source)\"></p></html>"
        let log = #expect(throws: DiagnosticLog.self) { try PDFPrinter().print(html, name: "a") }
        #expect(log?.diagnostics.first?.message.hasPrefix("the PDF engine reports") == true)
    }

    @Test("An engine that is stopped in the middle leaves the next booklet right")
    func afterTimeOut() throws {
        var options = PDFOptions()
        options.timeLimit = 0.05
        let log = #expect(throws: DiagnosticLog.self) {
            try PDFPrinter(options).print(RealEngine.booklet("Oak", pages: 40), name: "a")
        }
        #expect(log?.diagnostics.first?.message.contains("0.05 seconds") == true)
        #expect(try PDFPrinter().print(RealEngine.booklet("Elm"), name: "a").starts(with: "%PDF-1.7".utf8))
    }

    @Test("Folded sheets show the pages in order: 5 pages on two sheets, the last three sides blank")
    func imposition() throws {
        var options = PDFOptions()
        options.imposes = true
        let printer = try PDFPrinter(options)
        let html = (1...5).map { "<p style=\"break-after: page\">Page\($0)</p>" }.joined()
        let flat = try printer.print("<html lang=en><title>T</title>\(html)</html>", name: "a")
        let count = try RealEngine.read(flat).pages.count
        let sheets = try printer.impose(flat, name: "a")
        let contents = try RealEngine.read(sheets)
        #expect(count == 5 && contents.pages.count == 4)
        // Front and back of the outer sheet, then of the inner one: 8 and 1, 2 and 7, 6 and 3, 4 and 5.
        #expect(
            contents.pages.map { $0.split(whereSeparator: \.isWhitespace).map(String.init) } == [
                ["Page1"], ["Page2"], ["Page3"], ["Page4", "Page5"],
            ])
        #expect(contents.tags.isEmpty && contents.title == "T (for printing)")
        #expect(try printer.impose(flat, name: "a") == sheets)
    }

    @Test("The imposed sheets are twice as wide as the paper, which is what the style says")
    func paper() throws {
        var options = PDFOptions()
        options.imposes = true
        let printer = try PDFPrinter(options)
        let html = RealEngine.booklet("Oak").replacing("size: Letter", with: "size: A4")
        let flat = try printer.print(html, name: "a")
        #expect(try RealEngine.read(flat).sizes[0].map { $0.rounded() } == [595, 842])
        #expect(try RealEngine.read(printer.impose(flat, name: "a")).sizes[0].map { $0.rounded() } == [1191, 842])
    }

    @Test("A name of 200 characters, and one in Arabic, have all their letters")
    func names() throws {
        for name in [String(repeating: "Longwood ", count: 22), "مدرسة الأمل الثانوية"] {
            let pdf = try RealEngine.read(PDFPrinter().print(RealEngine.booklet(name), name: "a"))
            #expect(pdf.title?.hasPrefix(name.trimmingCharacters(in: .whitespaces)) == true)
            #expect(!pdf.pages[0].contains("\u{FFFD}"))
        }
    }
}
