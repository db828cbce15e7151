import ArgumentParser
import Booklets
import Content
import Diagnostics
import Layouts
import MailTools
import Newsletter
import PDF
import Publishing
import Subscribers
import Website

struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Renders Content/ to Output/: site, booklets, newsletter and subscriber list.",
        discussion: """
            Nothing in Output/ is touched unless everything renders without an error; only a PDF that can't be made is left \
            out, with its old file. Exit status: 0 when all went well, 1 for errors in the content or layouts or a PDF that \
            can't be made, 64 for a wrong command line.
            """)

    @OptionGroup var options: BuildOptions

    @Option(help: "The products to build: \(Product.allCases.map(\.option).joined(separator: ",")). (default: all)")
    var only: ProductList?

    @Flag(help: "Publish drafts too.")
    var drafts = false

    @Option(
        help: """
            The mail tool that issues are made for: \(MailTool.names.sorted().joined(separator: ", ")). (default: what \
            site.yaml says)
            """, transform: BuildCommand.tool(named:))
    var tool: MailTool?

    @OptionGroup(title: "PDF") var pdf: PDFCommandOptions

    func run() throws {
        let products = only?.products ?? Set(Product.allCases)
        var reading = ReadingOptions(
            date: try PublicationDay.resolve(options.date), includesDrafts: drafts, jobs: options.jobs)
        reading.mailTool = tool
        let register = products.contains(.subscribers) ? BuildRegister(options: options) : nil
        defer { register?.close() }
        try Build(options: options, pdf: pdf).run(reading) { library, printer, log in
            (try describe(library, products, printer, register, warnings: &log), PublishingScope(products: products))
        } published: { log in
            try register?.note(log: &log)
        }
    }

    private static func tool(named name: String) throws -> MailTool {
        do throws(UnknownMailTool) {
            return try MailTool.named(name)
        } catch {
            throw ValidationError(error.description)
        }
    }

    /// The artifacts of all products; what is wrong with each product comes at once.
    /// - Parameter warnings: receives what doesn't stop the build.
    private func describe(
        _ library: Library, _ products: Set<Product>, _ printer: PDFPrinter?, _ register: BuildRegister?,
        warnings: inout DiagnosticLog
    ) throws(DiagnosticLog) -> [Artifact] {
        var artifacts: [Artifact] = []
        var log = DiagnosticLog()
        let layouts = options.layouts
        for product in Product.allCases where products.contains(product) {
            do throws(DiagnosticLog) {
                switch product {
                case .site:
                    artifacts += try Website.artifacts(
                        of: library, layouts: LayoutLibrary(folder: layouts + "/Site"), jobs: options.jobs)
                case .booklets:
                    artifacts += try Booklets.artifacts(
                        of: library, layouts: LayoutLibrary(folder: layouts + "/Booklet"), pageSize: pdf.pageSize,
                        printer: printer)
                case .newsletter:
                    let newsletter = try Newsletter.artifacts(
                        of: library, layouts: LayoutLibrary(folder: layouts + "/Newsletter"), jobs: options.jobs)
                    artifacts += newsletter.artifacts
                    log.merge(newsletter.warnings)
                case .subscribers: artifacts += try register?.artifacts(of: library, log: &log) ?? []
                }
            } catch {
                log.merge(error)
            }
        }
        if log.hasErrors { throw log }
        warnings.merge(log)
        return artifacts
    }
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
