import Diagnostics
import Markup

/// Pictures without words, since many readers see no pictures and some see nothing, and pictures that mail programs don't show or
/// show too large.
enum ImageCheck {
    static func diagnostics(of page: CheckedPage) -> [Diagnostic] {
        page.elements("//body//img").flatMap { image in
            let address = image[attribute: "src"] ?? ""
            // The Markdown has another path to the same file.
            let file = address.split(separator: "/").last.map(String.init) ?? address
            let place = { (file.isEmpty ? nil : page.source.offset(of: file)) ?? page.place(ofPartWith: image) }
            return [
                words(of: image, file: file, page, place: place),
                LinkTarget(address).problem(isPicture: true, in: page, place: place),
                format(file, page, place: place), size(of: image, file: file, page, place: place),
            ].compactMap { $0 }
        }
    }

    /// SVG, which neither Gmail nor Outlook shows (caniemail.com, image-svg).
    private static func format(_ file: String, _ page: CheckedPage, place: () -> Int?) -> Diagnostic? {
        guard file.prefix(while: { $0 != "?" && $0 != "#" }).lowercased().hasSuffix(".svg") else { return nil }
        return page.source.diagnostic(
            .warning, at: place(), "the picture \(file) is SVG, which Gmail and Outlook don't show",
            hint: "save it as PNG, twice as wide as it is shown, and use that")
    }

    private static func size(
        of image: MarkupNode, file: String, _ page: CheckedPage, place: () -> Int?
    ) -> Diagnostic? {
        guard image[attribute: "width"] == nil, let place = place() else { return nil }
        return page.source.diagnostic(
            .warning, at: place, "the size of the picture \(file) is not known, and Outlook shows it as large as it is",
            hint: "put the file into the folder images, and write the path to it")
    }

    private static func words(
        of image: MarkupNode, file: String, _ page: CheckedPage, place: () -> Int?
    ) -> Diagnostic? {
        let hint = "write what it shows between the brackets of ![…](…)"
        guard let alt = image[attribute: "alt"] else {
            return page.source.diagnostic(at: place(), "the picture \(file) has no \"alt\" text", hint: hint)
        }
        // A picture of the layout may be an ornament; one of the text says something.
        guard alt.allSatisfy(\.isWhitespace), let place = place() else { return nil }
        return page.source.diagnostic(
            .warning, at: place, "the picture \(file) has no words for who can't see it", hint: hint)
    }
}
