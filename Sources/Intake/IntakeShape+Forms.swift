extension IntakeShape {
    /// Shapes of forms' submissions. The form's own fields are those of Layouts/Site/partials/signup.mustache.
    static let forms = [signups, netlify, formspree]

    /// Ours. A misspelled `withdrawn_at` would leave people on the list who want no more, so it has to be there too.
    static let signups = IntakeShape(
        format: .signups, kind: .signUp,
        columns: [
            .needed(.submittedAt, "submitted_at"), .needed(.email, "email"), .optional(.name, "name"),
            .needed(.notice, "notice"), .needed(.confirmedAt, "confirmed_at"), .needed(.withdrawnAt, "withdrawn_at"),
            .optional(.form, "form"), .optional(.page, "page"), .optional(.shownAt, "shown_at"),
            .optional(.language, "language"), .optional(.ip, "ip"), .optional(.userAgent, "user_agent"),
        ] + statements)

    /// The JSON is that of Netlify's API for a form's submissions (`data` with the form's fields, `ip`, `user_agent` and
    /// `referrer`; `created_at` and `form_name` beside it), as seen in answers.netlify.com/t/24347. Unconfirmed: the columns of the
    /// CSV that its pages export; taken to be the form's fields and the same names beside them, with or without `data.`.
    static let netlify = IntakeShape(
        format: .netlify, kind: .signUp,
        columns: [
            .needed(.submittedAt, "created_at"), .needed(.email, "email", "data.email"),
            .optional(.name, "data.name", "name"), .optional(.notice, "notice", "data.notice"),
            .optional(.form, "form_name"), .optional(.page, "referrer", "data.referrer"),
            .optional(.trap, "website", "data.website"), .optional(.ip, "ip", "data.ip"),
            .optional(.userAgent, "user_agent", "data.user_agent"),
        ] + [
            .needed(.privacyRead, "privacy_read", "data.privacy_read"),
            .needed(.termsAccepted, "terms_accepted", "data.terms_accepted"),
            .needed(.newsletterWanted, "newsletter_wanted", "data.newsletter_wanted"),
        ])

    /// `_date` and one value for each of the form's fields, as Formspree's API for submissions gives them, in JSON under
    /// `submissions`. Unconfirmed: that its CSV has the same names; `Date` is taken too.
    static let formspree = IntakeShape(
        format: .formspree, kind: .signUp,
        columns: [
            .needed(.submittedAt, "_date"), .needed(.email, "email"), .optional(.name, "name"),
            .optional(.notice, "notice"), .optional(.form, "form"), .optional(.page, "page", "_referrer"),
            .optional(.trap, "website", "_gotcha"), .optional(.ip, "ip", "_ip"),
            .optional(.userAgent, "user_agent"),
        ] + statements)

    /// Whatever the map says; by our names where it is silent.
    static func generic(_ columns: [String: String]) -> IntakeShape {
        IntakeShape(
            format: .generic, kind: .signUp,
            columns: genericColumns.map { column in
                IntakeShape.Column(
                    field: column.field, names: [columns[column.name] ?? column.name],
                    isNeeded: column.isNeeded || columns[column.name] != nil)
            })
    }

    /// Our names for the columns of a generic file.
    static let genericColumns: [Column] =
        [
            .needed(.submittedAt, "submitted_at"), .needed(.email, "email"), .optional(.name, "name"),
            .optional(.notice, "notice"), .optional(.confirmedAt, "confirmed_at"),
            .optional(.withdrawnAt, "withdrawn_at"), .optional(.form, "form"), .optional(.page, "page"),
            .optional(.shownAt, "shown_at"), .optional(.language, "language"), .optional(.ip, "ip"),
            .optional(.userAgent, "user_agent"), .optional(.trap, "website"),
        ] + statements

    private static let statements: [Column] = [
        .needed(.privacyRead, "privacy_read"), .needed(.termsAccepted, "terms_accepted"),
        .needed(.newsletterWanted, "newsletter_wanted"),
    ]
}
