import Evaluation
import Layouts

extension Booklet {
    /// How the numbers were made, how people are protected, and where all numbers are.
    func method() throws -> [String: TemplateValue] {
        let rule = evaluation.rule
        let families = words.number(rule.studentsAndFamilies)
        return [
            "has-surveys": .flag(isSurveyed),
            "minimum": .text(
                rule.staff == rule.studentsAndFamilies
                    ? try words("method.minimum-same", ["count": families])
                    : try words("method.minimum", ["families": families, "staff": words.number(rule.staff)])),
            "events": .text(try words("method.events", ["count": families])),
            "folds-leaders": .flag(surveys.groups.contains(.leadership)),
            "agreed": .optional(try consenting.map { try words("method.agreed.\($0)") }),
        ]
    }

    /// The name among the phrases of the groups in which everybody agreed that the group's own answers are shown; nil where
    /// there is none.
    var consenting: String? {
        let names = evaluation.openGroups.map(\.name)
        return names.isEmpty ? nil : names.joined(separator: "-")
    }

    /// What the booklet's terms mean.
    func glossary() throws -> [String: TemplateValue] {
        [
            "terms": .list(
                try words.phrases.names(below: "glossary").map { name in
                    [
                        "term": .text(try words("glossary.\(name).term")),
                        "meaning": .text(try words("glossary.\(name).meaning")),
                    ]
                })
        ]
    }
}
