import Diagnostics

/// One of the four things that are published, each in a folder of its own under Output/.
public enum Product: String, CaseIterable, Comparable, Sendable {
    case site = "Site"
    case booklets = "Booklets"
    case newsletter = "Newsletter"
    case subscribers = "Subscribers"

    /// The product's name on the command line.
    public var option: String { rawValue.lowercased() }

    /// Orders as they are declared.
    public static func < (left: Product, right: Product) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}

/// Who may read an artifact.
public enum Audience: String, Sendable {
    /// Everybody.
    case `public`
    /// One client school.
    case client
    /// Only the practice.
    case `private`

    /// Whether only the practice's own account on this machine may read the file.
    var isConfidential: Bool { self != .public }
}

/// What an artifact renders to.
public enum ArtifactContent: Sendable {
    case text(String)
    case bytes([UInt8])
    /// Bytes that take long to make, such as a PDF.
    ///
    /// They are made only where no file of the same key stands in its place, and never in a dry run. Where making fails, the
    /// build goes on without the artifact and its old file is removed: it may contradict what stands beside it.
    /// - Parameters:
    ///   - key: a digest of all that the bytes are a function of, in hexadecimal.
    ///   - make: makes the bytes; throws what the author is told of this one artifact.
    case derived(key: String, make: @Sendable () throws(DiagnosticLog) -> [UInt8])
}

/// Bytes that are ready to be written.
enum MadeContent {
    case text(String)
    case bytes([UInt8])

    /// Calls a function with the bytes, without copying them.
    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        switch self {
        case .bytes(let bytes): return try bytes.withUnsafeBytes(body)
        case .text(var text): return try text.withUTF8 { try body(UnsafeRawBufferPointer($0)) }
        }
    }
}

/// Something published: a path, an audience, and a pure function from typed content to bytes.
public struct Artifact: Sendable {
    /// The product it belongs to.
    public let product: Product
    /// Its place in the product's folder.
    public let path: ArtifactPath
    /// Who may read it.
    public let audience: Audience
    /// Makes its content. Pure: the same content, whenever and wherever it is called. Throws `DiagnosticLog` where the
    /// content or a template is wrong.
    public let render: @Sendable () throws -> ArtifactContent

    /// Describes an artifact.
    public init(
        product: Product, path: ArtifactPath, audience: Audience,
        render: @escaping @Sendable () throws -> ArtifactContent
    ) {
        self.product = product
        self.path = path
        self.audience = audience
        self.render = render
    }

    /// The artifact's place under Output/.
    var outputPath: String { product.rawValue + "/" + path.string }
}
