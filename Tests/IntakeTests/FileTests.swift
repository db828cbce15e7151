import Foundation
import Testing

@testable import Intake

@Suite("Files that are taken in")
struct FileTests {
    @Test("What is no file is told as what it is")
    func noFile() throws {
        let sample = try IntakeSample(["folder/a.csv": "x"])
        try sample.folder.link("nowhere.csv", to: "gone.csv")
        #expect(mkfifo(sample.folder.path + "/pipe.csv", 0o600) == 0)
        #expect(sample.problems("missing.csv").map(\.message) == ["there is no such file"])
        #expect(sample.problems("folder").map(\.message) == ["this is a folder"])
        #expect(sample.problems("nowhere.csv").map(\.message) == ["this link leads to no file"])
        #expect(sample.problems("pipe.csv").map(\.message) == ["this is no regular file"])
        try sample.folder.write("empty.csv", "")
        try sample.folder.write("blank.csv", "\u{FEFF}\r\n\n")
        #expect(sample.problems("empty.csv").map(\.message) == ["this file is empty"])
        #expect(sample.problems("blank.csv").map(\.message) == ["this file is empty"])
    }

    @Test("The digest is that of the file's bytes")
    func digest() throws {
        let sample = try IntakeSample(["a.csv": "first_name,email,created_at,status\n"])
        // Made with sha256sum.
        #expect(try sample.open("a.csv").digest == "5496b3b4e036579be6acf7bad44b62d4b266b08011f6a10f2436a14ffb048174")
        try sample.folder.write("b.csv", "first_name,email,created_at,status\nAna,ana@example.org,2024-05-01,active\n")
        #expect(try sample.rows("b.csv").first?.file == sample.open("b.csv").digest)
    }

    @Test("Rows before a quotation mark that is never closed are given, and then its line is told")
    func openQuote() throws {
        let header = "first_name,email,created_at,status\n"
        let sample = try IntakeSample([
            "a.csv": header + "Ana,ana@example.org,2024-05-01,active\n\"Ben,ben@example.org,,\n"
        ])
        let problem = try #require(sample.problems("a.csv").first)
        #expect(problem.location?.line == 3 && problem.excerpt == nil)
        #expect(problem.message.hasPrefix("a quotation mark in this row is never closed"))
    }

    @Test("A byte order mark that says UTF-8 is held to it")
    func wrongMark() throws {
        let sample = try IntakeSample()
        try sample.folder.write(
            "a.csv", bytes: [0xEF, 0xBB, 0xBF] + Array("first_name,email,created_at,status\n".utf8) + [0xE9])
        #expect(sample.problems("a.csv").map(\.message) == ["this file says that it is UTF-8, and it is not"])
    }

    @Test("A file that is written to while it is read is told of")
    func changed() throws {
        let sample = try IntakeSample([
            "a.csv": "first_name,email,created_at,status\nAna,ana@example.org,2024-05-01,active\n"
        ])
        let file = try sample.open("a.csv")
        let handle = try #require(FileHandle(forWritingAtPath: sample.folder.path + "/a.csv"))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data("Ben,ben@example.org,2024-05-01,active\n".utf8))
        #expect(throws: (any Error).self) { try file.read { _ in } }
    }

    @Test("What the reader of rows throws comes through, and ends the reading")
    func ownError() throws {
        struct Enough: Error {}
        let sample = try IntakeSample([
            "a.csv": "first_name,email,created_at,status\nAna,a@example.org,,active\nBen,b@example.org,,active\n"
        ])
        var count = 0
        #expect(throws: Enough.self) {
            try sample.open("a.csv").read { _ in
                count += 1
                throw Enough()
            }
        }
        #expect(count == 1)
    }
}
