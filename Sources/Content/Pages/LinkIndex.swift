import Diagnostics
import Foundation
import Markup

/// What links between files can lead to: every file's URL, known from the files' names alone.
struct LinkIndex: Sendable {
    /// URLs by file, relative to Content/.
    private let urls: [String: String]
    private let filesByURL: [String: String]
    private let folder: ContentFolder
    /// What broken links are held against, sorted: pages, and files that may be published as they are.
    private let pages: [String]
    private let assets: [String]
    private let pageURLs: [String]

    init(folder: ContentFolder) {
        self.folder = folder
        var urls: [String: String] = [:]
        for collection in Collection.allCases {
            for file in folder.files(in: collection.rawValue, suffix: ".md") {
                urls[file] = collection.url(slug: file.slug)
            }
        }
        for file in folder.files(in: "newsletters", suffix: ".md") { urls[file] = Issue.url(slug: file.slug) }
        self.urls = urls
        filesByURL = Dictionary(urls.map { ($1, $0) }, uniquingKeysWith: min)
        pages = urls.keys.sorted()
        assets = folder.files.filter(Self.isPublishable)
        pageURLs = filesByURL.keys.sorted()
    }

    /// The page that a path names: a file, or a folder's list of pages.
    func page(at path: String) -> (file: String, url: String)? {
        let file = Self.listFile(of: path) ?? path
        return urls[file].map { (file, $0) }
    }

    /// The file whose page a path from the root of the site leads to.
    func file(ofURL path: String) -> String? { filesByURL[path] }

    /// The paths that name a page, for hints.
    var pagePaths: [String] { pages }

    /// The file that heads a folder's list of pages, where the folder has one.
    private static func listFile(of path: String) -> String? {
        Collection(rawValue: path)?.isListed == true ? path + "/_index.md" : nil
    }

    /// What is wrong with a link to a folder's list of pages that nothing heads; nil where the path is no such folder.
    func missingList(at path: String) -> BrokenLink? {
        Self.listFile(of: path).map {
            BrokenLink(
                message: "there is no file \(folder.shown($0))", hint: "write one: it heads the list of its folder")
        }
    }

    /// Where a link or an image of a file leads.
    func resolve(_ link: LinkReference, in file: SourceFile, at path: String, visit: (LinkTarget) -> Void)
        -> Result<LinkResolution, BrokenLink>
    {
        let (pathPart, suffix) = Self.split(link.destination)
        guard !pathPart.isEmpty else {
            visit(.heading(file: path, fragment: Self.fragment(of: suffix)))
            return .success(.keep)
        }
        if pathPart.hasPrefix("/") {
            if let page = filesByURL[pathPart] {
                visit(.heading(file: page, fragment: Self.fragment(of: suffix)))
            } else if ["/newsletter/archive/", "/newsletter/feed.xml"].contains(pathPart) {
                visit(.archive)
            } else if pathPart.hasPrefix("/tags/") {
                visit(.tag(url: pathPart.percentDecoded))
            } else if !Self.isMade(pathPart) {
                return .failure(brokenURL(pathPart, at: path))
            }
            return .success(.replace(url: link.destination))
        }
        guard let target = RelativePath.resolve(pathPart.percentDecoded, from: path) else {
            return .failure(
                BrokenLink(
                    message: "\"\(pathPart)\" leads out of \(folder.path)",
                    hint: "link to a file in \(folder.path), or to a web address"))
        }
        if link.isImage { return resolveImage(target, link, visit: visit) }
        if let page = page(at: target) {
            visit(.heading(file: page.file, fragment: Self.fragment(of: suffix)))
            return .success(.replace(url: page.url + suffix))
        }
        if folder.contains(target), Self.isPublishable(target) {
            visit(.asset(target))
            return .success(.replace(url: Self.url(ofAsset: target) + suffix))
        }
        return .failure(broken(target))
    }

    /// Whether a path from the root of the site is one of what the site makes itself.
    private static func isMade(_ url: String) -> Bool {
        ["/feed.xml", "/sitemap.xml"].contains(url) || url.hasPrefix("/assets/")
    }

    /// An image of a text that is one file by itself: the image as a URL (RFC 2397). It is one of the site's, or stands
    /// beside the text or below, and is not published with the site.
    func embed(_ link: LinkReference, at path: String) -> Result<LinkResolution, BrokenLink> {
        guard let target = file(of: link, at: path) else {
            return .failure(BrokenLink(message: "\"\(link.destination)\" leads out of \(folder.path)"))
        }
        let isBeside = target.hasPrefix(Self.folder(of: path))
        guard isBeside || Self.isPublishable(target) else { return .failure(broken(target, isImage: true)) }
        return dataURL(of: target).map { url, bytes in
            let size = ImageSize.read(bytes)
            return .image(url: url, width: size?.width, height: size?.height)
        }
    }

    /// One of the site's images, by its path in the folder, as a URL that holds it (RFC 2397).
    func embed(_ file: String) -> Result<String, BrokenLink> {
        guard Self.isPublishable(file) else { return .failure(broken(file, isImage: true)) }
        return dataURL(of: file).map(\.url)
    }

    private func dataURL(of target: String) -> Result<(url: String, bytes: [UInt8]), BrokenLink> {
        var ignored = DiagnosticLog()
        guard folder.contains(target), let file = folder.read(target, log: &ignored) else {
            return .failure(broken(target, isImage: true))
        }
        let ending = target.split(separator: ".").last?.lowercased() ?? ""
        guard let type = Self.imageTypes[ending] else {
            return .failure(BrokenLink(message: "an image here is an SVG, PNG, JPEG, GIF or WebP file"))
        }
        return .success(("data:\(type);base64," + Data(file.bytes).base64EncodedString(), file.bytes))
    }

    /// The file that an image of a text stands for; nil where that would be outside the folder.
    func file(of image: LinkReference, at path: String) -> String? {
        RelativePath.resolve(image.destination.percentDecoded, from: path)
    }

    /// A file's folder, with the slash at its end.
    private static func folder(of path: String) -> Substring {
        path.lastIndex(of: "/").map { path[...$0] } ?? ""
    }

    private static let imageTypes = [
        "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
        "webp": "image/webp",
    ]

    private func resolveImage(_ target: String, _ link: LinkReference, visit: (LinkTarget) -> Void)
        -> Result<LinkResolution, BrokenLink>
    {
        guard folder.contains(target), Self.isPublishable(target) else {
            return .failure(broken(target, isImage: true))
        }
        visit(.asset(target))
        let size = imageSize(of: target)
        return .success(.image(url: Self.url(ofAsset: target), width: size?.width, height: size?.height))
    }

    /// The size of an image, read from the file itself.
    func imageSize(of file: String) -> ImageSize? {
        var ignored = DiagnosticLog()
        return folder.read(file, log: &ignored).flatMap { ImageSize.read($0.bytes) }
    }

    /// What is wrong with a path from the root of the site. One to a file of the content gets its path from here as a hint.
    private func brokenURL(_ url: String, at path: String) -> BrokenLink {
        let file = String(url.percentDecoded.dropFirst())
        if folder.contains(file), urls[file] != nil || Self.isPublishable(file) {
            let up = String(repeating: "../", count: path.count { $0 == "/" })
            return BrokenLink(
                message: "the site has no page \(url)", hint: "write the path to the file, here \(up)\(url.dropFirst())"
            )
        }
        let near = NearestName.match(for: url, among: pageURLs)
        return BrokenLink(
            message: "the site has no page \(url)",
            hint: near.map { "did you mean \($0)?" } ?? "write the path to the file, such as ../services/mediation.md")
    }

    private func broken(_ target: String, isImage: Bool = false) -> BrokenLink {
        if folder.contains(target) {
            return BrokenLink(
                message: "\(folder.shown(target)) is no part of the site, so this link would lead nowhere",
                hint: "link to a page, or to a file that may be published, such as one of \(folder.shown("images"))")
        }
        if let problem = missingList(at: target) { return problem }
        // A page is no picture's next of kin, however near the names.
        let candidates = isImage ? assets : target.hasSuffix(".md") ? pages : pages + assets
        let near = NearestName.match(for: target, among: candidates)
        return BrokenLink(
            message: "there is no file \(folder.shown(target))",
            hint: near.map { "did you mean \(folder.shown($0))?" }
                ?? "if it was renamed or moved, write its new path; otherwise take the link out")
    }

    /// Whether a file may be copied to the site as it is: never what belongs to a school or a subscriber, nor a text that
    /// Prowess reads itself.
    static func isPublishable(_ file: String) -> Bool {
        let name = file.lowercased()
        return !ContentFolder.isConfidential(file) && ![".md", ".yaml", ".yml"].contains { name.hasSuffix($0) }
    }

    /// The URL of a file that is published as it is (RFC 3986 §3.3: what no path may hold is written in percent signs).
    static func url(ofAsset file: String) -> String {
        let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/!$&'()*+,;=:@".utf8)
        return file.utf8.reduce(into: "/") { url, byte in
            if plain.contains(byte) {
                url.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                url += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }
    }

    private static func split(_ destination: String) -> (path: String, suffix: String) {
        let end = destination.firstIndex { $0 == "#" || $0 == "?" } ?? destination.endIndex
        return (String(destination[..<end]), String(destination[end...]))
    }

    private static func fragment(of suffix: String) -> String? {
        suffix.firstIndex(of: "#").map { String(suffix[suffix.index(after: $0)...]).percentDecoded }
    }
}

/// What a link leads to, noted while a page is read and checked when all are.
enum LinkTarget: Hashable, Sendable {
    /// A page, and the heading in it if the link names one.
    case heading(file: String, fragment: String?)
    /// A file that is published as it is.
    case asset(String)
    /// The list of a tag.
    case tag(url: String)
    /// The list of the newsletter's issues, or their feed.
    case archive
}

/// Why a link leads nowhere.
struct BrokenLink: Error {
    var message: String
    var hint: String?
}

extension BrokenLink {
    /// What is wrong with the part of a link after `#`; nil where the text has such a heading, or makes it for a footnote.
    init?(_ fragment: String?, of path: String, known: some Sequence<String>) {
        guard let fragment, !fragment.isEmpty, !fragment.hasPrefix("fn-"), !fragment.hasPrefix("fnref-"),
            !known.contains(fragment)
        else { return nil }
        self.init(
            message: "\(path) has no heading \"#\(fragment)\"",
            hint: NearestName.hint(for: fragment, among: known.sorted()))
    }
}

extension String {
    /// The file's name without folders and ending.
    var slug: String {
        let name = split(separator: "/").last ?? ""
        return String(name.hasSuffix(".md") ? name.dropLast(3) : name.prefix { $0 != "." })
    }

    /// The text with `%41` turned into `A`; the text itself where that gives no UTF-8.
    var percentDecoded: String {
        guard utf8.contains(UInt8(ascii: "%")) else { return self }
        var bytes: [UInt8] = []
        var rest = utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2, rest.first != UInt8(ascii: "+"),
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self) ?? self
    }
}
