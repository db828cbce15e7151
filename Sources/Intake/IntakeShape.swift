/// The columns of one kind of file, and what its rows mean.
struct IntakeShape: Sendable {
    let format: IntakeFormat
    let kind: Kind
    let columns: [Column]

    /// What a row of it is.
    enum Kind: Sendable {
        /// Somebody sent the form.
        case signUp
        /// Mailchimp: on the list.
        case subscribed
        /// Mailchimp: left.
        case unsubscribed
        /// Mailchimp: takes no mail.
        case cleaned
        /// Mailchimp: known from elsewhere, such as a shop, and never on the list.
        case neverSubscribed
        /// Another tool's subscriber, whose state stands in the row.
        case subscriber
    }

    /// A column under the names that it may have, the usual one first.
    struct Column: Sendable {
        let field: IntakeField
        let names: [String]
        let isNeeded: Bool

        /// The name that messages use.
        var name: String { names[0] }
    }

    /// What a field's column is called; of fields that the shape has.
    func name(of field: IntakeField) -> String {
        columns.first { $0.field == field }?.name ?? ""
    }
}

extension IntakeShape.Column {
    static func needed(_ field: IntakeField, _ names: String...) -> IntakeShape.Column {
        IntakeShape.Column(field: field, names: names, isNeeded: true)
    }

    static func optional(_ field: IntakeField, _ names: String...) -> IntakeShape.Column {
        IntakeShape.Column(field: field, names: names, isNeeded: false)
    }
}

/// A column's name as it is compared: letters and digits in lower case, so that `E-Mail Address` is `email_address`; a name without
/// any stays as it is.
func folded(_ name: String) -> String {
    let scalars = name.lowercased().unicodeScalars.filter {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    return scalars.isEmpty ? name : String(String.UnicodeScalarView(scalars))
}
