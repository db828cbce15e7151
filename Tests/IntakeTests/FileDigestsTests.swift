import Testing

@testable import Intake

@Suite("Digests of files")
struct FileDigestsTests {
    @Test("A file's is that of its bytes, and the one that rows of it name")
    func file() throws {
        // FIPS 180-4, the example "abc".
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        let sample = try IntakeSample(["abc": "abc", "kit.csv": "email,status,created_at\n"])
        #expect(try FileDigests.tables(of: sample.folder.path + "/abc").map(\.digest) == [abc])
        let table = try FileDigests.tables(of: sample.folder.path + "/kit.csv")
        #expect(table.map(\.path) == [sample.folder.path + "/kit.csv"])
        #expect(try table.map(\.digest) == [sample.open("kit.csv").digest])
    }

    @Test("What is no file has none")
    func noFile() throws {
        let folder = try IntakeSample().folder
        for path in [folder.path, folder.path + "/none"] {
            #expect(throws: (any Error).self) { try FileDigests.tables(of: path) }
        }
    }
}
