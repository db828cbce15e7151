import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import PDF

@Suite("Printing with Chromium", .enabled(if: Fonts.areInstalled, "the Noto fonts are not installed"))
struct ChromiumTests {
    static let isInstalled = !EngineSearch().chromiums.isEmpty

    /// A program that tells a version as Chromium does, and else does what a shell is told.
    func fake(_ command: String, in folder: TemporaryFolder) throws -> PDFOptions {
        try folder.write(
            "chromium", "#!/bin/sh\nif [ \"$1\" = --version ]; then echo Chromium 1; exit; fi\n\(command)\n")
        chmod(folder.path + "/chromium", 0o755)
        var options = PDFOptions()
        options.engine = .chromium
        options.enginePath = folder.path + "/chromium"
        return options
    }

    @Test("A crash, or an end without a PDF, is told of its booklet", arguments: ["kill -9 $$", "exit 0", "exit 1"])
    func crashing(command: String) throws {
        let folder = try TemporaryFolder()
        let printer = try PDFPrinter(fake(command, in: folder))
        let log = #expect(throws: DiagnosticLog.self) { try printer.print("<p>", name: "oak") }
        #expect(log?.diagnostics.map(\.path) == ["oak"])
    }

    @Test("A hang is ended when the time is over")
    func hanging() throws {
        let folder = try TemporaryFolder()
        var options = try fake("echo $$ >\(folder.path)/id; while :; do :; done", in: folder)
        options.timeLimit = 0.5
        let printer = try PDFPrinter(options)
        let log = #expect(throws: DiagnosticLog.self) { try printer.print("<p>", name: "oak") }
        #expect(log?.diagnostics.first?.message.contains("0.5 seconds") == true)
        let process = Int32(folder.text("id")?.trimmingCharacters(in: .whitespacesAndNewlines) ?? "")
        if let process { #expect(kill(process, 0) != 0) }
    }

    @Test("A program that is no Chromium is told as such")
    func other() {
        var options = PDFOptions()
        options.engine = .chromium
        options.enginePath = "/bin/false"
        let log = #expect(throws: DiagnosticLog.self) { try PDFPrinter(options) }
        #expect(log?.diagnostics.map(\.path) == ["/bin/false"])
    }

    @Test("The moment of making is taken out, and nothing else is changed")
    func clock() {
        let pdf = "a /CreationDate (D:20261125090649+00'00')\n/ModDate (D:20261125090649+00'00') b /ModDate (D:2026"
        let expected =
            "a /CreationDate (D:20000101000000+00'00')\n/ModDate (D:20000101000000+00'00') b /ModDate (D:2026"
        #expect(String(decoding: Array(pdf.utf8).withoutClock, as: UTF8.self) == expected)
    }

    @Test(
        "Chromium itself makes a tagged PDF with bookmarks, the same each time",
        .enabled(if: isInstalled && RealEngine.isInstalled, "Chromium or WeasyPrint is not installed"))
    func real() throws {
        var options = PDFOptions()
        options.engine = .chromium
        let html = RealEngine.booklet("Oak")
        let pdf = try PDFPrinter(options).print(html, name: "a")
        let contents = try RealEngine.read(pdf)
        #expect(contents.isMarked && contents.language == "en" && contents.title == "Oak booklet")
        #expect(contents.sizes[0].map { $0.rounded() } == [612, 792])
        #expect(contents.bookmarks.contains("Oak section 1"))
        #expect(try PDFPrinter(options).print(html, name: "a") == pdf)
    }
}
