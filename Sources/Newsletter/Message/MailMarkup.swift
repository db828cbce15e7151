/// What HTML that was made of Markdown still needs for mail.
enum MailMarkup {
    /// A table of so many columns needs smaller letters on a phone.
    private static let manyColumns = 4

    /// The HTML with its tables told from those that only lay out, notes without a section that has no heading, and no picture
    /// wider than its room.
    /// - Parameter width: the room in CSS pixels.
    static func prepared(_ html: String, width: Int) -> String {
        let notes = "<section class=\"footnotes\" data-footnotes>"
        guard html.contains("<table>") || html.contains(notes) || html.contains("<img ") else { return html }
        // A section of notes is the last of a text; there is no other section in it.
        let text =
            html.contains(notes)
            ? html.replacing(notes, with: "<div class=\"footnotes\">").replacing("</section>", with: "</div>") : html
        return fitPictures(markTables(text), width: width)
    }

    private static func markTables(_ html: String) -> String {
        let parts = html.split(separator: "<table>", omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(String(parts.first ?? "")) { text, table in
            let head = table.prefix(upTo: table.firstRange(of: "</tr>")?.lowerBound ?? table.endIndex)
            let isWide = head.ranges(of: "<th").count >= manyColumns
            return text + "<table class=\"\(isWide ? "data wide" : "data")\">" + table
        }
    }

    /// A size that is no wider than its room, in the same proportion.
    static func fitted(width: Int, height: Int, into room: Int) -> (width: Int, height: Int) {
        guard width > room, width > 0 else { return (width, height) }
        return (room, max(1, (height * room + width / 2) / width))
    }

    private static func fitPictures(_ html: String, width room: Int) -> String {
        var result = ""
        var rest = html[...]
        while let start = rest.firstRange(of: "<img "), let end = rest[start.upperBound...].firstRange(of: "/>") {
            result += rest[..<start.lowerBound]
            var tag = String(rest[start.lowerBound..<end.upperBound])
            if let width = number(of: "width", in: tag), let height = number(of: "height", in: tag) {
                let size = fitted(width: width, height: height, into: room)
                // As wide as its room up to its own width: a plain width would hold a table open on a phone.
                tag = tag.replacing(
                    " width=\"\(width)\" height=\"\(height)\"",
                    with:
                        " class=\"fluid\" style=\"max-width:\(size.width)px\" width=\"\(size.width)\" height=\"\(size.height)\""
                )
            }
            result += tag
            rest = rest[end.upperBound...]
        }
        return result + rest
    }

    private static func number(of attribute: String, in tag: String) -> Int? {
        guard let start = tag.firstRange(of: " \(attribute)=\"") else { return nil }
        return Int(tag[start.upperBound...].prefix { $0 != "\"" })
    }
}

extension String {
    /// The text as it stands in HTML, in an attribute too.
    var escapedForHTML: String {
        [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;")].reduce(self) { text, pair in
            text.replacing(pair.0, with: pair.1)
        }
    }
}
