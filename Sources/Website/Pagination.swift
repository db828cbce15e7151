import Layouts

/// One page of a list of pages or issues.
struct Pagination<Item: Sendable>: Sendable {
    /// How many are listed at once.
    static var pageSize: Int { 20 }

    let url: String
    let number: Int
    let count: Int
    let pages: ArraySlice<Item>
    private let firstURL: String

    /// A list cut into pages; a list of nothing is one empty page.
    static func pages(of pages: [Item], url: String, isPaged: Bool) -> [Pagination] {
        let size = isPaged ? pageSize : max(1, pages.count)
        let count = max(1, (pages.count + size - 1) / size)
        return (1...count).map { number in
            Pagination(
                url: Self.url(of: number, firstURL: url), number: number, count: count,
                pages: pages.dropFirst((number - 1) * size).prefix(size), firstURL: url)
        }
    }

    var value: TemplateValue {
        [
            "is-paged": .flag(count > 1), "number": .number(number), "count": .number(count),
            "previous-url": .optional(number > 1 ? Self.url(of: number - 1, firstURL: firstURL) : nil),
            "next-url": .optional(number < count ? Self.url(of: number + 1, firstURL: firstURL) : nil),
        ]
    }

    private static func url(of number: Int, firstURL: String) -> String {
        number == 1 ? firstURL : "\(firstURL)page/\(number)/"
    }
}
