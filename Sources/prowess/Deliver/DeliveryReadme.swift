import Content
import Dates

/// The README of a delivery: what it is, who agreed to it, and each file with its size and digest.
struct DeliveryReadme {
    let school: School
    let practice: String
    let files: [DeliveredFile]

    /// The text, the same on whatever day it is made.
    var text: String {
        let title = "\(school.profile.name): booklet, version \(school.edition.version)"
        var text = title + "\n" + String(repeating: "=", count: title.count) + "\n\n"
        if school.profile.isSample { text += "SAMPLE: the school, its people, answers and counts are invented.\n" }
        text += "CONFIDENTIAL: for \(school.profile.name) and those whom it trusts with this, and for nobody else.\n\n"
        text += "School      \(school.profile.name), \(school.profile.district)\n"
        text += "Version     \(school.edition.version)\n"
        if let date = school.date { text += "As of       \(date.longText(language: "en")) (\(date.iso8601))\n" }
        text += "Made by     \(practice)\n"
        if let permission = school.profile.deliveryPermission {
            text += "Permission  \(permission.from), \(permission.date.longText(language: "en"))\n"
        }
        text += "\nFiles\n-----\n\n"
        for file in files {
            text += """
                \(file.name)
                  \(Self.meaning(of: file.name))
                  \(file.bytes.count) bytes
                  SHA-256 \(SHA256Digest.hex(of: file.bytes))


                """
        }
        return text + """
            A file is whole and unchanged where its SHA-256 is the one above. To see it, type
              certutil -hashfile NAME SHA256    on Windows
              shasum -a 256 NAME                on macOS
              sha256sum NAME                    on Linux

            """
    }

    private static func meaning(of name: String) -> String {
        switch name {
        case "booklet.html": "The booklet, for any browser; it needs no other file."
        case "booklet.pdf": "The booklet, for reading and printing; tagged for screen readers."
        case "families.en.html": "Two pages for families in English, for any browser."
        case "families.en.pdf":
            "Two pages for families in English, for reading and printing; tagged for screen readers."
        case "families.es.html": "Two pages for families in Spanish, for any browser."
        case "families.es.pdf":
            "Two pages for families in Spanish, for reading and printing; tagged for screen readers."
        case "numbers.csv": "Every number of the booklet, for spreadsheets."
        case "numbers.json": "Every number, finding and printed comment of the booklet, for programs."
        case "dictionary.csv": "What each column and each statistic of the numbers means."
        default: "A part of the booklet."
        }
    }
}
