import TestSupport
import Testing

@Suite("prowess build --tool")
struct MailToolOptionTests {
    private func build(_ arguments: [String], site: String = SmallContent.site) throws -> (CommandLineTool.Run, String?)
    {
        let issue = SmallContent.page("subject: Hello\npreheader: Inside.\ndate: 2026-01-01\nnumber: 1")
        let files = SmallContent.with(["newsletters/one.md": issue, "site.yaml": site])
        let folder = try TemporaryFolder(
            Dictionary(uniqueKeysWithValues: files.map { ("Content/\($0.key)", $0.value) }))
        let run = try CommandLineTool.run(
            ["build", "--only", "newsletter", "--layouts", Repository.layouts, "--date", "2026-06-01"] + arguments,
            in: folder.path)
        return (run, folder.text("Output/Newsletter/one/one.html"))
    }

    @Test("The issue has the tags of the tool that was named, and none of site.yaml's tool")
    func tags() throws {
        let (run, html) = try build(["--tool", "brevo"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(html?.contains("{{ unsubscribe }}") == true && html?.contains("*|") == false)
        #expect(try build([]).1?.contains("*|UNSUB|*") == true)
    }

    @Test("A tool that there is not is a wrong command line, with the nearest name")
    func unknown() throws {
        let (run, html) = try build(["--tool", "listmunk"])
        #expect(run.status == 64 && html == nil)
        #expect(run.errors.contains("there is no mail tool \"listmunk\"; did you mean \"listmonk\"?"))
    }

    @Test("Where no tool is named and no address is given, an issue is an error that says what to add")
    func none() throws {
        let site = SmallContent.site.replacing("  unsubscribe-url: \"*|UNSUB|*\"\n", with: "")
        let (run, html) = try build([], site: site)
        #expect(run.status == 1 && html == nil)
        #expect(run.errors.contains("Content/site.yaml:9:3: error: nothing ends a subscription"))
        #expect(try build(["--tool", "kit"], site: site).0.status == 0)
    }
}
