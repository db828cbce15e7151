import ArgumentParser
import Booklets
import Content
import Dates
import Diagnostics
import Foundation
import Layouts
import Publishing

struct DeliverCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deliver",
        abstract: "Packs a school's booklet into one ZIP and notes who was given it.",
        discussion: """
            The ZIP holds the booklet as HTML and PDF, the families' summary, the numbers after disclosure control, and a \
            README with the digest of each file. It is refused where the school's permission is missing or comments await a decision. A booklet that tells what the last \
            delivered one told is the same version again; any other is the next. What was handed over is noted in \
            deliveries.csv and releases.csv of the school's folder. Exit status: 0 when all went well, 1 where something is \
            missing or wrong, 64 for a wrong command line.
            """)

    @Argument(help: "The school's folder under schools/.")
    var school: String

    @Option(name: .customLong("to"), help: "Who is given the booklet, such as school or police.")
    var audience = "school"

    @Option(help: "The day of delivery, YYYY-MM-DD. (default: the day of SOURCE_DATE_EPOCH, else today)")
    var date: CalendarDate?

    @Option(help: "The folder of Markdown, YAML and CSV files.")
    var content = "Content"

    @Option(help: "The folder of templates and styles.")
    var layouts = "Layouts"

    @Option(help: "The folder in whose Deliveries/ the ZIP is put.")
    var output = "Output"

    @Flag(help: "Encrypt the ZIP with AES-256; needs 7z and --password-file.")
    var encrypt = false

    @Option(help: "The file whose first line is the password, or - for standard input.")
    var passwordFile: String?

    @Flag(inversion: .prefixedNo, help: "Pack the PDFs too, which needs an engine.")
    var pdf = true

    @OptionGroup(title: "PDF") var engine: PDFEngineOptions

    @Flag(help: "Say what would be delivered, and write nothing.")
    var dryRun = false

    func validate() throws {
        guard Self.isName(audience) else {
            throw ValidationError(
                "--to names an audience in up to 60 letters, digits, spaces and . ' -, such as school.")
        }
        guard encrypt == (passwordFile != nil) else {
            throw ValidationError("--encrypt and --password-file go together.")
        }
    }

    func run() throws {
        do {
            try deliver(on: try PublicationDay.resolve(date))
        } catch let log as DiagnosticLog {
            FileHandle.standardError.write(Data((log.text + "\n").utf8))
            throw ExitCode(1)
        }
    }

    private func deliver(on day: CalendarDate) throws {
        let slug = school.split(separator: "/").last.map(String.init) ?? school
        let folder = "\(content)/schools/\(slug)"
        let lock = try DeliveryLock(folder)
        defer { lock.release() }
        let library = try read(on: day, folder)
        let found = try library.school(named: slug)
        let problems = DeliveryChecks(school: found, day: day, folder: folder).problems
        if problems.hasErrors { throw problems }
        let password = try passwordFile.map(Password.init)
        let tool = encrypt ? try EncryptingTool() : nil
        let package = DeliveryPackage(found, files: try files(of: found, library), practice: library.site.name)
        let path = "\(output)/Deliveries/\(package.name)"
        let snapshot = try found.snapshot.json()
        if dryRun { return describe(package, path, folder) }
        try PrivateFiles.makeFolder(output + "/Deliveries")
        var zip = package.zip
        if let tool, let password { zip = try tool.zip(package, password: password, near: path) }
        let delivery = Delivery(
            version: found.edition.version, date: day, audience: audience, file: package.name,
            sha256: SHA256Digest.hex(of: zip), snapshotSHA256: SHA256Digest.hex(of: snapshot))
        let log = DeliveryLog(school: found, folder: folder)
        try log.record(delivery, zip: zip, at: path, snapshot: snapshot)
        print("\(path): \(package.files.count) files, \(zip.count) bytes, SHA-256 \(delivery.sha256)")
        report(delivery, of: found, isNew: !log.isNoted(delivery), folder)
    }

    /// The content, with warnings about the school printed.
    private func read(on day: CalendarDate, _ folder: String) throws -> Library {
        var options = ReadingOptions(date: day, jobs: ProcessInfo.processInfo.activeProcessorCount)
        options.listsComments = true
        options.scope = .schools
        let (library, log) = Library.read(content, options: options)
        guard let library else { throw log }
        let own = DiagnosticLog(log.diagnostics.filter { $0.path.hasPrefix(folder + "/") })
        if !own.isEmpty { FileHandle.standardError.write(Data((own.text + "\n").utf8)) }
        return library
    }

    /// The files of the school's booklet, whatever the booklet has.
    private func files(of school: School, _ library: Library) throws -> [DeliveredFile] {
        let own = school.slug + "/"
        let printer = try pdf ? engine.printer() : nil
        return try Booklets.artifacts(
            of: library, layouts: LayoutLibrary(folder: layouts + "/Booklet"), schools: [school.slug], printer: printer
        ).map { artifact in
            let bytes: [UInt8] =
                switch try artifact.render() {
                case .text(let text): Array(text.utf8)
                case .bytes(let bytes): bytes
                case .derived(_, let make): try make()
                }
            return DeliveredFile(name: String(artifact.path.string.dropFirst(own.count)), bytes: bytes)
        }
    }

    private func describe(_ package: DeliveryPackage, _ path: String, _ folder: String) {
        print("would write \(path)\(encrypt ? ", encrypted" : ""):")
        for file in package.files { print("  \(file.name), \(file.bytes.count) bytes") }
        print("would note in \(folder)/deliveries.csv: version \(package.school.edition.version), to \(audience)")
    }

    private func report(_ delivery: Delivery, of school: School, isNew: Bool, _ folder: String) {
        let what = "version \(delivery.version), to \(delivery.audience)"
        let before = school.deliveries.first { $0.version == delivery.version && $0.audience == delivery.audience }
        guard isNew else {
            return print(
                "\(folder)/deliveries.csv: nothing changed: \(what), was noted on \(before?.date.iso8601 ?? ""); "
                    + "this is the same ZIP again")
        }
        print("\(folder)/deliveries.csv: noted: \(what)")
        guard before != nil, !encrypt else { return }
        print(
            "What is told of the school is what version \(delivery.version) told, and yet its files differ from before."
        )
    }

    private static func isName(_ text: String) -> Bool {
        (1...60).contains(text.count) && text.first?.isLetter == true
            && text.allSatisfy { $0.isLetter || $0.isNumber || " .'-".contains($0) }
    }
}
