import ArgumentParser
import Booklets
import Content
import Dates
import Diagnostics
import Evaluation
import Foundation
import Layouts

struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Prints the numbers of a school's booklet, or how all schools compare.",
        discussion: """
            What is printed is what the booklet may tell: numbers that would let a reader pick out people are withheld. \
            With --internal they are printed too, for the practice's own eyes. Without a school it prints medians and \
            quartiles over schools, none of them named. Exit status: 0 when all went well, 1 for errors in the content or \
            a leak that the audit found, 64 for a wrong command line.
            """)

    @Argument(help: "The school's folder under schools/.")
    var school: String?

    @Option(help: "The folder of Markdown, YAML and CSV files.")
    var content = "Content"

    @Option(help: "The folder of templates and styles, for --audit.")
    var layouts = "Layouts"

    @Option(help: "The folder that a build writes, in whose Site nothing internal may be written.")
    var output = "Output"

    @Option(help: "How the numbers are printed: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format = Format.text

    @Flag(help: "Print every number, before disclosure control. Never give this to anybody.")
    var `internal` = false

    @Flag(
        help: "Attack the numbers of the booklet and of earlier releases, and fail where a withheld one can be found.")
    var audit = false

    @Flag(help: "Print what people wrote, masked, as a comments.yaml to approve.")
    var comments = false

    @Flag(help: "Print what each column and each statistic means.")
    var dictionary = false

    @Option(help: "Note in releases.csv that the booklet is given to an audience, such as school or police.")
    var release: String?

    @Option(help: "The day of publication, YYYY-MM-DD. (default: the day of SOURCE_DATE_EPOCH, else today)")
    var date: CalendarDate?

    @Option(help: "How many threads to use, 1 to 256.")
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
        case csv
    }

    func validate() throws {
        guard (1...256).contains(jobs) else { throw ValidationError("--jobs is a number from 1 to 256.") }
        guard !(`internal` && (audit || release != nil || comments)) else {
            throw ValidationError("--internal prints what is withheld; it does not go with other actions.")
        }
        guard release?.isEmpty != true else { throw ValidationError("--release names an audience, such as school.") }
        guard school != nil || !(comments || release != nil || `internal`) else {
            throw ValidationError("Name the school, a folder under schools/.")
        }
        guard [audit, comments, release != nil].count(where: { $0 }) <= 1 else {
            throw ValidationError("--audit, --comments and --release are asked for one at a time.")
        }
    }

    func run() throws {
        if dictionary { return write(NumberFiles.dictionary) }
        if `internal`, let path = StandardOutput.path,
            path.isInside(output + "/Site") || PrivateOutput.isInWebsite(path.string)
        {
            throw ValidationError(
                "Standard output is \(path.string), which is part of the site: nothing internal may be written there.")
        }
        let library = try read(isInternal: `internal`)
        guard let school else {
            if audit { return try self.audit(library.schools.map(\.slug), library) }
            return write(try SummaryText(library).text(format))
        }
        let found = try library.school(named: school)
        if audit { return try self.audit([found.slug], library) }
        if comments { return write(CommentFile.text(of: found)) }
        if let release { return try record(found, audience: release) }
        switch format {
        case .text: write(EvaluationText(found).text)
        case .csv: write(NumberFiles.csv(found.evaluation.numbers))
        case .json: write(try NumberFiles.json(found, found.evaluation.numbers))
        }
    }

    private func read(isInternal: Bool) throws -> Library {
        var options = ReadingOptions(date: try PublicationDay.resolve(date), jobs: jobs)
        options.isInternal = isInternal
        options.listsComments = comments
        options.scope = .schools
        let (library, log) = Library.read(content, options: options)
        if !log.isEmpty { FileHandle.standardError.write(Data((log.text + "\n").utf8)) }
        guard let library else { throw ExitCode(1) }
        return library
    }

    private func record(_ school: School, audience: String) throws {
        guard let day = school.date else {
            throw ValidationError("Nothing is on record of \(school.slug), so there is nothing to release.")
        }
        let file = "\(content)/schools/\(school.slug)/releases.csv"
        let release = Release(
            date: try PublicationDay.resolve(date), audience: audience, counts: school.evaluation.numbers.counts)
        let isNew = try ReleaseFile.append(release, to: file)
        print("\(file): \(isNew ? "noted" : "was noted before"): \(release.counts.count) counts as of \(day.iso8601)")
    }

    private func audit(_ slugs: [String], _ library: Library) throws {
        let truth = Dictionary(
            try read(isInternal: true).schools.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
        let booklets = try Booklets.artifacts(of: library, layouts: LayoutLibrary(folder: layouts + "/Booklet"))
        let leaks = try library.schools.filter { slugs.contains($0.slug) }.flatMap { school in
            try truth[school.slug].map {
                try SchoolAudit(school, truth: $0, booklets: booklets).leaks
            } ?? []
        }
        leaks.forEach { print($0) }
        guard leaks.isEmpty else { throw ExitCode(1) }
        print("\(slugs.count) school\(slugs.count == 1 ? "" : "s"): no withheld number can be found from what is told")
    }

    private func write(_ text: String) {
        FileHandle.standardOutput.write(Data(text.utf8))
    }
}
