import Content
import Dates

/// A file of a delivery.
struct DeliveredFile {
    /// Its name in the ZIP, in ASCII.
    let name: String
    let bytes: [UInt8]
}

/// What is handed over of one version of a booklet: its files and a README that says what each is.
struct DeliveryPackage {
    let school: School
    /// The files by name, README.txt among them.
    let files: [DeliveredFile]

    /// Packs a booklet's files.
    /// - Parameters:
    ///   - files: any number of files, each name once.
    ///   - practice: the practice's name.
    init(_ school: School, files: [DeliveredFile], practice: String) {
        self.school = school
        let sorted = files.sorted { $0.name < $1.name }
        let readme = DeliveryReadme(school: school, practice: practice, files: sorted).text
        self.files = (sorted + [DeliveredFile(name: "README.txt", bytes: Array(readme.utf8))])
            .sorted { $0.name < $1.name }
    }

    /// The ZIP's name.
    var name: String { "\(school.slug)-v\(school.edition.version).zip" }

    /// The files as a ZIP: the same content gives the same bytes, on whatever day it is made.
    var zip: [UInt8] {
        var archive = ZIPArchive(
            year: school.date?.year ?? 1980, month: school.date?.month ?? 1, day: school.date?.day ?? 1)
        for file in files { archive.add(file.name, file.bytes) }
        return archive.finished
    }
}
