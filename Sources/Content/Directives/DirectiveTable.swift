import Dates
import Markup

extension DirectiveDefinition {
    /// The directives that every text of the practice may have: pages, booklets and newsletters.
    static let all: [DirectiveDefinition] = [
        DirectiveDefinition(
            "lead", .container,
            attributes: [
                DirectiveAttribute("image", .image, needs: "alt"), DirectiveAttribute("alt", needs: "image"),
                DirectiveAttribute("url", .link), DirectiveAttribute("more", needs: "url"),
            ],
            contents: .text(directives: small)),
        DirectiveDefinition(
            "teaser", .leaf, label: .optional(allowsLinks: false),
            attributes: [DirectiveAttribute("url", .link, isRequired: true), DirectiveAttribute("more")]),
        DirectiveDefinition(
            "figure", .either, label: .optional(allowsLinks: true),
            attributes: [DirectiveAttribute("value", isRequired: true)]),
        DirectiveDefinition(
            "button", .leaf, label: .required(allowsLinks: false),
            attributes: [DirectiveAttribute("url", .link, isRequired: true)]),
        DirectiveDefinition(
            "event", .either, label: .required(allowsLinks: false),
            attributes: [
                DirectiveAttribute("date", day, isRequired: true), DirectiveAttribute("end", day),
                DirectiveAttribute("time"), DirectiveAttribute("place"), DirectiveAttribute("url", .link),
            ],
            contents: .text(directives: ["button"])),
        DirectiveDefinition("row", .container, contents: .only("column", count: 2)),
        DirectiveDefinition("column", .container, contents: .text(directives: small), standsAlone: false),
        DirectiveDefinition("divider", .leaf),
    ]

    /// What has room in a part of the page.
    private static let small: Set<String> = ["teaser", "figure", "button", "event", "divider"]

    private static let day = DirectiveAttribute.Kind.checked(
        expectation: "a date such as 2026-08-12 that the calendar has",
        isValid: { CalendarDate(iso8601: $0) != nil })
}
