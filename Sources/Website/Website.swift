import Content
import Crypto
import Diagnostics
import Foundation
import Layouts
import Publishing

/// The practice's public site, as artifacts.
public struct Website: Sendable {
    let library: Library
    let layouts: LayoutLibrary
    let contexts: PageContexts
    private let stylesheetName: String

    private static let stylesheet = "style.css"

    /// Describes the site.
    /// - Parameters:
    ///   - library: the content.
    ///   - layouts: the templates of `Layouts/Site`.
    ///   - jobs: how many threads render what pages share.
    /// - Returns: one artifact for each page, list, feed and file.
    /// - Throws: `DiagnosticLog` where the layouts have no stylesheet, a page is missing that they link to, or a URL can't be a
    ///   path.
    public static func artifacts(
        of library: Library, layouts: LayoutLibrary, jobs: Int
    ) throws(DiagnosticLog) -> [Artifact] {
        let style = try layouts.render(stylesheet, ["site": PageContexts.values(of: library.site)])
        try NeededPages(library: library).check()
        // The name changes with the content, so that browsers may keep the file for ever.
        let digest = SHA256.hash(data: Array(style.utf8)).prefix(5).map {
            String(UInt16($0) | 0x100, radix: 16).dropFirst()
        }
        .joined()
        let name = "style.\(digest).css"
        let site = Website(
            library: library, layouts: layouts,
            contexts: try PageContexts(library: library, layouts: layouts, stylesheet: "/" + name, jobs: jobs),
            stylesheetName: name)
        do {
            return try site.pages() + site.lists() + site.tagLists() + site.issues() + site.feeds()
                + site.files(style: style)
        } catch {
            throw DiagnosticLog([Diagnostic(path: library.folder, message: error.description)])
        }
    }

    private func pages() throws(ArtifactPathError) -> [Artifact] {
        var artifacts: [Artifact] = []
        for page in library.pages {
            artifacts.append(
                try artifact(url: page.url) {
                    .text(
                        try layouts.render(
                            contexts.template(for: page), contexts.values(for: page),
                            shared: contexts.shared(for: page.url)))
                })
        }
        return artifacts
    }

    private func lists() throws(ArtifactPathError) -> [Artifact] {
        var artifacts: [Artifact] = []
        for collection in Collection.allCases where collection.isListed {
            guard let head = library.listPages[collection] else { continue }
            for pagination in contexts.pagination(of: head) {
                artifacts.append(
                    try artifact(url: pagination.url) {
                        .text(
                            try layouts.render(
                                "list", contexts.listValues(head, pagination, of: collection),
                                shared: contexts.shared(for: pagination.url)))
                    })
            }
        }
        return artifacts
    }

    private func tagLists() throws(ArtifactPathError) -> [Artifact] {
        var artifacts: [Artifact] = []
        for tagged in contexts.pagesByTag {
            for pagination in contexts.pagination(of: tagged) {
                artifacts.append(
                    try artifact(url: pagination.url) {
                        .text(
                            try layouts.render(
                                "tag", contexts.tagValues(tagged.tag, pagination),
                                shared: contexts.shared(for: pagination.url)))
                    })
            }
        }
        return artifacts
    }

    private func issues() throws(ArtifactPathError) -> [Artifact] {
        var artifacts: [Artifact] = []
        for (index, issue) in contexts.issues.enumerated() {
            artifacts.append(
                try artifact(url: issue.url) {
                    .text(
                        try layouts.render(
                            "issue", contexts.issueValues(index), shared: contexts.shared(for: issue.url)))
                })
        }
        for pagination in contexts.archive {
            artifacts.append(
                try artifact(url: pagination.url) {
                    .text(
                        try layouts.render(
                            "archive", contexts.archiveValues(pagination), shared: contexts.shared(for: pagination.url))
                    )
                })
        }
        return artifacts
    }

    private func feeds() throws(ArtifactPathError) -> [Artifact] {
        let shared = contexts.shared(for: "")
        var artifacts = [
            try artifact(path: "sitemap.xml") {
                .text(try layouts.render("sitemap.xml", contexts.sitemapValues(), shared: shared))
            },
            try artifact(path: "robots.txt") {
                .text(
                    try layouts.render(
                        "robots.txt", ["sitemap": .text(contexts.absolute("/sitemap.xml"))], shared: shared))
            },
        ]
        if contexts.hasFeed {
            artifacts.append(
                try artifact(path: "feed.xml") {
                    .text(try layouts.render("feed.xml", contexts.feedValues(), shared: shared))
                })
        }
        if !contexts.issues.isEmpty {
            artifacts.append(
                try artifact(url: WebIssue.feedURL) {
                    .text(try layouts.render("feed.xml", contexts.newsletterFeedValues(), shared: shared))
                })
        }
        return artifacts
    }

    private func files(style: String) throws(ArtifactPathError) -> [Artifact] {
        var artifacts = [try artifact(path: stylesheetName) { .text(style) }]
        for (name, bytes) in layouts.files.sorted(by: { $0.key < $1.key }) where name.hasPrefix("assets/") {
            artifacts.append(try artifact(path: name) { .bytes(bytes) })
        }
        for asset in library.assets {
            artifacts.append(
                try artifact(path: asset.path) {
                    guard let data = FileManager.default.contents(atPath: asset.file) else {
                        throw DiagnosticLog([Diagnostic(path: asset.file, message: "this file can't be read")])
                    }
                    return .bytes([UInt8](data))
                })
        }
        return artifacts
    }

    /// A page: `/about/` is the file `about/index.html`.
    private func artifact(
        url: String, render: @escaping @Sendable () throws -> ArtifactContent
    ) throws(ArtifactPathError) -> Artifact {
        try artifact(path: (url.hasSuffix("/") ? url + "index.html" : url).dropFirst().description, render: render)
    }

    private func artifact(
        path: String, render: @escaping @Sendable () throws -> ArtifactContent
    ) throws(ArtifactPathError) -> Artifact {
        Artifact(product: .site, path: try ArtifactPath(path), audience: .public, render: render)
    }
}
