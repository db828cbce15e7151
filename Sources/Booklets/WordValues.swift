import Content
import Evaluation
import Layouts

extension Booklet {
    /// What the practice makes of the numbers, and what people wrote.
    var wordValues: [String: TemplateValue] {
        [
            "findings": .optional(school.findings.map { Self.apart($0.html) }),
            "has-comments": .flag(!school.evaluation.comments.isEmpty), "questions": .list(questions),
        ]
    }

    /// Approved comments by question, in the order of the questionnaires, and by group.
    private var questions: [TemplateValue] {
        var items: [Item] = []
        for item in school.waves.reversed().flatMap(\.instrument.items)
        where !items.contains(where: { $0.id == item.id }) {
            items.append(item)
        }
        return items.compactMap { item in
            let comments = school.evaluation.comments.filter { $0.item == item.id }
            guard !comments.isEmpty else { return nil }
            return [
                "text": .text(item.text.text(in: school.profile.language)),
                "groups": .list(
                    Set(comments.map(\.group)).sorted().map { group in
                        [
                            "title": .text(group.title),
                            "comments": .list(comments.filter { $0.group == group }.map { .text($0.text) }),
                        ]
                    }),
            ]
        }
    }

    /// The HTML of a second text of the booklet: its headings and footnotes may have the ids of the first one's.
    private static func apart(_ html: String) -> String {
        // Within text and attributes every quotation mark is escaped, so that only tags hold these.
        html.replacing(" id=\"", with: " id=\"Findings-").replacing(" href=\"#", with: " href=\"#Findings-")
    }
}
