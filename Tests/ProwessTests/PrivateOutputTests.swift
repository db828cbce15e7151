import Foundation
import TestSupport
import Testing

@testable import prowess

@Suite("Keeping addresses out of the website")
struct PrivateOutputTests {
    @Test("A website is known by the list of files beside it, wherever it is, and nothing else is taken for one")
    func website() throws {
        let folder = try TemporaryFolder([
            "Public/.prowess/manifest": "", "Public/Site/deep/index.html": "", "Public/Booklets/x": "",
            "Plain/Site/index.html": "", "Output/x": "",
        ])
        try folder.link("link", to: folder.path + "/Public/Site")
        for path in ["Output/Site/x", "Public/Site", "Public/Site/new.csv", "Public/Site/deep/new.csv", "link/new.csv"]
        {
            #expect(PrivateOutput.isInWebsite(folder.path + "/" + path), "\(path)")
        }
        for path in ["Public/Booklets/new.csv", "Public/new.csv", "Plain/Site/new.csv", "new.csv"] {
            #expect(!PrivateOutput.isInWebsite(folder.path + "/" + path), "\(path)")
        }
    }

    @Test("No list, record or copy of the ledger goes into the website of a build in another folder")
    func refused() throws {
        let practice = try SubscriberPractice(["Public/.prowess/manifest": "", "Public/Site/index.html": ""])
        _ = try practice.run("import", "signups.csv")
        for words in [["export", "--to", "Public/Site/lists"], ["backup", "Public/Site/copy.sqlite"]] {
            let run = try CommandLineTool.run(
                ["subscribers"] + words + ["--content", practice.folder.path], in: practice.folder.path)
            #expect(run.status == 64)
            #expect(run.errors.contains("into the website"))
        }
        #expect(try practice.exportCount() == 0)
        let path = practice.folder.path
        #expect(try FileManager.default.contentsOfDirectory(atPath: path + "/Public/Site") == ["index.html"])
    }
}
