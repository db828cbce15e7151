import CSS

/// The elements that HTML's parser treats in ways of their own, by their numbers in a table of names that begins with `all`.
enum ElementNames {
    static let html: AtomTable.Atom = 0
    static let head: AtomTable.Atom = 1
    static let body: AtomTable.Atom = 2
    static let p: AtomTable.Atom = 3
    static let table: AtomTable.Atom = 4
    static let tbody: AtomTable.Atom = 5
    static let thead: AtomTable.Atom = 6
    static let tfoot: AtomTable.Atom = 7
    static let tr: AtomTable.Atom = 8
    static let td: AtomTable.Atom = 9
    static let th: AtomTable.Atom = 10
    static let caption: AtomTable.Atom = 11
    static let colgroup: AtomTable.Atom = 12
    static let col: AtomTable.Atom = 13
    static let li: AtomTable.Atom = 14
    static let dt: AtomTable.Atom = 15
    static let dd: AtomTable.Atom = 16
    static let option: AtomTable.Atom = 17
    static let optgroup: AtomTable.Atom = 18
    static let a: AtomTable.Atom = 19
    static let style: AtomTable.Atom = 20
    static let link: AtomTable.Atom = 21
    static let img: AtomTable.Atom = 22
    static let button: AtomTable.Atom = 23
    static let template: AtomTable.Atom = 24
    static let svg: AtomTable.Atom = 25
    static let math: AtomTable.Atom = 26
    static let area: AtomTable.Atom = 27
    static let div: AtomTable.Atom = 28
    static let address: AtomTable.Atom = 29
    static let foreignObject: AtomTable.Atom = 30

    /// What the parser must know of an element.
    struct Traits: OptionSet {
        let rawValue: UInt16
        /// Has no content and no end tag.
        static let void = Traits(rawValue: 1)
        /// Its content is text up to its end tag.
        static let rawText = Traits(rawValue: 2)
        /// Ends an open paragraph.
        static let endsParagraph = Traits(rawValue: 4)
        /// Stops the search for what an end tag ends (HTML Standard, 13.2.4.2, "special").
        static let special = Traits(rawValue: 8)
        /// Bounds the scope of an end tag.
        static let scope = Traits(rawValue: 16)
        /// Belongs into the head where no body has begun.
        static let headContent = Traits(rawValue: 32)
        /// An inline style that may be left in another order than it was begun.
        static let formatting = Traits(rawValue: 64)
        static let heading = Traits(rawValue: 128)
        /// May stand right in a table.
        static let tablePart = Traits(rawValue: 256)
        /// A drawing ends where one of these begins.
        static let breaksOut = Traits(rawValue: 512)
        /// Is never shown, wherever it stands.
        static let neverShown = Traits(rawValue: 1024)
    }

    private static let first = [
        "html", "head", "body", "p", "table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "colgroup", "col",
        "li", "dt", "dd", "option", "optgroup", "a", "style", "link", "img", "button", "template", "svg", "math",
        "area",
        "div", "address", "foreignobject",
    ]

    private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

    private static let groups: [(Traits, [String])] = [
        (
            .void,
            words("area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr")
        ),
        (.rawText, words("style script textarea title xmp iframe noembed noframes plaintext")),
        (
            .endsParagraph,
            words(
                """
                address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form \
                h1 h2 h3 h4 h5 h6 header hgroup hr li dt dd listing main menu nav ol p plaintext pre search section \
                summary ul xmp
                """)
        ),
        (
            .special,
            words(
                """
                address applet area article aside base basefont bgsound blockquote body br button caption center col \
                colgroup dd details dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 \
                h4 h5 h6 head header hgroup hr html iframe img input keygen li link listing main marquee menu meta nav \
                noembed noframes noscript object ol p param plaintext pre script search section select source style \
                summary table tbody td template textarea tfoot th thead title tr track ul wbr xmp
                """)
        ),
        (.scope, words("applet caption html table td th marquee object template")),
        (.headContent, words("base basefont bgsound link meta title style script noscript noframes template")),
        (.neverShown, words("base link meta script style template title")),
        (.formatting, words("a b big code em font i nobr s small strike strong tt u")),
        (.heading, words("h1 h2 h3 h4 h5 h6")),
        (.tablePart, words("caption colgroup col tbody thead tfoot tr td th style script template form")),
        (
            .breaksOut,
            words(
                """
                b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing \
                menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var
                """)
        ),
    ]

    /// All of these names, the numbered ones first.
    static let all = first + groups.flatMap(\.1)

    /// What the parser must know, by number.
    static let traits: [Traits] = {
        let table = AtomTable(all)
        var traits = [Traits](repeating: [], count: table.count)
        for (trait, names) in groups {
            for atom in names.compactMap(table.atom) { traits[Int(atom)].insert(trait) }
        }
        return traits
    }()
}
