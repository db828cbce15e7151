import Diagnostics
import TestSupport
import Testing

@Suite("A newsletter without a way to leave")
struct RequiredUnsubscribeTests {
    private let site = SmallContent.site.replacing("  unsubscribe-url: \"*|UNSUB|*\"\n", with: "")

    @Test("It is an error where site.yaml describes it, once there is an issue")
    func missing() throws {
        let log = #expect(throws: DiagnosticLog.self) { try issue("Text.", files: ["site.yaml": site]) }
        #expect(log?.diagnostics.first?.message.hasPrefix("nothing ends a subscription") == true)
        #expect(log?.diagnostics.first?.location?.line == 9)
        let folder = try TemporaryFolder(SmallContent.with(["site.yaml": site]))
        #expect(try newsletter(reading: folder.path).isEmpty)
    }

    @Test("A tool that has a tag for it, or adds one itself, is enough", arguments: ["brevo", "constant-contact"])
    func tool(name: String) throws {
        let site = site.replacing("  form-action:", with: "  tool: \(name)\n  form-action:")
            .replacing("  view-online-url: \"*|ARCHIVE|*\"\n", with: "")
        #expect(try issue("Text.", files: ["site.yaml": site]).html.contains("<html"))
    }
}
