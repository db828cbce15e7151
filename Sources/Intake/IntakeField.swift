/// What rows can hold, whatever their columns are called.
enum IntakeField: Int, CaseIterable {
    case email, name, firstName, lastName
    case submittedAt, shownAt, confirmedAt, withdrawnAt
    case notice, privacyRead, termsAccepted, newsletterWanted
    case form, page, language, trap
    case optInTime, optInIP, confirmTime, confirmIP, unsubscribeTime, unsubscribeReason, otherReason, cleanTime
    case status, createdAt, updatedAt, deletedAt, reason
    case ip, userAgent
}

/// The texts of one row's fields, without white space around them; empty where there is none.
struct IntakeCells {
    private var texts = [String](repeating: "", count: IntakeField.allCases.count)

    subscript(field: IntakeField) -> String {
        get { texts[field.rawValue] }
        set { texts[field.rawValue] = newValue }
    }

    /// Forgets everything.
    mutating func clear() {
        for index in texts.indices where !texts[index].isEmpty { texts[index] = "" }
    }
}
