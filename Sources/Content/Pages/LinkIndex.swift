import Diagnostics
import Markup

/// What links between files can lead to: every file's URL, known from the files' names alone.
struct LinkIndex: Sendable {
    /// URLs by file or folder, relative to Content/.
    private let urls: [String: String]
    private let knownURLs: Set<String>
    private let folder: ContentFolder

    init(folder: ContentFolder) {
        self.folder = folder
        var urls: [String: String] = [:]
        for collection in Collection.allCases {
            for file in folder.files(in: collection.rawValue, suffix: ".md") {
                urls[file] = collection.url(slug: file.slug)
            }
            if collection.isListed {
                urls[collection.rawValue] = collection.url(slug: "_index")
            }
        }
        self.urls = urls
        knownURLs = Set(urls.values).union(["/feed.xml", "/sitemap.xml"])
    }

    /// The URL of a file or a folder of pages.
    func url(of file: String) -> String? { urls[file] }

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
            guard isKnownURL(pathPart) else {
                return .failure(
                    BrokenLink(
                        message: "the site has no page \(pathPart)",
                        hint: "write the path to the file, such as ../services/mediation.md"))
            }
            return .success(.keep)
        }
        guard let target = RelativePath.resolve(pathPart.percentDecoded, from: path) else {
            return .failure(BrokenLink(message: "\"\(pathPart)\" leads out of \(folder.path)"))
        }
        if link.isImage { return resolveImage(target, link, visit: visit) }
        if let url = urls[target] {
            visit(.heading(file: target, fragment: Self.fragment(of: suffix)))
            return .success(.replace(url: url + suffix))
        }
        if folder.contains(target), !target.hasSuffix(".md"), Self.isPublishable(target) {
            visit(.asset(target))
            return .success(.replace(url: "/" + target + suffix))
        }
        return .failure(broken(target))
    }

    /// Whether a path from the root of the site is a page, or one of what the site makes itself.
    private func isKnownURL(_ url: String) -> Bool {
        knownURLs.contains(url) || url.hasPrefix("/assets/") || url.hasPrefix("/tags/")
    }

    private func resolveImage(_ target: String, _ link: LinkReference, visit: (LinkTarget) -> Void)
        -> Result<LinkResolution, BrokenLink>
    {
        guard folder.contains(target), Self.isPublishable(target) else { return .failure(broken(target)) }
        visit(.asset(target))
        let size = imageSize(of: target)
        return .success(.image(url: "/" + target, width: size?.width, height: size?.height))
    }

    /// The size of an image, read from the file itself.
    func imageSize(of file: String) -> ImageSize? {
        var ignored = DiagnosticLog()
        return folder.read(file, log: &ignored).flatMap { ImageSize.read($0.bytes) }
    }

    private func broken(_ target: String) -> BrokenLink {
        let near = NearestName.match(for: target, among: folder.files.filter(Self.isPublishable))
        return BrokenLink(
            message: "there is no file \(folder.shown(target))", hint: near.map { "did you mean \(folder.shown($0))?" })
    }

    /// Whether a file may be copied to the site: never what belongs to a school or a subscriber.
    static func isPublishable(_ file: String) -> Bool {
        !file.hasPrefix("schools/") && !file.hasPrefix("subscribers/") && !file.hasSuffix(".yaml")
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
}

/// Why a link leads nowhere.
struct BrokenLink: Error {
    var message: String
    var hint: String?
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
            if byte == UInt8(ascii: "%"), rest.count >= 2,
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
