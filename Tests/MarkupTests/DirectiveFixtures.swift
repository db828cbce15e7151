import Diagnostics
import Testing

@testable import Markup

/// A table with one of each kind.
let sampleDirectives = [
    DirectiveDefinition(
        "box", .container, label: .optional(allowsLinks: true),
        attributes: [
            DirectiveAttribute("image", .image, needs: "alt"), DirectiveAttribute("alt"),
            DirectiveAttribute("url", .link),
        ],
        contents: .text(directives: ["button", "box", "pair"])),
    DirectiveDefinition(
        "button", .leaf, label: .required(allowsLinks: false),
        attributes: [
            DirectiveAttribute("url", .link, isRequired: true), DirectiveAttribute("more"),
            DirectiveAttribute("code", .checked(expectation: "four digits", isValid: { $0.count == 4 })),
        ]),
    DirectiveDefinition("pair", .container, contents: .only("half", count: 2)),
    DirectiveDefinition("half", .container, contents: .text(directives: ["button"]), standsAlone: false),
    DirectiveDefinition("either", .either),
]

/// A text with the sample's directives.
func directiveDocument(_ text: String, allowsPersonalization: Bool = true) -> MarkdownDocument {
    document(text) {
        $0.directives = sampleDirectives
        $0.allowsPersonalization = allowsPersonalization
    }
}

/// The pieces of a text as one line each: HTML as it is, a directive as its name with its contents in parentheses.
func outline(_ text: String) -> [String] { outline(directiveDocument(text).pieces()) }

func outline(_ pieces: [MarkdownPiece]) -> [String] {
    pieces.map { piece in
        switch piece {
        case .html(let html): html.split(separator: "\n").joined(separator: " ")
        case .directive(let directive, let content):
            directive.name + (directive.label.map { "[\($0.html)]" } ?? "")
                + (content.isEmpty ? "" : "(" + outline(content).joined(separator: "; ") + ")")
        }
    }
}

/// What is reported of a text's directives, as `line:column message`.
func directiveProblems(_ text: String, allowsPersonalization: Bool = true) -> [String] {
    var log = DiagnosticLog()
    directiveDocument(text, allowsPersonalization: allowsPersonalization).checkDirectives(log: &log)
    return log.sorted.map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.message)" }
}

/// The first directive of a text, with what it contains.
func firstDirective(of document: MarkdownDocument) throws -> (directive: Directive, content: [MarkdownPiece]) {
    let found = document.pieces().compactMap { piece -> (Directive, [MarkdownPiece])? in
        if case .directive(let directive, let content) = piece { (directive, content) } else { nil }
    }
    return try #require(found.first)
}
