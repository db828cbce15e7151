import Markup

/// How text looks, as far as its contrast goes.
struct TextStyle {
    var color = MailColor.black
    /// The color behind it; nil where a picture may be there.
    var background: MailColor? = .white
    /// In CSS pixels.
    var size = 16.0
    var isBold = false
    var isHidden = false

    /// Large text needs less contrast: 18 points, or 14 where it is bold (WCAG 2.2, large-scale).
    var isLarge: Bool { size >= 24 || (isBold && size >= 18.66) }

    /// Whether text of this size is seen. An element within may have another size: columns stand in a cell that has none.
    var isVisible: Bool { size > 1 }

    /// The style of an element within text of this style: what HTML says of it, then its attributes, then its style.
    func style(of node: MarkupNode, _ styles: StyleCache) -> TextStyle {
        var style = self
        style.applyDefaults(of: node)
        if let word = node[attribute: "bgcolor"] { style.setBackground(word) }
        if node.name == "font", let word = node[attribute: "color"] { style.setColor(word) }
        if node.name == "body", let word = node[attribute: "text"] { style.setColor(word) }
        if node[attribute: "hidden"] != nil { style.isHidden = true }
        guard let text = node[attribute: "style"] else { return style }
        style.apply(styles.declarations(of: text), parent: self)
        return style
    }

    private mutating func applyDefaults(of node: MarkupNode) {
        let headings = ["h1": 2, "h2": 1.5, "h3": 1.17, "h4": 1, "h5": 0.83, "h6": 0.67]
        if let factor = headings[node.name] {
            size *= factor
            isBold = true
        }
        switch node.name {
        case "b", "strong", "th": isBold = true
        case "small": size *= 0.83
        case "a" where node[attribute: "href"] != nil: color = .link
        case "head", "style", "script", "title": isHidden = true
        default: break
        }
    }

    private mutating func apply(_ declarations: StyleDeclarations, parent: TextStyle) {
        if let declaration = declarations.value(ofAny: ["background", "background-color", "background-image"]) {
            let longhand = declaration.property == "background-image" ? declarations.value(of: "background-color") : nil
            if declaration.property != "background-image" || declaration.value != "none" {
                setBackground(longhand.map { "\(declaration.value) \($0)" } ?? declaration.value)
            }
        }
        if let word = declarations.value(of: "color") {
            if word == "inherit" { color = parent.color } else { setColor(word) }
        }
        if let font = declarations.value(of: "font") { setFont(font, parent: parent) }
        if let word = declarations.value(of: "font-size") { setSize(word, parent: parent) }
        if let word = declarations.value(of: "font-weight") { setWeight(word, parent: parent) }
        let hides =
            declarations.value(of: "display") == "none" || declarations.value(of: "visibility") == "hidden"
            || declarations.value(of: "opacity") == "0"
            || (declarations.value(of: "max-height").map { $0 == "0" || $0 == "0px" } ?? false)
        if hides { isHidden = true }
    }

    private mutating func setColor(_ word: String) {
        if let new = MailColor(word, over: background ?? .white) { color = new }
    }

    /// Of a shorthand, the color; where it has a picture and no color, what is behind the text is not known.
    private mutating func setBackground(_ value: String) {
        let words = CSSWords(value).components
        if let new = words.compactMap({ MailColor($0, over: background ?? .white) }).last {
            background = new
        } else if words.contains(where: { $0.contains("url(") || $0.contains("gradient(") }) {
            background = nil
        }
    }

    private mutating func setSize(_ word: String, parent: TextStyle) {
        let keywords = [
            "xx-small": 9.0, "x-small": 10, "small": 13, "medium": 16, "large": 18, "x-large": 24, "xx-large": 32,
        ]
        let units = [("rem", 16.0), ("px", 1.0), ("pt", 4.0 / 3), ("em", parent.size), ("%", parent.size / 100)]
        if let size = keywords[word] { self.size = size }
        if let (unit, pixels) = units.first(where: { word.hasSuffix($0.0) }),
            let number = Double(word.dropLast(unit.count))
        {
            size = number * pixels
        } else if word == "0" {
            size = 0
        }
    }

    private mutating func setWeight(_ word: String, parent: TextStyle) {
        switch word {
        case "bold", "bolder": isBold = true
        case "normal", "lighter": isBold = false
        case "inherit": isBold = parent.isBold
        default: if let number = Int(word) { isBold = number >= 700 }
        }
    }

    /// The size and weight of a `font` shorthand; whatever it leaves out is normal.
    private mutating func setFont(_ value: String, parent: TextStyle) {
        isBold = false
        for word in value.split(separator: " ") {
            if word == "bold" || Int(word).map({ $0 >= 700 }) == true { isBold = true }
            if word.first?.isNumber == true, let size = word.split(separator: "/").first {
                setSize(String(size), parent: parent)
            }
        }
    }
}
