import Content
import Diagnostics

extension CheckedIssue {
    /// An issue of a site.
    /// - Parameters:
    ///   - source: the issue's Markdown file.
    ///   - folder: the folder of content, as the author gave it.
    ///   - layouts: the folder of templates, as the author gave it.
    init(
        source: SourceFile, subject: String, preheader: String, html: String, text: String, site: Site, folder: String,
        layouts: String
    ) {
        let newsletter = site.newsletter
        self.init(
            source: source, subject: subject, preheader: preheader, html: html, text: text, tool: newsletter.tool,
            unsubscribe: newsletter.unsubscribe, ownTags: newsletter.ownTags,
            address: [site.address.street, site.address.city, site.address.postalCode],
            settings: ("\(folder)/site.yaml", newsletter.location), layouts: layouts)
    }
}
