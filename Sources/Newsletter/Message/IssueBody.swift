import Content
import Diagnostics
import Layouts
import Markup

/// The text of an issue as tables that mail clients lay out, each part by its template in `parts/`.
struct IssueBody {
    let layouts: LayoutLibrary
    let site: Site
    let language: String

    /// The room between the edges of an issue, in CSS pixels: 600 less what is left free on both sides.
    private static let width = 544
    /// The room in one of two columns.
    private static let columnWidth = 260
    /// The room beside a teaser's edge.
    private static let teaserInset = 20

    /// The parts as HTML.
    func html(_ pieces: [IssuePiece]) throws(DiagnosticLog) -> String { try html(pieces, width: Self.width) }

    private func html(_ pieces: [IssuePiece], width: Int) throws(DiagnosticLog) -> String {
        var html = ""
        for piece in pieces { html += try self.html(piece, width: width) }
        return html
    }

    private func html(_ piece: IssuePiece, width: Int) throws(DiagnosticLog) -> String {
        switch piece {
        case .html(let html): return MailMarkup.prepared(html, width: width)
        case .lead(let lead, let content):
            let link = lead.url.map { url in
                ["url": TemplateValue.text(URLText.escaped(url)), "label": .text(lead.more)]
            }
            return try part(
                "lead",
                [
                    "image": image(lead.image, width: width), "link": link.map { .object($0) } ?? .null,
                    "content": .text(try html(content, width: width)),
                ])
        case .teaser(let teaser):
            return try part(
                "teaser",
                [
                    "image": image(teaser.image, width: width - Self.teaserInset), "title": .text(teaser.title),
                    "summary": .optional(teaser.summary), "url": .text(URLText.escaped(teaser.url)),
                    "more": .optional(teaser.more), "level": .number(teaser.headingLevel),
                ])
        case .figure(let figure):
            return try part(
                "figure",
                [
                    "value": .text(figure.value), "caption": .text(MailMarkup.prepared(figure.caption, width: width)),
                    "has-blocks": .flag(figure.hasBlocks),
                ])
        case .button(let button):
            return try part(
                "button",
                [
                    "label": .text(button.labelHTML), "url": .text(URLText.escaped(button.url)),
                    "vml-width": .number(Self.buttonSize(button.label, room: width).width),
                    "vml-height": .number(Self.buttonSize(button.label, room: width).height),
                    "color-accent": .text(site.colors.accent),
                ])
        case .event(let event, let content):
            return try part(
                "event",
                [
                    "title": .text(event.titleHTML), "url": .optional(event.url.map(URLText.escaped)),
                    "when": .text(event.when(language: language)), "place": .optional(event.place),
                    "level": .number(event.headingLevel), "content": .text(try html(content, width: width)),
                ])
        case .row(let first, let second):
            return try part(
                "row",
                [
                    "first": .text(try html(first, width: Self.columnWidth)),
                    "second": .text(try html(second, width: Self.columnWidth)),
                ])
        case .divider: return try part("divider", [:])
        }
    }

    private func part(_ name: String, _ values: [String: TemplateValue]) throws(DiagnosticLog) -> String {
        try layouts.render("parts/\(name)", values)
    }

    /// Outlook draws a button only as large as it is told: some ten pixels for a bold letter of 16, lines of 20, and room around
    /// them.
    static func buttonSize(_ label: String, room: Int) -> (width: Int, height: Int) {
        let (letters, sides, line) = (label.count * 10, 52, 20)
        let lines = max(1, (letters + room - sides - 1) / (room - sides))
        return (min(room, letters + sides), lines * line + 24)
    }

    private func image(_ image: PageImage?, width: Int) -> TemplateValue {
        guard let image else { return .null }
        let size = image.size.map { MailMarkup.fitted(width: $0.width, height: $0.height, into: width) }
        return [
            "src": .text(URLText.escaped(image.url)), "alt": .text(image.alternative),
            "width": .optional(size.map { String($0.width) }), "height": .optional(size.map { String($0.height) }),
        ]
    }
}
