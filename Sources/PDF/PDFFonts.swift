import Crypto
import Diagnostics
import Foundation

/// The fonts that a PDF may use, whatever else is installed, so that every machine gives the same pages and fonts are found fast.
struct PDFFonts: Sendable {
    /// Debian's fonts-noto-core: two families for text, Arabic, and signs that neither has.
    private static let names =
        ["NotoSans", "NotoSerif"].flatMap { family in
            ["Regular", "Italic", "Bold", "BoldItalic"].map { "\(family)-\($0).ttf" }
        } + [
            "NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf", "NotoSansSymbols2-Regular.ttf",
            "NotoSansMath-Regular.ttf",
        ]

    /// Where Debian, Fedora, Arch and macOS put them.
    private static let folders = [
        "/usr/share/fonts/truetype/noto", "/usr/share/fonts/google-noto", "/usr/share/fonts/noto", "/Library/Fonts",
    ]

    private let files: [String]
    /// A digest of all that is in the files.
    let digest: String

    /// Looks for the fonts.
    /// - Throws: an error that says how to install them.
    init() throws(DiagnosticLog) {
        let found = Self.folders.map { folder in
            Self.names.map { folder + "/" + $0 }.filter { FileManager.default.isReadableFile(atPath: $0) }
        }
        guard let files = found.first(where: { $0.contains { $0.hasSuffix("/NotoSans-Regular.ttf") } }) else {
            throw DiagnosticLog([
                Diagnostic(path: "fonts", message: "the fonts Noto Sans and Noto Serif are not installed", hint: .setUp)
            ])
        }
        self.files = files
        var hash = SHA256()
        for file in files { hash.update(data: FileManager.default.contents(atPath: file) ?? Data()) }
        digest = hash.finalize().hexadecimal
    }

    /// Writes a configuration of fontconfig that knows these fonts alone.
    /// - Returns: its path.
    func configure(in folder: PrivateFolder) throws(DiagnosticLog) -> String {
        let fonts = try folder.makeFolder("fonts")
        let cache = try folder.makeFolder("font-cache")
        for file in files {
            let link = fonts + "/" + (file.split(separator: "/").last ?? "")
            guard symlink(file, link) == 0 else { throw .failure(of: folder.path, code: errno) }
        }
        let aliases = [
            "sans-serif": "Noto Sans", "system-ui": "Noto Sans", "serif": "Noto Serif", "monospace": "Noto Sans",
        ]
        let text =
            ["<?xml version=\"1.0\"?>\n<fontconfig>\n<dir>\(fonts)</dir>\n<cachedir>\(cache)</cachedir>\n"]
            + aliases.sorted { $0.key < $1.key }.map { generic, family in
                """
                <alias binding="same"><family>\(generic)</family><prefer><family>\(family)</family>\
                <family>Noto Sans Arabic</family></prefer></alias>

                """
            } + ["</fontconfig>\n"]
        return try folder.write(text.joined().utf8, to: "fonts.conf")
    }
}

extension String {
    /// How the author gets what PDFs need.
    static let setUp = "run Scripts/setup --pdf; or go on without PDFs: build without --pdf, deliver with --no-pdf"
}

extension SHA256.Digest {
    /// The digest as 64 digits.
    var hexadecimal: String {
        map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}
