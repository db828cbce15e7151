import Diagnostics
import Foundation
import Parallel
import TestSupport
import Testing

@testable import PDF

/// A printer with a fake engine, and with the machine's fonts.
func printer(
    _ engine: FakeEngine, timeLimit: Double = 60, rendersPerWorker: Int = 50, imposes: Bool = false
) throws -> PDFPrinter {
    var options = PDFOptions()
    options.enginePath = engine.path
    options.timeLimit = timeLimit
    options.rendersPerWorker = rendersPerWorker
    options.imposes = imposes
    return try PDFPrinter(options)
}

@Suite("Printing to PDF", .enabled(if: Fonts.areInstalled, "the Noto fonts are not installed"))
struct PDFPrinterTests {
    @Test("One warm process serves one request after another, and no process outlives its printer")
    func warm() throws {
        let engine = try FakeEngine(.echoes)
        var printer: PDFPrinter? = try printer(engine)
        for number in 0..<5 {
            #expect(try printer?.print("page \(number)", name: "a") == Array("%PDF-page \(number)".utf8))
        }
        #expect(engine.processes.count == 1)
        printer = nil
        #expect(engine.processes.allSatisfy { kill($0, 0) != 0 })
    }

    @Test("A process is replaced after its number of PDFs")
    func replaced() throws {
        let engine = try FakeEngine(.echoes)
        let printer = try printer(engine, rendersPerWorker: 2)
        for _ in 0..<5 { _ = try printer.print("page", name: "a") }
        #expect(engine.processes.count == 3)
        #expect(engine.processes.dropLast().allSatisfy { kill($0, 0) != 0 })
    }

    @Test("Large booklets pass whole in both directions")
    func large() throws {
        let html = String(repeating: "0123456789abcdef", count: 1 << 18)
        let engine = try FakeEngine(.echoes)
        let pdf = try printer(engine).print(html, name: "a")
        #expect(pdf.count == html.utf8.count + 5)
        #expect(pdf.suffix(16) == Array("0123456789abcdef".utf8)[...])
    }

    @Test("A crash is told of its booklet, with the engine's last words, and the others are made")
    func crashing() throws {
        let engine = try FakeEngine(.crashesAtWord)
        let printer = try printer(engine)
        let results = (0..<20).map { $0 }.concurrentMap(jobs: 3) { number in
            Result { try printer.print(number == 7 ? "crash" : "page \(number)", name: "school-\(number)") }
        }
        for (number, result) in results.enumerated() where number != 7 {
            #expect(try result.get() == Array("%PDF-page \(number)".utf8))
        }
        let log = #expect(throws: DiagnosticLog.self) { try results[7].get() }
        #expect(log?.diagnostics.map(\.path) == ["school-7"])
        #expect(log?.diagnostics.first?.message == "the PDF engine crashed twice: this page is too hard")
    }

    @Test("An engine that crashes once is started anew, and the booklet is made")
    func crashingOnce() throws {
        let engine = try FakeEngine(.crashesOnce)
        #expect(try printer(engine).print("page", name: "a") == Array("%PDF-page".utf8))
        #expect(engine.processes.count == 2)
    }

    @Test("An engine that hangs is stopped when the time is over, and the others are made")
    func hanging() throws {
        let engine = try FakeEngine(.hangsAtWord)
        let printer = try printer(engine, timeLimit: 2)
        let results = (0..<6).map { $0 }.concurrentMap(jobs: 2) { number in
            Result { try printer.print(number == 2 ? "standstill" : "page \(number)", name: "school-\(number)") }
        }
        let log = #expect(throws: DiagnosticLog.self) { try results[2].get() }
        #expect(log?.diagnostics.map(\.path) == ["school-2"])
        #expect(log?.diagnostics.first?.message == "the PDF engine was not done after 2 seconds and was stopped")
        for (number, result) in results.enumerated() where number != 2 {
            #expect(try result.get() == Array("%PDF-page \(number)".utf8))
        }
        #expect(engine.processes.contains { kill($0, 0) != 0 })
    }

    @Test(
        "An engine that talks no sense, or breaks off, is told as a crash",
        arguments: [FakeEngine.Behavior.babbles, .babblesJSON, .breaksOff])
    func garbage(behavior: FakeEngine.Behavior) throws {
        let engine = try FakeEngine(behavior)
        let log = #expect(throws: DiagnosticLog.self) { try printer(engine).print("page", name: "a") }
        #expect(log?.diagnostics.count == 1)
        #expect(log?.diagnostics.first?.message.hasPrefix("the PDF engine crashed twice") == true)
        #expect(engine.processes.allSatisfy { kill($0, 0) != 0 })
    }

    @Test(
        "What the engine can't do is told in one diagnostic",
        arguments: [
            (FakeEngine.Behavior.makesNoPDF, "the PDF engine made no PDF"),
            (.reports, "the PDF engine reports: no anchor #x"),
            (.givesUp, "the PDF engine gave up: TypeError: None"),
            (.fillsDisk, "there is no space left on the disk"),
        ])
    func failing(behavior: FakeEngine.Behavior, message: String) throws {
        let engine = try FakeEngine(behavior)
        let log = #expect(throws: DiagnosticLog.self) { try printer(engine).print("page", name: "a") }
        #expect(log?.diagnostics.map(\.message) == [message])
        // It answered, so that it is neither started nor asked a second time.
        #expect(engine.notes.count == 2)
    }

    @Test("Warnings are heard once each, without those about styles for screens")
    func warnings() throws {
        let engine = try FakeEngine(.warns)
        let printer = try printer(engine)
        for name in ["a", "b"] { _ = try printer.print("page", name: name) }
        #expect(printer.warnings == ["a font is odd"])
    }

    @Test("A key is of the HTML, the engine and the purpose, and of nothing else")
    func keys() throws {
        let engine = try FakeEngine(.echoes)
        let printer = try printer(engine)
        let others = [
            printer.key(of: "b"), printer.impositionKey(of: "a"),
            try PDFTests.printer(FakeEngine(.echoes, versions: #"{"weasyprint": "71.0"}"#)).key(of: "a"),
        ]
        #expect(Set(others + [printer.key(of: "a")]).count == 4)
        #expect(try PDFTests.printer(FakeEngine(.echoes), timeLimit: 3).key(of: "a") == printer.key(of: "a"))
        #expect(engine.notes.isEmpty)
    }
}

@Suite("Looking for the PDF engine", .enabled(if: Fonts.areInstalled, "the Noto fonts are not installed"))
struct EngineSearchTests {
    @Test(
        "What is missing is told with how to install it",
        arguments: [
            (#"{"python": "3.11"}"#, "has no WeasyPrint"), (#"{"weasyprint": "57.2"}"#, "has WeasyPrint 57.2"),
            (#"{"weasyprint": "70.0"}"#, "has no pypdf"),
        ])
    func lacking(versions: String, message: String) throws {
        let engine = try FakeEngine(.echoes, versions: versions)
        let log = #expect(throws: DiagnosticLog.self) { try printer(engine, imposes: true) }
        #expect(log?.diagnostics.count == 1)
        #expect(log?.diagnostics.first?.message.contains(message) == true)
        #expect(log?.diagnostics.first?.hint?.contains("Scripts/setup --pdf") == true)
    }

    @Test("A program that is not there, or is no Python, is told by its path", arguments: ["/nowhere", "/bin/true"])
    func noPython(path: String) {
        var options = PDFOptions()
        options.enginePath = path
        let log = #expect(throws: DiagnosticLog.self) { try PDFPrinter(options) }
        #expect(log?.diagnostics.map(\.path) == [path])
    }

    @Test("A machine without any engine is told how to get one", arguments: PDFEngine.allCases)
    func none(engine: PDFEngine) {
        var options = PDFOptions()
        options.engine = engine
        let search = EngineSearch(environment: ["PATH": "/nowhere"], currentFolder: "/nowhere", executable: nil)
        let log = #expect(throws: DiagnosticLog.self) { try PDFPrinter(options, search: search) }
        #expect(log?.diagnostics.first?.message.contains("so no PDF is made") == true)
    }

    @Test("The variable comes first, then the private Python of the folder or the clone, then the PATH")
    func order() throws {
        let clone = try TemporaryFolder([".build/release/prowess": "", EngineSearch.own: "", "bin/python3": ""])
        for file in [EngineSearch.own, "bin/python3"] { chmod(clone.path + "/" + file, 0o755) }
        var search = EngineSearch(
            environment: ["PATH": clone.path + "/bin"], currentFolder: "/",
            executable: clone.path + "/.build/release/prowess")
        #expect(search.pythons.map { $0.hasSuffix(EngineSearch.own) } == [true, false])
        search.environment["PROWESS_WEASYPRINT"] = "/mine/python"
        #expect(search.pythons == ["/mine/python"])
    }
}

/// The fonts, which tests with a fake engine need too.
enum Fonts {
    static let areInstalled = (try? PDFFonts()) != nil
}
