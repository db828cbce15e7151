import Content
import Evaluation
import Layouts

extension Booklet {
    /// What people told us: themes of the conversations, and approved comments; nil where there is neither.
    func voices() throws -> [String: TemplateValue]? {
        let themes = school.listening.themes
        guard !themes.isEmpty || !evaluation.comments.isEmpty else { return nil }
        return [
            "themes": .list(try themes.map(theme)), "has-comments": .flag(!evaluation.comments.isEmpty),
            "questions": .list(try questions()),
        ]
    }

    private func theme(_ theme: Listening.Theme) throws -> TemplateValue {
        let groups = groupsNamed(by: theme)
        return [
            "title": .text(theme.title), "summary": .text(theme.summary),
            "raised-by": .optional(
                groups.isEmpty ? nil : try words("voices.raised-by", ["groups": words.names(of: groups)])),
        ]
    }

    /// Approved comments by question, in the order of the questionnaires, and by group.
    private func questions() throws -> [TemplateValue] {
        var items: [Item] = []
        for item in school.waves.reversed().flatMap(\.instrument.items)
        where !items.contains(where: { $0.id == item.id }) {
            items.append(item)
        }
        return try items.compactMap { item in
            let comments = evaluation.comments.filter { $0.item == item.id }
            guard !comments.isEmpty else { return nil }
            return [
                "text": .text(text(of: item)),
                "groups": .list(
                    try Set(comments.map(\.group)).sorted().map { group in
                        [
                            "title": .text(try words.title(of: group)),
                            "comments": .list(comments.filter { $0.group == group }.map { .text($0.text) }),
                        ]
                    }),
            ]
        }
    }

    /// What the practice makes of the numbers; nil where it has not said.
    func findings() throws -> [String: TemplateValue]? {
        try school.findings.map { ["html": .text(Self.apart(try words.labeled($0.html(writing: words.text))))] }
    }

    /// The HTML of a second text of the booklet: its headings and footnotes may have the ids of the first one's.
    private static func apart(_ html: String) -> String {
        // Within text and attributes every quotation mark is escaped, so that only tags hold these.
        html.replacing(" id=\"", with: " id=\"Findings-").replacing(" href=\"#", with: " href=\"#Findings-")
    }
}
