import Foundation
import TestSupport
import Testing

@Suite("The Content folder on disk")
struct FolderTests {
    @Test("A folder that is not there, is a file or is empty is told as such")
    func folder() throws {
        let sample = try ContentSample()
        try sample.folder.remove("Content")
        #expect(sample.messages() == ["Content: error: there is no such folder"])
        try sample.folder.write("Content", "x")
        #expect(sample.messages() == ["Content: error: this is not a folder"])
        try sample.folder.remove("Content")
        try FileManager.default.createDirectory(atPath: sample.path, withIntermediateDirectories: false)
        #expect(sample.messages() == ["Content: error: this folder is empty"])
    }

    @Test("A text that is not UTF-8 is told at its first wrong byte")
    func encoding() throws {
        let page = Array("---\ntitle: Café\n---\nüber caf".utf8) + [0xE9, 0x0A]
        #expect(
            try ContentSample("pages/a.md", bytes: page).messages() == [
                "Content/pages/a.md:4:9: error: this file is not UTF-8 text"
            ])
        let plan = Array("goals: []\n# caf".utf8) + [0xE9]
        #expect(
            try ContentSample("schools/oak/plan.yaml", bytes: plan).messages() == [
                "Content/schools/oak/plan.yaml:2:6: error: this file is not UTF-8 text"
            ])
    }

    @Test("A link that leads out of the folder, nowhere, to itself or to a folder is not followed")
    func links() throws {
        let sample = try ContentSample()
        try sample.folder.write("secret.md", ContentSample.page())
        try sample.folder.link("Content/pages/out.md", to: "../../secret.md")
        try sample.folder.link("Content/pages/absolute.md", to: "/etc/passwd")
        try sample.folder.link("Content/pages/dangling.md", to: "nowhere.md")
        try sample.folder.link("Content/pages/loop.md", to: "loop.md")
        try sample.folder.link("Content/images", to: "services")
        let outside = "error: this link leads out of Content or nowhere"
        #expect(
            sample.messages() == [
                "Content/images: error: only a link to an ordinary file is followed",
                "Content/pages/absolute.md: \(outside)", "Content/pages/dangling.md: \(outside)",
                "Content/pages/loop.md: \(outside)", "Content/pages/out.md: \(outside)",
            ])
    }

    @Test("A link to a file inside is as good as the file")
    func innerLink() throws {
        let sample = try ContentSample()
        try sample.folder.link("Content/pages/again.md", to: "about.md")
        #expect(try sample.library().pages.contains { $0.url == "/again/" && $0.title == "About" })
    }

    @Test(
        "A link from a public place to what is confidential is refused",
        arguments: [
            "schools/oak/surveys/baseline-student.csv", "schools/oak/overview.md", "subscribers/list.csv",
        ])
    func linkToConfidential(target: String) throws {
        let sample = try ContentSample()
        try sample.folder.write("Content/\(target)", "text")
        try sample.folder.link("Content/services/data.csv", to: "../" + target)
        #expect(
            sample.messages().contains(
                "Content/services/data.csv: error: this link leads to the confidential Content/\(target)"))
    }

    @Test("A pipe or a device among the files is told and not waited for", .timeLimit(.minutes(1)))
    func pipe() throws {
        let sample = try ContentSample()
        try #require(mkfifo(sample.path + "/pages/pipe.md", 0o600) == 0)
        try #require(mkfifo(sample.path + "/images.svg", 0o600) == 0)
        try sample.folder.link("Content/pages/link.md", to: "pipe.md")
        #expect(
            sample.messages() == [
                "Content/images.svg: error: this is not an ordinary file",
                "Content/pages/link.md: error: only a link to an ordinary file is followed",
                "Content/pages/pipe.md: error: this is not an ordinary file",
            ])
    }

    @Test("A file that may not be read is told by name", .disabled(if: geteuid() == 0, "root may read anything"))
    func unreadable() throws {
        let sample = try ContentSample()
        chmod(sample.path + "/pages/about.md", 0)
        #expect(sample.messages().contains("Content/pages/about.md: error: this file can't be read: Permission denied"))
    }

    @Test("A file that is larger than any content is refused before it is read")
    func tooLarge() throws {
        let sample = try ContentSample(["pages/a.md": "---\n"])
        // The file has holes for bytes; reading it would take the memory all the same.
        try #require(truncate(sample.path + "/pages/a.md", 1 << 40) == 0)
        #expect(sample.messages() == ["Content/pages/a.md: error: this file is larger than 256 MB"])
    }

    @Test("Hidden files and editors' backups are not content")
    func leftOut() throws {
        let nonsense = "no front matter"
        try expectMessages([
            ".hidden": nonsense, "pages/.a.md.swp": nonsense, "pages/a.md~": nonsense, "pages/#a.md#": nonsense,
            ".git/config": nonsense, "schools/oak/.DS_Store": nonsense, "images/Thumbs.db": nonsense,
        ])
    }

    @Test(
        "A file or a folder that nothing reads is told, with what it may have been meant to be",
        arguments: [
            ("page/a.md", "Content/page: warning: nothing reads this", "did you mean \"pages\"?"),
            ("site.yml", "Content/site.yml: warning: nothing reads this", "did you mean \"site.yaml\"?"),
            ("pages/a.MD", "Content/pages/a.MD: warning: nothing reads this file", "end in .md"),
            ("pages/a.markdown", "Content/pages/a.markdown: warning: nothing reads this file", "end in .md"),
            ("pages/a.md.txt", "Content/pages/a.md.txt: warning: nothing reads this file", "take .txt off"),
            (
                "pages/deep/a.md", "Content/pages/deep/a.md: warning: nothing reads this file",
                "right inside Content/pages"
            ),
            ("newsletters/2026/03.md", "Content/newsletters/2026/03.md: warning: nothing reads", "Content/newsletters"),
            ("instruments/a.yml", "Content/instruments/a.yml: warning: nothing reads this file", "end in .yaml"),
            ("schools/elm.yaml", "Content/schools/elm.yaml: warning: nothing reads this file", "a folder of its own"),
            ("schools/oak/plan.yml", "Content/schools/oak/plan.yml: warning: nothing", "did you mean \"plan.yaml\"?"),
            (
                "schools/oak/survey/a.csv", "Content/schools/oak/survey/a.csv: warning: nothing reads this file",
                "surveys/"
            ),
            ("schools/oak/surveys/1/a.csv", "Content/schools/oak/surveys/1/a.csv: warning: nothing", "surveys/"),
            (
                "subscribers/list.xlsx", "Content/subscribers/list.xlsx: warning: nothing reads this file",
                "sources.yaml"
            ),
        ])
    func unread(file: String, message: String, hint: String) throws {
        let sample = try ContentSample([file: "x"])
        #expect(sample.read().library != nil)
        #expect(sample.text().contains(message) && sample.text().contains(hint), "\(sample.text())")
    }

    @Test("A site without a home page is told so")
    func noHome() throws {
        try expectMessages(["pages/index.md": nil], "Content/pages/index.md: warning: there is no such file")
    }
}
