import Markup

extension [IssuePiece] {
    /// The text as semantic HTML, as pages and booklets have it.
    /// - Parameter language: the language that dates are written in, a BCP 47 tag.
    public func html(language: String) -> String {
        reduce(into: "") { $0 += $1.html(language: language) }
    }
}

extension IssuePiece {
    fileprivate func html(language: String) -> String {
        switch self {
        case .html(let html): html
        case .lead(let lead, let content): lead.html(around: content.html(language: language))
        case .teaser(let teaser): teaser.html
        case .figure(let figure):
            "<figure class=\"pull-figure\">\n<p class=\"value\">\(figure.value.escaped)</p>\n"
                + "<figcaption>\(figure.caption)</figcaption>\n</figure>\n"
        case .button(let button):
            "<p class=\"button\"><a href=\"\(button.url.escapedURL)\">\(button.labelHTML)</a></p>\n"
        case .event(let event, let content): event.html(around: content.html(language: language), language: language)
        case .row(let first, let second):
            "<div class=\"row\">\n<div class=\"column\">\n\(first.html(language: language))</div>\n"
                + "<div class=\"column\">\n\(second.html(language: language))</div>\n</div>\n"
        case .divider: "<hr class=\"divider\" />\n"
        }
    }
}

extension Lead {
    fileprivate func html(around content: String) -> String {
        let picture = image.map { image in
            "<p class=\"picture\">\(url.map { "<a href=\"\($0.escapedURL)\">\(image.html)</a>" } ?? image.html)</p>\n"
        }
        let link = url.map { "<p class=\"more\"><a href=\"\($0.escapedURL)\">\(more.escaped)</a></p>\n" }
        return "<div class=\"lead\">\n\(picture ?? "")\(content)\(link ?? "")</div>\n"
    }
}

extension Teaser {
    fileprivate var html: String {
        let href = "href=\"\(url.escapedURL)\""
        var html = "<div class=\"teaser\">\n"
        if let image { html += "<p class=\"picture\">\(image.html)</p>\n" }
        html += "<h\(headingLevel)><a \(href)>\(title.escaped)</a></h\(headingLevel)>\n"
        if let summary { html += "<p>\(summary.escaped)</p>\n" }
        // A link's name says where it leads also where it is read by itself (WCAG 2.2, 2.4.9), and has its visible words (2.5.3).
        if let more {
            let name = "\(more): \(title)".escaped
            html += "<p class=\"more\"><a \(href) aria-label=\"\(name)\">\(more.escaped)</a></p>\n"
        }
        return html + "</div>\n"
    }
}

extension Event {
    fileprivate func html(around content: String, language: String) -> String {
        let name = url.map { "<a href=\"\($0.escapedURL)\">\(titleHTML)</a>" } ?? titleHTML
        let days = [date, end].compactMap(\.self).map { day in
            "<time datetime=\"\(day.iso8601)\">\(day.longText(language: language))</time>"
        }
        let facts = [days.joined(separator: " – "), time?.escaped].compactMap(\.self).joined(separator: ", ")
        return """
            <div class="event">
            <h\(headingLevel)>\(name)</h\(headingLevel)>
            <p class="when">\(facts)\(place.map { " · \($0.escaped)" } ?? "")</p>
            \(content)</div>

            """
    }
}

extension PageImage {
    fileprivate var html: String {
        let size = size.map { " width=\"\($0.width)\" height=\"\($0.height)\"" } ?? ""
        return "<img src=\"\(url.escapedURL)\" alt=\"\(alternative.escaped)\"\(size) />"
    }
}

extension String {
    /// The text as it stands in HTML, in an attribute too.
    var escaped: String {
        [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;")].reduce(self) { text, pair in
            text.replacing(pair.0, with: pair.1)
        }
    }

    /// The same of a URL, with percent signs for what no URL may hold (RFC 3986, 2.1) but a mail tool's tags byte for byte.
    var escapedURL: String { URLText.escaped(self) }
}
