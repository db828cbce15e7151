import Yams

/// A profile as its file says it.
struct MailToolProfile: Decodable {
    let name: String
    let title: String
    let version: Int
    let date: String
    let sources: [Source]
    let seenInUse: [MailTool.Role]
    let unconfirmed: [MailTool.Role]
    let unconfirmedTags: [String]?
    let adds: [MailTool.Role]?
    let tags: Tags
    let mustContain: [String]
    let mustNotContain: [String]
    let templateMustContain: [String]?
    let bodyTags: [String]?
    let forms: [Form]

    enum CodingKeys: String, CodingKey {
        case name, title, version, date, sources, unconfirmed, adds, tags, forms
        case seenInUse = "seen-in-use"
        case unconfirmedTags = "unconfirmed-tags"
        case mustContain = "must-contain"
        case mustNotContain = "must-not-contain"
        case templateMustContain = "template-must-contain"
        case bodyTags = "body-tags"
    }

    struct Source: Decodable {
        let url: String
        let confirms: [MailTool.Role]?
    }

    struct Tags: Decodable {
        let unsubscribe: Link?
        let viewOnline: Link?
        let firstName: FirstName?
        let address: String?

        enum CodingKeys: String, CodingKey {
            case unsubscribe, address
            case viewOnline = "view-online"
            case firstName = "first-name"
        }
    }

    struct Link: Decodable {
        let url: String?
        let element: String?
        let text: String?

        var link: MailLink? {
            if let url { return .url(url) }
            guard let element, let text else { return nil }
            return .element(name: element, text: text)
        }
    }

    struct FirstName: Decodable {
        let template: String
        let replaces: [String: String]
    }

    struct Form: Decodable {
        let open: String
        let close: String
        let names: [String]?
        let contains: String?
    }

    /// The files' bytes, which are part of the program.
    static let files: [[UInt8]] = [
        PackageResources.mailchimp_yaml, PackageResources.listmonk_yaml, PackageResources.buttondown_yaml,
        PackageResources.brevo_yaml, PackageResources.mailerlite_yaml, PackageResources.campaign_monitor_yaml,
        PackageResources.sendgrid_yaml, PackageResources.kit_yaml, PackageResources.constant_contact_yaml,
        PackageResources.none_yaml,
    ]
}

extension MailTool {
    /// Reads a profile.
    /// - Throws: Yams' error where the file is not as ``MailToolProfile`` says.
    init(profile file: [UInt8]) throws {
        let profile = try YAMLDecoder().decode(MailToolProfile.self, from: String(decoding: file, as: UTF8.self))
        self.init(
            name: profile.name, title: profile.title, version: profile.version, date: profile.date,
            sources: profile.sources.map { Source(url: $0.url, confirms: Set($0.confirms ?? [])) },
            unsubscribe: profile.tags.unsubscribe?.link, viewOnline: profile.tags.viewOnline?.link,
            address: profile.tags.address, bodyTags: profile.bodyTags ?? [], mustContain: profile.mustContain,
            mustNotContain: profile.mustNotContain, templateMustContain: profile.templateMustContain ?? [],
            adds: Set(profile.adds ?? []), seenInUse: Set(profile.seenInUse),
            unconfirmedRoles: Set(profile.unconfirmed), unconfirmed: profile.unconfirmedTags ?? [],
            firstNameTag: profile.tags.firstName.map { tag in
                FirstNameTag(
                    template: tag.template,
                    replaces: tag.replaces.map { .init(text: $0.key, with: $0.value) }
                        .sorted { ($1.text.utf8.count, $0.text) < ($0.text.utf8.count, $1.text) })
            },
            forms: profile.forms.map { form in
                TagForm(
                    open: Array(form.open.utf8), close: Array(form.close.utf8),
                    names: (form.names ?? []).map { $0.utf8.map(\.lowercased) },
                    contains: Array((form.contains ?? "").utf8))
            })
    }
}
