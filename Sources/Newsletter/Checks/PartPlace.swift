import Markup

extension CheckedPage {
    /// Where a link stands in the issue's file by where it leads: a page's Markdown has the name that its address ends with.
    func place(ofLinkTo link: MarkupNode) -> Int? {
        guard let address = link[attribute: "href"], address.contains("://") else { return nil }
        let path = address.prefix { $0 != "#" && $0 != "?" }
        let name = path.split(separator: "/").dropFirst(2).last ?? "index"
        return source.offset(of: String(name), prefix: "/") ?? source.offset(of: String(name))
    }

    /// Where the part of a page that has a picture stands in the issue's file, by its link: a teaser takes its picture from the
    /// page that it leads to.
    func place(ofPartWith picture: MarkupNode) -> Int? {
        var node = picture.parent
        while let part = node, part.name != "table" { node = part.parent }
        guard let part = node, part[attribute: "role"] == "presentation" else { return nil }
        var rest = [part]
        while let next = rest.popLast() {
            if next.name == "a", let place = place(ofLinkTo: next) { return place }
            rest += next.children.reversed()
        }
        return nil
    }
}
