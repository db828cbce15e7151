import Content
import Evaluation
import Layouts

extension Booklet {
    /// The school, its district, what the booklet rests on, and its version.
    func cover() throws -> TemplateValue {
        let profile = school.profile
        return [
            "school": .text(profile.name), "has-long-name": .flag(profile.name.count > 60),
            "district": .text(profile.district),
            "place": .text("\(profile.city), \(profile.state)"), "sample": .flag(profile.isSample),
            "date": .optional(school.date.map(words.date)),
            "period": .optional(try period.map { try words("cover.period", $0) }),
            "confidential": .text(try words("cover.confidential", ["school": profile.name.isolated])),
            "title": .text(try words("cover.document-title", ["school": profile.name.isolated])),
            "logo-text": .text(try words("cover.logo", ["practice": practice])),
            "version": .text(words.number(school.edition.version)), "change-log": try changeLog(),
            "signature-page": .flag(settings.hasSignaturePage),
        ]
    }

    /// The first and the last day of the surveys that were held, where there were several.
    private var period: [String: String]? {
        let held = school.waves.filter { wave in
            surveys.participation.contains { $0.wave == wave.id && $0.answered != .notAsked }
        }
        guard let first = held.first, let last = held.map(\.closed).max() else { return nil }
        return ["first": words.date(first.opened), "last": words.date(last)]
    }
}
