import ArgumentParser
import Booklets
import Content
import Layouts
import Publishing

struct BookletCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "booklet",
        abstract: "Renders the booklets of some schools to Output/, and leaves all else there as it is.",
        discussion: """
            Exit status: 0 when all went well, 1 for errors in the content or layouts or a PDF that can't be made, 64 for a \
            wrong command line.
            """)

    @Argument(help: "The schools' folders under schools/.")
    var schools: [String]

    @OptionGroup var options: BuildOptions

    @OptionGroup(title: "PDF") var pdf: PDFCommandOptions

    func run() throws {
        var reading = ReadingOptions(date: try PublicationDay.resolve(options.date), jobs: options.jobs)
        reading.scope = .schools
        try Build(options: options, pdf: pdf).run(reading) { library, printer, _ in
            let slugs = try schools.map { try library.school(named: $0).slug }
            let artifacts = try Booklets.artifacts(
                of: library, layouts: LayoutLibrary(folder: options.layouts + "/Booklet"), schools: Set(slugs),
                pageSize: pdf.pageSize, printer: printer)
            return (artifacts, PublishingScope(.booklets, folders: try slugs.map { try ArtifactPath($0) }))
        }
    }
}
