/// Which part of Output/ a build makes: what is no longer described there is removed, and files elsewhere are left alone.
public struct PublishingScope: Sendable {
    /// The products.
    private let products: Set<Product>
    /// The folders in them, each with its product's; nil for all.
    private let folders: [String]?

    /// All products.
    public static let everything = PublishingScope(products: Set(Product.allCases))

    /// Some products as a whole.
    public init(products: Set<Product>) {
        self.products = products
        folders = nil
    }

    /// Some folders of one product, such as those of two schools.
    public init(_ product: Product, folders: [ArtifactPath]) {
        products = [product]
        self.folders = folders.map { "\(product.rawValue)/\($0.string)/" }
    }

    /// Whether a path under Output/ is within. A folder that is no product's is: nothing else would ever remove its files.
    func covers(_ path: String) -> Bool {
        let product = Product(rawValue: String(path.prefix { $0 != "/" }))
        guard let folders else { return product.map(products.contains) ?? true }
        return folders.contains { path.hasPrefix($0) }
    }
}
