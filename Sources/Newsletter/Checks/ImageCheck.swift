import Diagnostics
import Markup

/// Pictures without words: many readers see no pictures, and some see nothing.
enum ImageCheck {
    static func diagnostics(of page: CheckedPage) -> [Diagnostic] {
        page.elements("//body//img").flatMap { image in
            let address = image[attribute: "src"] ?? ""
            // The Markdown has another path to the same file.
            let file = address.split(separator: "/").last.map(String.init) ?? address
            let place = { file.isEmpty ? nil : page.source.offset(of: file) }
            return [
                words(of: image, file: file, page, place: place),
                LinkTarget(address).problem(isPicture: true, in: page, place: place),
            ].compactMap { $0 }
        }
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
