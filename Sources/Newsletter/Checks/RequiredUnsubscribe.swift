import Content
import Diagnostics

extension Newsletter {
    /// Holds that a subscription can be ended: by a tag of the mail tool, by the tool itself, or by an address in site.yaml.
    /// - Throws: `DiagnosticLog` at the newsletter's place in site.yaml where there are issues and none of these.
    static func requireUnsubscribe(_ library: Library) throws(DiagnosticLog) {
        let settings = library.site.newsletter
        guard !library.issues.isEmpty, settings.unsubscribe == nil, !settings.tool.adds.contains(.unsubscribe) else {
            return
        }
        throw DiagnosticLog([
            Diagnostic(
                path: "\(library.folder)/site.yaml", location: settings.location,
                message:
                    "nothing ends a subscription: the newsletter has issues, no \"tool\" and no \"unsubscribe-url\"",
                hint: "add \"tool: \" with the mail tool that sends it, or \"unsubscribe-url: https://…\"")
        ])
    }
}
