import Diagnostics
import Markup

/// Whether headings follow on from one another, as those who move from heading to heading need it (WCAG 2.2, 1.3.1).
enum HeadingOrder {
    /// Warns of each heading that stands more than one level below the one before; the subject is the heading of the first
    /// level.
    static func report(_ headings: [Heading], in source: SourceFile, to log: inout DiagnosticLog) {
        for (before, heading) in zip([1] + headings.map(\.level), headings) where heading.level > before + 1 {
            log.report(
                source.diagnostic(
                    .warning, at: SourceLocation(line: heading.line, column: 1),
                    "this heading skips a level: it is of level \(heading.level), and the one before of \(before)",
                    hint: "take away \(heading.level - before - 1) #"))
        }
    }
}
