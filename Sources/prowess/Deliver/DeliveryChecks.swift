import Content
import Dates
import Diagnostics

/// What stands in the way of handing over a school's booklet, all of it at once.
struct DeliveryChecks {
    let school: School
    let day: CalendarDate
    /// The school's folder, as the author knows it.
    let folder: String

    /// An error for each thing that is missing, with the next step.
    var problems: DiagnosticLog {
        DiagnosticLog([data, permission, comments, order].compactMap { $0 })
    }

    private var data: Diagnostic? {
        let told = school.snapshot
        // How many were invited to a survey that is still to come is no result of one.
        let isEmpty =
            !told.numbers.contains { $0.isTold && $0.section != .participation } && told.steps.isEmpty
            && told.sections.keys.allSatisfy { [.profile, .plannedWaves].contains($0) }
        guard isEmpty else { return nil }
        return Diagnostic(
            path: folder, message: "nothing is on record of this school, so there is nothing to deliver",
            hint: "put surveys, measures, conversations or a plan into the folder")
    }

    private var permission: Diagnostic? {
        let file = folder + "/school.yaml"
        guard let permission = school.profile.deliveryPermission else {
            return Diagnostic(
                path: file, message: "that the school agreed to the delivery of this booklet is not on record",
                hint: "when somebody agrees, add \"permission-to-deliver: {from: who agreed, date: \(day.iso8601)}\"")
        }
        guard permission.date > day else { return nil }
        return Diagnostic(
            path: file,
            message: "the permission to deliver is dated \(permission.date.iso8601), later than \(day.iso8601)",
            hint: "correct its date, or deliver on that day")
    }

    private var comments: Diagnostic? {
        let count = school.commentsAwaitingApproval
        guard count > 0 else { return nil }
        return Diagnostic(
            path: folder + "/comments.yaml",
            message:
                "\(count) comment\(count == 1 ? " awaits" : "s await") a decision whether \(count == 1 ? "it" : "they") "
                + "may be printed",
            hint: "prowess evaluate \(school.slug) --comments lists all; write true or false after each \"approved:\"")
    }

    private var order: Diagnostic? {
        guard let last = school.deliveries.last, last.date > day else { return nil }
        return Diagnostic(
            path: folder + "/deliveries.csv",
            message: "the last delivery is dated \(last.date.iso8601), later than \(day.iso8601)",
            hint: "deliver on that day or later, or leave --date out")
    }
}
