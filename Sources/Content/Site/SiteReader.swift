import Consent
import Diagnostics
import Evaluation
import MailTools
import Yams

/// Reads site.yaml.
struct SiteReader {
    let folder: ContentFolder
    let links: LinkIndex
    /// The mail tool that the command line names.
    var tool: MailTool?

    static let file = "site.yaml"

    /// The site, nil where it was reported as missing or wrong, and the links of its navigation.
    func read() -> ReadFile<Site> {
        var log = DiagnosticLog()
        let read = read(log: &log)
        return ReadFile(file: Self.file, value: read?.site, links: read?.links ?? [], log: log)
    }

    private func read(log: inout DiagnosticLog) -> (site: Site?, links: [NotedLink])? {
        guard folder.contains(Self.file) else {
            log.report(
                Diagnostic(
                    path: folder.shown(Self.file), message: "there is no such file",
                    hint: "every build needs it: name, tagline, description, base-url, language, email, address"))
            return nil
        }
        guard let source = folder.read(Self.file, log: &log) else { return nil }
        let reader = YAMLReader(source)
        defer { log.merge(reader.log) }
        guard let keys = reader.mapping(of: 0..<source.bytes.count) else { return nil }
        let name = keys.required("name", .text)
        let tagline = keys.required("tagline", .text)
        let description = keys.required("description", .text)
        let baseURL = keys.required("base-url", .siteURL)
        let language = keys.required("language", .languageTag)
        _ = keys.optional("languages", .texts)
        let email = keys.required("email", .emailAddress)
        let phone = keys.optional("phone", .text)
        let address = keys.required("address", .mapping).flatMap(readAddress)
        let markdown = keys.optional("markdown", .mapping)
        let allowsRawHTML = markdown?.optional("raw-html", .flag) ?? false
        markdown?.reportUnknownKeys()
        let navigation = readLinks(keys, "navigation")
        let footer = readLinks(keys, "footer-navigation")
        let newsletter = keys.required("newsletter", .mapping).flatMap { NewsletterSettings($0, tool: tool) }
        let colors = readColors(keys)
        let disclosure = readDisclosure(keys)
        let booklets =
            keys.optional("booklets", .mapping).map { BookletSettings($0, links: links) } ?? BookletSettings()
        keys.reportUnknownKeys()
        let noted = (navigation + footer).map(\.noted)
        guard let name, let tagline, let description, let baseURL, let language, let email, let address,
            let newsletter
        else { return (nil, noted) }
        let site = Site(
            name: name, tagline: tagline, description: description, baseURL: baseURL, language: language,
            email: email, phone: phone, address: address, allowsRawHTML: allowsRawHTML,
            navigation: navigation.map(\.link), footerNavigation: footer.map(\.link), newsletter: newsletter,
            colors: colors, disclosure: disclosure, booklets: booklets)
        return (site, noted)
    }

    private func readAddress(_ keys: YAMLMapping) -> Site.PostalAddress? {
        let street = keys.required("street", .text)
        let city = keys.required("city", .text)
        let region = keys.required("region", .text)
        let postalCode = keys.required("postal-code", .text)
        let country = keys.required("country", .text)
        keys.reportUnknownKeys()
        guard let street, let city, let region, let postalCode, let country else { return nil }
        return Site.PostalAddress(
            street: street, city: city, region: region, postalCode: postalCode, country: country)
    }

    private func readLinks(
        _ keys: YAMLMapping, _ key: String
    ) -> [(link: Site.NavigationLink, noted: NotedLink)] {
        (keys.optional(key, .mappings) ?? []).compactMap { entry in
            let title = entry.required("title", .text)
            let link = entry.required("link", .text)
            entry.reportUnknownKeys()
            guard let title, let link else { return nil }
            let target = link.hasSuffix("/") ? String(link.dropLast()) : link
            let node = entry.value(of: "link")
            guard let page = links.page(at: target) else {
                if let problem = links.missingList(at: target) {
                    entry.reader.report(node, problem.message, hint: problem.hint)
                    return nil
                }
                entry.reader.report(
                    node, "there is no page \(folder.shown(link))",
                    hint: NearestName.match(for: target, among: links.pagePaths).map { "did you mean \"\($0)\"?" }
                        ?? "name a file or a folder under \(folder.path), such as pages/about.md or services/")
                return nil
            }
            let noted = NotedLink(
                target: .heading(file: page.file, fragment: nil), location: entry.reader.location(of: node) ?? .start)
            return (Site.NavigationLink(title: title, url: page.url), noted)
        }
    }

    private func readColors(_ keys: YAMLMapping) -> Site.Colors {
        let colors = keys.optional("colors", .mapping)
        let primary = colors.flatMap { readColor($0, "primary") }
        let accent = colors.flatMap { readColor($0, "accent") }
        colors?.reportUnknownKeys()
        return Site.Colors(primary: primary ?? "#1f3a5f", accent: accent ?? "#9c4516")
    }

    /// Without quotation marks a color is a comment to YAML and its key looks empty, which is told rather than passed over.
    private func readColor(_ keys: YAMLMapping, _ key: String) -> String? {
        guard keys.value(of: key) != nil else { return keys.optional(key, .color) }
        let color = keys.required(key, .color)
        if let color, ColorContrast.withWhite(color) < ColorContrast.minimum {
            keys.reader.report(
                keys.value(of: key),
                "text in this color is hard to read: its contrast with white is less than 4.5 to 1",
                severity: .warning, hint: "choose a darker color; WCAG 2.2 asks for that much")
        }
        return color
    }

    private func readDisclosure(_ keys: YAMLMapping) -> DisclosureRule {
        let numbers = keys.optional("disclosure", .mapping)
        return numbers.map(DisclosureRule.init) ?? DisclosureRule()
    }
}

extension DisclosureRule {
    /// Reads how many answers a result needs; a number below the floors is an error at its line.
    init(_ keys: YAMLMapping) {
        let families = keys.optional("students-and-families", .integer(Self.studentsAndFamiliesFloor...10_000))
        let staff = keys.optional("staff", .integer(Self.staffFloor...10_000))
        keys.reportUnknownKeys()
        let usual = DisclosureRule()
        self.init(studentsAndFamilies: families ?? usual.studentsAndFamilies, staff: staff ?? usual.staff)
    }
}

extension ConsentWords {
    /// Reads the three statements from a mapping that may have other keys too.
    init?(_ keys: YAMLMapping) {
        let privacy = keys.required("privacy", .text)
        let terms = keys.required("terms", .text)
        let newsletter = keys.required("newsletter", .text)
        keys.reportUnknownKeys()
        guard let privacy, let terms, let newsletter else { return nil }
        self.init(privacy: privacy, terms: terms, newsletter: newsletter)
    }
}

extension YAMLKind where Value == String {
    /// The address of a site, without a trailing slash. Pages link to each other from the root of their host, so a site
    /// can't stand in a folder of it.
    fileprivate static var siteURL: Self {
        YAMLKind(expectation: "a web address without a path, such as https://www.example.org") { node, reader in
            webURL.read(node, reader).flatMap { url in
                let site = url.hasSuffix("/") ? url.dropLast() : url[...]
                let host = site.drop { $0 != ":" }.dropFirst(3)
                return host.contains { "/?#@".contains($0) } ? nil : String(site)
            }
        }
    }

    /// A web address.
    static var webURL: Self {
        YAMLKind(expectation: "a web address that begins with https://") { node, _ in
            guard let url = node.string?.trimmed, url.hasPrefix("https://") || url.hasPrefix("http://"),
                url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"<>\"\\^`{|}".utf8.contains($0) }),
                let host = url.split(separator: "/", omittingEmptySubsequences: false).dropFirst(2).first,
                host.first?.isASCIIAlphanumeric == true, host.contains(".")
            else { return nil }
            return url
        }
    }

    /// What a link of an e-mail leads to: a web address, or a tag that the mail tool puts one in for.
    static var mailLink: Self {
        YAMLKind(expectation: "a web address or a tag of the mail tool such as \"*|UNSUB|*\"") { node, reader in
            if let url = webURL.read(node, reader) { return url }
            return line.read(node, reader).flatMap { tag in
                tag.contains { "|{[%".contains($0) } && !tag.contains { "\"<>".contains($0) } ? tag : nil
            }
        }
    }

    /// An e-mail address, checked for its shape only.
    fileprivate static var emailAddress: Self {
        YAMLKind(expectation: "an e-mail address") { node, _ in
            guard let address = node.string?.trimmed else { return nil }
            let parts = address.split(separator: "@", omittingEmptySubsequences: false)
            let isPlain = address.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !",;<>()".utf8.contains($0) }
            return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && isPlain ? address : nil
        }
    }

    /// A language, such as `en` or `es-US` (BCP 47).
    static var languageTag: Self {
        YAMLKind(expectation: "a language such as en or es-US") { node, _ in
            guard let tag = node.string?.trimmed else { return nil }
            let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
            let isTag = parts.allSatisfy { (1...8).contains($0.utf8.count) && $0.allSatisfy(\.isASCIIAlphanumeric) }
            return isTag && (2...3).contains(parts[0].count) && parts[0].allSatisfy(\.isLetter) ? tag : nil
        }
    }

    /// A color in CSS hexadecimal notation.
    fileprivate static var color: Self {
        YAMLKind(expectation: "a color in quotation marks such as \"#1f3a5f\"") { node, _ in
            guard let color = node.string?.trimmed, color.utf8.count == 7, color.hasPrefix("#"),
                color.dropFirst().allSatisfy({ $0.isASCII && $0.isHexDigit })
            else { return nil }
            return color.lowercased()
        }
    }
}

extension Character {
    /// Whether this is an ASCII letter or digit.
    fileprivate var isASCIIAlphanumeric: Bool { isASCII && (isLetter || isNumber) }
}
