import ArgumentParser
import Booklets
import Content
import Dates
import Diagnostics
import Foundation
import Layouts
import Newsletter
import Publishing
import Subscribers
import Website

struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Renders Content/ to Output/: site, booklets, newsletter and subscriber list.",
        discussion: """
            Nothing in Output/ is touched unless everything renders without an error. Exit status: 0 when all went well, \
            1 for errors in the content or layouts, 64 for a wrong command line.
            """)

    @Option(help: "The folder of Markdown, YAML and CSV files.")
    var content = "Content"

    @Option(help: "The folder of templates and styles.")
    var layouts = "Layouts"

    @Option(help: "The folder that is written.")
    var output = "Output"

    @Option(
        help: """
            The day of publication, YYYY-MM-DD: content dated later is left out. (default: the day of \
            SOURCE_DATE_EPOCH, else today)
            """)
    var date: CalendarDate?

    @Option(help: "The products to build: \(Product.allCases.map(\.option).joined(separator: ",")). (default: all)")
    var only: ProductList?

    @Flag(help: "Publish drafts too.")
    var drafts = false

    @Option(help: "How many threads to use, 1 to 256.")
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    @Flag(help: "Print what would be written, changed and removed, and write nothing.")
    var dryRun = false

    @Option(help: "How diagnostics are printed: text or json.")
    var diagnostics = DiagnosticFormat.text

    @Flag(help: "Print nothing but diagnostics.")
    var quiet = false

    func validate() throws {
        guard (1...256).contains(jobs) else { throw ValidationError("--jobs is a number from 1 to 256.") }
    }

    func run() throws {
        let clock = ContinuousClock()
        let start = clock.now
        let products = only?.products ?? Set(Product.allCases)
        let reporter = Reporter(format: diagnostics, isQuiet: quiet)
        do {
            let (library, log) = Library.read(content, options: try readingOptions())
            guard let library else { throw log }
            let artifacts = try describe(library, products)
            let publisher = Publisher(output: output, jobs: jobs, isDryRun: dryRun, products: products)
            let progress = reporter.progress(of: artifacts.count)
            let summary = try publisher.publish(artifacts) { progress?.report($0) }
            progress?.clear()
            try reporter.report(log.merged(with: summary.warnings))
            if dryRun { reporter.printChanges(summary) }
            reporter.printSummary(summary, isDryRun: dryRun, duration: start.duration(to: clock.now))
        } catch let log as DiagnosticLog {
            try reporter.report(log)
            throw ExitCode(1)
        }
    }

    private func readingOptions() throws -> ReadingOptions {
        ReadingOptions(date: try PublicationDay.resolve(date), includesDrafts: drafts, jobs: jobs)
    }

    /// The artifacts of all products; what is wrong with each product's layouts comes at once.
    private func describe(_ library: Library, _ products: Set<Product>) throws(DiagnosticLog) -> [Artifact] {
        var artifacts: [Artifact] = []
        var log = DiagnosticLog()
        for product in Product.allCases where products.contains(product) {
            do throws(DiagnosticLog) {
                switch product {
                case .site:
                    artifacts += try Website.artifacts(
                        of: library, layouts: LayoutLibrary(folder: layouts + "/Site"), jobs: jobs)
                case .booklets:
                    artifacts += try Booklets.artifacts(
                        of: library, layouts: LayoutLibrary(folder: layouts + "/Booklet"))
                case .newsletter:
                    artifacts += try Newsletter.artifacts(
                        of: library, layouts: LayoutLibrary(folder: layouts + "/Newsletter"))
                case .subscribers: artifacts += try SubscriberLists.artifacts(of: library)
                }
            } catch {
                log.merge(error)
            }
        }
        if log.hasErrors { throw log }
        return artifacts
    }
}

extension CalendarDate: ExpressibleByArgument {
    /// Reads `YYYY-MM-DD`.
    public init?(argument: String) { self.init(iso8601: argument) }
}

/// Products as they are typed: `site,booklets`.
struct ProductList: ExpressibleByArgument {
    let products: Set<Product>

    init?(argument: String) {
        let names = argument.split(separator: ",", omittingEmptySubsequences: false)
        let found = names.compactMap { name in Product.allCases.first { $0.option == name } }
        guard found.count == names.count else { return nil }
        products = Set(found)
    }
}

enum DiagnosticFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
}
