extension IntakeShape {
    /// Shapes of mail tools' exports. Of two that fit, the one with more of its columns is taken.
    static let tools = [
        mailchimpUnsubscribed, mailchimpCleaned, mailchimpSubscribed, listmonk, buttondown, brevo, kit, ghost,
    ]

    /// The column names of Mailchimp's exports as they are seen in use; its own guide was not read. Names of merge fields are the list's
    /// own; where none is known, the first column has the address (see ``ColumnLayout``).
    static let mailchimpSubscribed = IntakeShape(
        format: .mailchimp, kind: .subscribed,
        columns: mailchimpPerson + [
            .needed(.optInTime, "OPTIN_TIME"), .needed(.confirmTime, "CONFIRM_TIME"), .optional(.optInIP, "OPTIN_IP"),
            .optional(.confirmIP, "CONFIRM_IP"),
        ])

    static let mailchimpUnsubscribed = IntakeShape(
        format: .mailchimp, kind: .unsubscribed,
        columns: mailchimpPerson + [
            .needed(.unsubscribeTime, "UNSUB_TIME"), .optional(.unsubscribeReason, "UNSUB_REASON"),
            .optional(.otherReason, "UNSUB_REASON_OTHER"),
        ])

    static let mailchimpCleaned = IntakeShape(
        format: .mailchimp, kind: .cleaned, columns: mailchimpPerson + [.needed(.cleanTime, "CLEAN_TIME")])

    /// Unconfirmed: the columns; known by the file's name alone, `nonsubscribed_…`.
    static let mailchimpNeverSubscribed = IntakeShape(
        format: .mailchimp, kind: .neverSubscribed, columns: mailchimpPerson)

    private static let mailchimpPerson: [Column] = [
        .needed(.email, "Email Address", "Email", "E-mail Address"), .optional(.firstName, "First Name", "FNAME"),
        .optional(.lastName, "Last Name", "LNAME"), .optional(.name, "Name", "Full Name"),
    ]

    /// Read in listmonk's source: `cmd/subscribers.go` writes this header, and times as Go's `Time.String` does.
    static let listmonk = IntakeShape(
        format: .listmonk, kind: .subscriber,
        columns: [
            .needed(.email, "email"), .needed(.status, "status"), .needed(.createdAt, "created_at"),
            .needed(.updatedAt, "updated_at"), .optional(.name, "name"),
        ])

    /// The names are those of subscribers in Buttondown's API. Unconfirmed: that the export has `email` as well as
    /// `email_address`, and the dates of leaving.
    static let buttondown = IntakeShape(
        format: .buttondown, kind: .subscriber,
        columns: [
            .needed(.email, "email_address", "email"), .needed(.status, "type", "subscriber_type"),
            .needed(.createdAt, "creation_date"), .optional(.deletedAt, "unsubscription_date"),
            .optional(.reason, "unsubscription_reason"), .optional(.ip, "ip_address"),
        ])

    /// Names of Brevo's attributes; those of first and last name depend on the account's language. Dates are DD-MM-YYYY.
    /// Unconfirmed: the words in `EMAIL_BLACKLISTED`; yes, no, true, false, 1 and 0 are taken.
    static let brevo = IntakeShape(
        format: .brevo, kind: .subscriber,
        columns: [
            .needed(.email, "EMAIL"), .needed(.status, "EMAIL_BLACKLISTED"), .needed(.createdAt, "ADDED_TIME"),
            .optional(.updatedAt, "MODIFIED_TIME"), .optional(.firstName, "FIRSTNAME", "PRENOM", "NOMBRE", "VORNAME"),
            .optional(.lastName, "LASTNAME", "NOM", "APELLIDOS", "NACHNAME"),
        ])

    /// As the practice that asked for it has them; seen once more in another importer's tests. Unconfirmed: the statuses, taken
    /// from Kit's API.
    static let kit = IntakeShape(
        format: .kit, kind: .subscriber,
        columns: [
            .needed(.email, "email", "email_address"), .needed(.status, "status", "state"),
            .needed(.createdAt, "created_at"), .optional(.firstName, "first_name"),
        ])

    /// Read in Ghost's source and tests: its package `members-csv` writes this header; `deleted_at` is mostly empty.
    static let ghost = IntakeShape(
        format: .ghost, kind: .subscriber,
        columns: [
            .needed(.email, "email"), .needed(.status, "subscribed_to_emails"), .needed(.createdAt, "created_at"),
            .optional(.deletedAt, "deleted_at"), .optional(.name, "name"),
        ])
}
