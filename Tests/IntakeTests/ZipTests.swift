import CLibZip
import Diagnostics
import Foundation
import Testing

@testable import Intake

@Suite("ZIPs that are taken in")
struct ZipTests {
    /// Writes a ZIP with these files, packed.
    private func write(_ path: String, _ entries: [(name: String, bytes: [UInt8])], password: String? = nil) throws {
        var code: Int32 = 0
        let archive = try #require(zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code))
        // The library reads these when it closes the archive.
        let buffers = entries.map { entry in
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, entry.bytes.count), alignment: 1)
            buffer.copyBytes(from: entry.bytes)
            return buffer
        }
        defer { for buffer in buffers { buffer.deallocate() } }
        for (entry, buffer) in zip(entries, buffers) {
            let source = try #require(
                zip_source_buffer(archive, buffer.baseAddress, zip_uint64_t(entry.bytes.count), 0))
            let index = zip_file_add(archive, entry.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
            #expect(index >= 0)
            if let password {
                #expect(
                    zip_file_set_encryption(archive, zip_uint64_t(index), zip_uint16_t(ZIP_EM_AES_256), password) == 0)
            }
        }
        #expect(zip_close(archive) == 0)
    }

    private var entries: [(name: String, bytes: [UInt8])] {
        [
            ("unsubscribed_members_export_1.csv", Array(MailchimpTests.unsubscribed.utf8)),
            ("subscribed_members_export_1.csv", Array(MailchimpTests.subscribed.utf8)),
            ("cleaned_members_export_1.csv", Array(MailchimpTests.cleaned.utf8)),
            ("__MACOSX/._subscribed_members_export_1.csv", [0, 5, 22, 7]),
            ("../../nonsubscribed_members_export_1.csv", Array("Email Address\nida@example.org\n".utf8)),
        ]
    }

    @Test("An audience's ZIP is read as its tables are, each under its own digest")
    func audience() throws {
        let sample = try IntakeSample(["subscribed_members_export_1.csv": MailchimpTests.subscribed])
        try write(sample.folder.path + "/list.zip", entries)
        let file = try sample.open("list.zip")
        #expect(file.format == .mailchimp && file.parts.count == 4)
        let rows = try sample.rows("list.zip")
        #expect(rows.count == 9)
        #expect(rows.compactMap(\.reason) == ["this person never subscribed to the list"])
        let plain = try sample.rows("subscribed_members_export_1.csv")
        #expect(rows.filter { $0.file == plain.first?.file } == plain)
        let digests = try FileDigests.tables(of: sample.folder.path + "/list.zip")
        #expect(Set(digests.map { $0.path + $0.digest }) == Set(file.parts.map { $0.path + $0.digest }))
    }

    @Test("What is wrong in a ZIP is told with the entry's name")
    func entryNames() throws {
        let sample = try IntakeSample()
        try write(sample.folder.path + "/a.zip", [("x/unsubscribed_1.csv", Array("Email Address\n".utf8))])
        #expect(sample.problems("a.zip").map(\.path) == [sample.folder.path + "/a.zip/x/unsubscribed_1.csv"])
        try write(sample.folder.path + "/b.zip", [("readme.txt", [])])
        #expect(sample.problems("b.zip").map(\.message) == ["there is no CSV file in this ZIP"])
    }

    @Test("A bomb is refused by what its directory says")
    func bomb() throws {
        let sample = try IntakeSample()
        let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 24 << 20)
        try write(sample.folder.path + "/bomb.zip", [("subscribed.csv", bytes)])
        let message = "this ZIP would unpack to far more than an export has"
        #expect(sample.problems("bomb.zip").map(\.message) == [message])
        let path = sample.folder.path + "/many.zip"
        try write(path, (0..<6).map { ("\($0).txt", Array(bytes.prefix(5 << 20))) })
        #expect(sample.problems("many.zip").map(\.message) == [message])
        try write(path, entries)
        let few = #expect(throws: DiagnosticLog.self) {
            try IntakeFile(path: path, options: sample.options, limits: ZipLimits(entryCount: 3))
        }
        #expect(few?.sorted.first?.message.contains("more than 3 files") == true)
        let small = #expect(throws: DiagnosticLog.self) {
            try IntakeFile(path: path, options: sample.options, limits: ZipLimits(totalSize: 500))
        }
        #expect(small?.sorted.first?.message == message)
    }

    @Test("A bomb whose directory lies is refused when it is unpacked")
    func lyingBomb() throws {
        let sample = try IntakeSample()
        let path = sample.folder.path + "/a.zip"
        let size = 1 << 20
        try write(path, [("subscribed.csv", [UInt8](repeating: UInt8(ascii: "a"), count: size))])
        var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        // The unpacked size stands in the local header and in the directory; both say 100.
        for place in 0..<(bytes.count - 4)
        where bytes[place..<(place + 4)].elementsEqual([0, 0, UInt8(size >> 16), 0]) {
            bytes.replaceSubrange(place..<(place + 4), with: [100, 0, 0, 0])
        }
        try sample.folder.write("a.zip", bytes: bytes)
        let problem = try #require(sample.problems("a.zip").first)
        #expect(problem.message.contains("in the ZIP") || problem.message.contains("broken"), "\(problem.message)")
        #expect(!problem.message.contains("which tool"))
    }

    @Test("ZIPs that are encrypted, cut off or damaged are told as that")
    func broken() throws {
        let sample = try IntakeSample()
        let path = sample.folder.path + "/a.zip"
        try write(path, entries, password: "secret")
        #expect(sample.problems("a.zip").map(\.message) == ["this file in the ZIP is encrypted"])
        try write(path, entries)
        let whole = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        try sample.folder.write("cut.zip", bytes: Array(whole.prefix(whole.count / 2)))
        #expect(sample.problems("cut.zip").first?.message.hasPrefix("this ZIP is broken") == true)
        var damaged = whole
        for index in 80..<120 { damaged[index] ^= 0x55 }
        try sample.folder.write("damaged.zip", bytes: damaged)
        #expect(sample.problems("damaged.zip").first?.message.contains("is broken") == true)
    }
}
