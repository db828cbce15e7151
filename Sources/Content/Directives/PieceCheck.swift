import Dates
import Diagnostics
import Markup

extension PieceReader {
    /// Reports what the table of directives can't tell.
    func check(_ pieces: [MarkdownPiece], log: inout DiagnosticLog) {
        for case .directive(let directive, let content) in pieces {
            switch directive.name {
            case "teaser": checkTeaser(directive, log: &log)
            case "event": checkEvent(directive, log: &log)
            case "figure" where directive.label == nil && content.isEmpty:
                report(
                    directive.location, "a figure needs words for what its value is", "write ::figure[words]{…}", &log)
            case "figure" where directive.label != nil && !content.isEmpty:
                report(
                    directive.location, "this figure has words twice",
                    "write them in its brackets or below it, not in both", &log)
            default: break
            }
            check(content, log: &log)
        }
    }

    private func checkTeaser(_ directive: Directive, log: inout DiagnosticLog) {
        // A link that leads nowhere was reported as such.
        guard page(of: directive) == nil, let url = directive.attributes["url"], !url.isEmpty else { return }
        report(
            directive.locations["url"] ?? directive.location, "a teaser leads to a page of this site",
            "write the path to its file, such as ../insights/asking-students.md, or use a button", &log)
    }

    private func checkEvent(_ directive: Directive, log: inout DiagnosticLog) {
        guard let date = directive.attributes["date"].flatMap({ CalendarDate(iso8601: $0) }),
            let end = directive.attributes["end"].flatMap({ CalendarDate(iso8601: $0) }), end < date
        else { return }
        report(directive.locations["end"] ?? directive.location, "the event ends before it begins", nil, &log)
    }

    private func report(_ location: SourceLocation, _ message: String, _ hint: String?, _ log: inout DiagnosticLog) {
        log.report(source.diagnostic(at: location, message, hint: hint))
    }
}
