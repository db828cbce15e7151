import Content
import Dates
import Evaluation

/// A school's evaluation as text for a terminal: everything that its booklet may tell.
struct EvaluationText {
    private let school: School
    private let evaluation: SchoolEvaluation

    init(_ school: School) {
        self.school = school
        evaluation = school.evaluation
    }

    var text: String {
        let sections = [
            heading, SurveyText(school).text, MeasureText(evaluation.measures).text, findings, plan, comments, key,
        ]
        return sections.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private var heading: String {
        let language = school.profile.language
        var text = school.profile.name + (school.profile.isSample ? " (sample data)\n" : "\n")
        if let date = school.date { text += "As of \(date.longText(language: language))\n" }
        text +=
            evaluation.isProtected
            ? """
            Nothing is told of fewer than \(evaluation.rule.studentsAndFamilies) students or parents, or \
            \(evaluation.rule.staff) members of staff.

            """ : "INTERNAL: numbers that could pick out people are not withheld. Give this to nobody.\n"
        for result in evaluation.withheldByRelease {
            text += "Withheld, since an earlier release told nearly the same: \(result.words)\n"
        }
        return text
    }

    private var findings: String {
        let index = NumberIndex(evaluation.numbers)
        return Finding.Kind.allCases.map { kind in
            let own = evaluation.findings.filter { $0.kind == kind }.prefix(5)
            guard !own.isEmpty else { return "" }
            var table = AlignedText()
            for finding in own {
                let numbers = finding.evidence.compactMap { name in index[name]?.text.map { "\(name) \($0)" } }
                table.append([
                    finding.subject, finding.groups.map { $0.title.lowercased() }.joined(separator: " and "),
                    finding.category.rawValue.replacing("-", with: " "), numbers.joined(separator: ", "),
                ])
            }
            let title =
                switch kind {
                case .strength: "Strengths"
                case .challenge: "Challenges"
                case .opportunity: "Opportunities"
                }
            return title + "\n" + table.text()
        }.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private var plan: String {
        guard let plan = evaluation.plan, plan.steps > 0 else { return "" }
        let statuses = StrategicPlan.Status.allCases.compactMap { status in
            plan.byStatus[status].map { "\($0) \(status.title.lowercased())" }
        }
        var text = "Plan\n  \(plan.steps) action steps: \(statuses.joined(separator: ", "))\n"
        for step in plan.overdue { text += "  overdue since \(step.due.iso8601): \(step.title)\n" }
        if let next = plan.upcoming.first { text += "  next due \(next.due.iso8601): \(next.title)\n" }
        return text
    }

    private var comments: String {
        guard !evaluation.comments.isEmpty else { return "" }
        return "What people wrote\n"
            + evaluation.comments.map { "  \($0.group.title): “\($0.text)”\n" }.joined()
    }

    private var key: String {
        "† withheld, so that nobody can be picked out; – not asked or not counted; 0 counted, and there were none\n"
    }
}
