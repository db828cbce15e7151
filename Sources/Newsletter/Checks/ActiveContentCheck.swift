import Diagnostics
import Markup

/// What mail programs take out, and filters take for an attack: scripts, forms, and frames.
enum ActiveContentCheck {
    private static let elements = [
        "script", "form", "input", "button", "select", "textarea", "iframe", "frame", "object", "embed", "applet",
    ]

    static func diagnostics(of page: CheckedPage) -> [Diagnostic] {
        let found = page.elements(elements.map { "//\($0)" }.joined(separator: "|")).map { node in
            page.source.diagnostic(
                at: page.source.offset(ofExactly: "<\(node.name)"), "<\(node.name)> does not work in e-mail",
                hint: "link to a page of the site that has it")
        }
        let handlers = page.elements("//*[@*[starts-with(name(), 'on')]]").map { node in
            page.source.diagnostic(
                at: page.source.offset(ofExactly: "<\(node.name)"),
                "<\(node.name)> has a script in an attribute, which does not work in e-mail", hint: "take it out")
        }
        return found + handlers
    }
}
