import Content
import Evaluation
import Layouts

extension Booklet {
    /// The school and its officers, with the narrative.
    func profile() throws -> [String: TemplateValue] {
        let profile = school.profile
        return [
            "level": .text(try words("levels.\(profile.level.rawValue)", ["grades": profile.grades])),
            "officers": .optional(
                try profile.sroCount.map { count in
                    count == 0 ? try words("profile.no-officers") : try words("profile.officers", count: count)
                }),
            "program": .optional(profile.sroProgram),
            "overview": .optional(try school.overview.map { try words.labeled($0.html(writing: words.text)) }),
            "has-enrollment": .flag(!profile.enrollment.isEmpty),
            "enrollment": .list(
                profile.enrollment.map { year in
                    [
                        "year": .text(year.year.title), "students": .text(words.number(year.students)),
                        "days": .text(year.days.map(words.number) ?? NumberMark.none),
                    ]
                }),
        ]
    }
}
