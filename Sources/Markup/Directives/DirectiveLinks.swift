import CCMarkGFM
import Diagnostics

extension MarkdownDocument {
    /// Asks where the links and images of directives' keys lead, as of all others.
    func resolveDirectiveLinks(log: inout DiagnosticLog, _ resolve: (LinkReference) -> LinkResolution?) {
        for entry in directives.entries {
            guard let definition = definition(of: entry) else { continue }
            for attribute in definition.attributes {
                guard let isImage = attribute.isImage, let written = entry.block.written[attribute.name],
                    !written.isEmpty, let place = entry.location(of: attribute.name)
                else { continue }
                if let scheme = URLSafety.forbiddenScheme(of: written) {
                    log.report(forbidden(scheme, at: place))
                    entry.block.attributes[attribute.name] = ""
                } else if !URLSafety.hasMergeTag(written), !URLSafety.isAbsolute(written) {
                    let reference = LinkReference(
                        destination: written, line: place.line, column: place.column, isImage: isImage)
                    apply(resolve(reference), to: attribute.name, of: entry.block)
                }
            }
        }
    }

    func prefixDirectiveLinks(with prefix: String) {
        for entry in directives.entries {
            for attribute in definition(of: entry)?.attributes ?? [] where attribute.isImage != nil {
                guard let url = entry.block.attributes[attribute.name], url.isFromRoot else { continue }
                entry.block.attributes[attribute.name] = prefix + url
            }
        }
    }

    func definition(of entry: DirectiveSurvey.Entry) -> DirectiveDefinition? {
        options.directives.first { $0.name == entry.block.line.name }
    }

    private func apply(_ resolution: LinkResolution?, to name: String, of block: DirectiveBlock) {
        switch resolution {
        case .keep: break
        case nil: block.attributes[name] = ""
        case .replace(let url): block.attributes[name] = url
        case .image(let url, let width, let height):
            block.attributes[name] = url
            if let width, let height { block.imageSize = ImageSize(width: width, height: height) }
        }
    }
}

extension DirectiveSurvey.Entry {
    /// Where the value of a key stands.
    func location(of attribute: String) -> SourceLocation? {
        block.line.attributes.first { $0.name == attribute }.map { location(ofByte: $0.valueOffset) }
    }
}

extension DirectiveAttribute {
    /// Whether it names an image; nil where it names no file at all.
    var isImage: Bool? {
        switch kind {
        case .link: false
        case .image: true
        case .text, .checked: nil
        }
    }
}
