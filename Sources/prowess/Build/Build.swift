import ArgumentParser
import Content
import Diagnostics
import Ledger
import PDF
import Publishing

/// From Content/ to Output/: reads, describes, publishes, and prints what there is to say.
struct Build {
    let options: BuildOptions
    let pdf: PDFCommandOptions

    /// - Parameters:
    ///   - reading: how content is read.
    ///   - describe: the artifacts, and what they are all of; the log receives what is noticed while they are described.
    ///   - published: called when all is written, unless nothing is to be; its line is printed, and the log receives what went
    ///     wrong.
    /// - Throws: `ExitCode` where something is wrong, after it was told.
    func run(
        _ reading: ReadingOptions,
        describe: (Library, PDFPrinter?, inout DiagnosticLog) throws -> (artifacts: [Artifact], scope: PublishingScope),
        published: (inout DiagnosticLog) throws -> String? = { _ in nil }
    ) throws {
        let clock = ContinuousClock()
        let start = clock.now
        let reporter = Reporter(format: options.diagnostics, isQuiet: options.quiet)
        do {
            var (library, log) = Library.read(options.content, options: reading)
            guard let library else { throw log }
            let printer = printer(&log)
            let (artifacts, scope) = try describe(library, printer, &log)
            let publisher = Publisher(
                output: options.output, jobs: options.jobs, isDryRun: options.dryRun, scope: scope)
            let progress = reporter.progress(of: artifacts.count)
            let summary = try publisher.publish(artifacts) { progress?.report($0) }
            progress?.clear()
            let line = options.dryRun ? nil : try published(&log)
            log.merge(summary.warnings)
            log.merge(summary.failures)
            printer?.warnings.forEach { warning in
                log.report(
                    Diagnostic(.warning, path: options.layouts + "/Booklet", message: "the PDF engine: \(warning)"))
            }
            try reporter.report(log)
            if options.dryRun { reporter.printChanges(summary) }
            if let line, !options.quiet { print(line) }
            reporter.printSummary(summary, isDryRun: options.dryRun, duration: start.duration(to: clock.now))
            if log.hasErrors { throw ExitCode(1) }
        } catch let log as DiagnosticLog {
            try reporter.report(log)
            throw ExitCode(1)
        } catch let error as LedgerError {
            try reporter.report(DiagnosticLog([error.diagnostic]))
            throw ExitCode(1)
        }
    }

    /// What makes PDFs; without an engine the rest is still built, and why is told at the end.
    private func printer(_ log: inout DiagnosticLog) -> PDFPrinter? {
        do throws(DiagnosticLog) {
            return try pdf.printer()
        } catch {
            log.merge(error)
            return nil
        }
    }
}
