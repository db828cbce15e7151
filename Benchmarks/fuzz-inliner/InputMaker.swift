import TestSupport

/// Makes inputs out of a corpus.
struct InputMaker {
    let corpus: [[UInt8]]
    var generator: SeededGenerator

    private static let cssParts = [
        "{", "}", "(", ")", "[", "]", ":", ";", ",", ".a", "#x", "p", "td", "*", ">", "+", "~", " ", "\n", "color",
        "red",
        "margin", "margin-top", "background", "1px", "50%", "!important", "!", "@media print", "@import 'a';",
        "@layer b",
        "@supports (a:b)", "@font-face", ":hover", "::before", ":not(", ":is(", ":nth-child(2n+1)", "[title", "='a']",
        "url(",
        "\"", "'", "\\", "/*", "*/", "<!--", "-->", "var(", "--c", "{{ c }}", "*|C|*", "\u{0}", "é", "&", "</style",
        "\\61 ",
        "p{color:red}", ".a{top:0}", "p:hover{color:blue}", "td{width:5px}", "@media print{p{color:lime}}",
    ]
    private static let htmlParts = [
        "<", ">", "/", "=", "\"", "'", "<p", "<p class=a>", "</p>", "<table>", "<tr>", "<td>", "</table>", "<!--",
        "-->",
        "<![if !mso]>", "<![endif]>", "<style>", "</style>", "<style>p{color:red}</style>", "<script>", "</script>",
        "{{", "}}",
        "{%", "%}", "*|", "|*", "<%", "%>", "&amp;", "&#", " style=\"color:red\"", " style='content:\"", " class=a",
        "\u{0}",
        "<body>", "<head>", "</head>", "<html>", "<!DOCTYPE html>", "<svg>", "</svg>", "<b>", "</b>", "<a href=",
        "<br/>",
    ]

    private mutating func count(_ most: Int) -> Int { Int.random(in: 0...most, using: &generator) }

    private mutating func parts(_ parts: [String], _ most: Int) -> [UInt8] {
        (0..<count(most)).flatMap { _ in Array((parts.randomElement(using: &generator) ?? "").utf8) }
    }

    private mutating func document() -> [UInt8] { corpus.randomElement(using: &generator) ?? [] }

    /// A document whose stylesheet is made of tokens.
    mutating func withStyles() -> [UInt8] {
        var css = parts(Self.cssParts, 60)
        // Now and then something that is deep or long.
        if count(40) == 0, let part = Self.cssParts.randomElement(using: &generator) {
            css += (0..<5_000).flatMap { _ in Array(part.utf8) }
        }
        let style = Array("<style>".utf8) + css + Array("</style>".utf8)
        let body = parts(Self.htmlParts.filter { !$0.contains("{") && !$0.contains("<!--") }, 8)
        return style + Array("<p class=a title=a>x<table><tr><td style='margin:0;color:lime'>y</table>".utf8) + body
    }

    /// A document with some of its bytes changed, or some parts put in, taken out or repeated, or its end cut off.
    mutating func withChanges() -> [UInt8] {
        var bytes = document()
        for _ in 0...count(6) {
            let place = count(bytes.count)
            let length = min(count(40), bytes.count - place)
            switch count(7) {
            case 0: bytes.removeSubrange(place..<(place + length))
            case 1: bytes.insert(contentsOf: bytes[place..<(place + length)], at: count(bytes.count))
            case 2: bytes.removeSubrange(place...)
            case 3: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &generator) }
            case 4: bytes.insert(contentsOf: parts(Self.cssParts, 5), at: place)
            case 5:
                if count(20) == 0, let part = Self.htmlParts.randomElement(using: &generator) {
                    bytes.insert(contentsOf: (0..<2_000).flatMap { _ in Array(part.utf8) }, at: place)
                }
            default: bytes.insert(contentsOf: parts(Self.htmlParts, 4), at: place)
            }
        }
        return bytes
    }
}
